"""The catalogue is the one list of units: it agrees with itself, and says where it does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from academy.catalog import Catalog, CatalogError, load_catalog

TRACK = """
  - id: ternak
    title: {id: Rintisan, en: Start-up}
    sentence: {id: Mulai usaha., en: Start a business.}
    units: []
    tests:
"""
TEST = """      - id: ternak/{0}
        assignment: ternak_{0}
        title: {{id: Uji, en: Test}}
        minutes: 20
        points: {{laba: 1}}
"""


@pytest.fixture
def copy(clone: Path, tmp_path: Path) -> Path:
    """A folder with the catalogue's files only, to break."""
    (tmp_path / "curriculum").mkdir()
    for name in ("catalog.yml", "glosarium.yml"):
        shutil.copy(clone / "curriculum" / name, tmp_path / "curriculum" / name)
    return tmp_path


def replace(root: Path, old: str, new: str, name: str = "catalog.yml") -> None:
    """Changes one place of a file."""
    path = root / "curriculum" / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_every_unit_has_its_lesson_and_its_exercise(clone: Path) -> None:
    """What is listed exists, at the paths that follow from the unit's id."""
    for unit in load_catalog(clone).units:
        assert (clone / "curriculum" / f"{unit.id}.md").is_file()
        assert (clone / "assignments" / unit.assignment / f"{unit.name}.py").is_file()
        assert unit.tool is None or (clone / "voila_apps" / unit.tool.app).is_dir()


def test_every_lesson_is_listed(clone: Path) -> None:
    """No lesson lies in the folder that nobody would find."""
    listed = {unit.id for unit in load_catalog(clone).units}
    assert {
        f"{path.parent.name}/{path.stem}" for path in (clone / "curriculum").glob("*/[0-9]*.md")
    } == listed


def test_a_unit_is_found_by_id_and_by_assignment(clone: Path) -> None:
    """Both names that the rest of the program uses lead to the same unit."""
    catalog = load_catalog(clone)
    assert catalog.unit("pembukuan/03_hpp") is catalog.unit("pembukuan_03_hpp")
    with pytest.raises(KeyError):
        catalog.unit("pembukuan/99_tidak_ada")


def test_points_add_up(clone: Path) -> None:
    """Machine and mentor together give all points."""
    unit = load_catalog(clone).unit("pembukuan/03_hpp")
    assert unit.max_points == sum(unit.points.values()) + 4


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("prerequisites: []", "prerequisites: [pembukuan/01_prive]", "pembukuan/01_prive does not exist"),
        ("glossary: [hpp", "glossary: [bulan, hpp", "bulan does not exist"),
        ("- id: pembukuan/03_hpp", "- id: pemasaran/03_hpp", "pemasaran/03_hpp stands under"),
        ("assignment: pembukuan_03_hpp", "assignment: hpp", "not called hpp"),
        ("biaya_bahan: 1", "biaya_bahan: 0", "greater than 0"),
        ("mastery: 75", "mastery: 101", "less than or equal to 100"),
        ("  prerequisites:", "  prerequisits:", "prerequisits"),
        ("{lesson: 25, exercise: 20}", "{lesson: 25, exercise: 20", "not valid YAML"),
    ],
)  # fmt: skip
def test_a_fault_is_named(copy: Path, old: str, new: str, said: str) -> None:
    """Whoever breaks the catalogue reads the file's name and what is wrong."""
    replace(copy, old, new)
    with pytest.raises(CatalogError, match=r"catalog\.yml") as caught:
        load_catalog(copy)
    assert said in str(caught.value)


def test_the_tests_of_a_track_are_listed_with_it(copy: Path) -> None:
    """One before and one after it; they are exercises, but no units."""
    path = copy / "curriculum/catalog.yml"
    path.write_text(
        path.read_text() + TRACK + TEST.format("00_uji_awal") + TEST.format("99_uji_akhir")
    )
    catalog = load_catalog(copy)
    added = [e.assignment for e in catalog.exercises if e.track == "ternak"]
    assert added == ["ternak_00_uji_awal", "ternak_99_uji_akhir"]
    assert set(added).isdisjoint(unit.assignment for unit in catalog.units)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("00_uji_awal",), "its tests must be 00_uji_awal and 99_uji_akhir"),
        (("00_uji_awal", "98_uji_akhir"), "its tests must be"),
        (("00_uji_awal", "00_uji_awal"), "is listed twice"),
    ],
)
def test_a_track_has_both_tests_or_none(copy: Path, names: tuple[str, ...], said: str) -> None:
    """With one of them nothing is measured."""
    path = copy / "curriculum/catalog.yml"
    path.write_text(path.read_text() + TRACK + "".join(map(TEST.format, names)))
    with pytest.raises(CatalogError, match=said):
        load_catalog(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    """A clone without its glossary says so."""
    (copy / "curriculum" / "glosarium.yml").unlink()
    with pytest.raises(CatalogError, match=r"glosarium\.yml cannot be read"):
        load_catalog(copy)


@pytest.mark.parametrize("apps", [["kalkulator_hpp"], ["kalkulator_hpp", "kalkulator_hpp"]])
def test_every_tool_stands_in_one_group(clone: Path, apps: list[str]) -> None:
    """A tool that is left out, or stands twice, is refused."""
    catalog = load_catalog(clone).model_dump()
    catalog["tool_groups"] = [{"title": {"id": "Harga", "en": "Prices"}, "apps": apps}]
    with pytest.raises(ValueError, match="every tool once"):
        Catalog.model_validate(catalog)


def test_where_the_room_opens(clone: Path) -> None:
    """With a unit's lesson; a test of a track has none."""
    catalog = load_catalog(clone)
    lesson = "/hub/user-redirect/lab/tree/pelajaran/pembukuan/03_hpp.ipynb?reset"
    assert catalog.unit("pembukuan/03_hpp").room == lesson
    tests = [test for track in catalog.tracks for test in track.tests]
    assert {test.room for test in tests} == {"/hub/user-redirect/lab"}
