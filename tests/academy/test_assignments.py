"""Exercises become what nbgrader takes, with the catalogue's points and nothing missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from academy.assignments import build_source, points_of
from academy.catalog import load_catalog
from academy.notebooks import BuildError

HPP = "pembukuan_03_hpp/03_hpp"


@pytest.fixture
def copy(clone: Path, tmp_path: Path) -> Path:
    """A clone's sources, to break."""
    for name in ("curriculum", "assignments"):
        shutil.copytree(clone / name, tmp_path / "clone" / name)
    return tmp_path / "clone"


def edit(root: Path, old: str, new: str) -> None:
    """Changes the exercise's text in one place."""
    path = root / "assignments" / f"{HPP}.py"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_every_exercise_is_built_and_valid(clone: Path, tmp_path: Path) -> None:
    """Each notebook lies where nbgrader looks for it and passes nbgrader's own validator."""
    written = build_source(clone, tmp_path)
    listed = load_catalog(clone).exercises
    assert written == [tmp_path / "source" / e.assignment / f"{e.name}.ipynb" for e in listed]
    for path in written:
        notebook = nbformat.read(path, as_version=4)
        MetadataValidator().validate_nb(notebook)
        assert notebook.metadata.kernelspec.name == "python3"


def test_graded_cells_are_one_locked_call(clone: Path, tmp_path: Path) -> None:
    """A graded code cell is `cek("its own name")`, locked; its answer is set in the cell above."""
    for path in build_source(clone, tmp_path):
        cells = nbformat.read(path, as_version=4).cells
        for at, cell in enumerate(cells):
            meta = cell.metadata.get("nbgrader", {})
            if cell.cell_type == "code" and meta.get("grade"):
                name = meta["grade_id"]
                assert cell.source == f'cek("{name}")'
                assert meta["locked"]
                answer = cells[at - 1]
                assert answer.metadata.nbgrader.grade_id == f"jawab_{name}"
                assert answer.source.startswith(f"{name} = ...\n### BEGIN SOLUTION\n")
                assert f"\n{name} = " in answer.source


def test_points_are_the_catalogues(clone: Path, tmp_path: Path) -> None:
    """The grade cells and the catalogue say the same, in the same order."""
    catalog = load_catalog(clone)
    for path, exercise in zip(build_source(clone, tmp_path), catalog.exercises, strict=True):
        promised = [*exercise.points.items(), *exercise.rubric.items()]
        assert list(points_of(nbformat.read(path, as_version=4)).items()) == promised


def test_other_points_are_refused(copy: Path, tmp_path: Path) -> None:
    """Points that differ from the catalogue stop the build."""
    edit(copy, '"points": 3', '"points": 4')
    with pytest.raises(BuildError, match="catalogue"):
        build_source(copy, tmp_path)


def test_a_name_used_twice_is_refused(copy: Path, tmp_path: Path) -> None:
    """One duplicated grade id would abort a whole batch of grading."""
    edit(copy, '"grade_id": "soal_biaya_tenaga"', '"grade_id": "soal_biaya_bahan"')
    with pytest.raises(BuildError, match="Duplicate grade id: soal_biaya_bahan"):
        build_source(copy, tmp_path)


def test_an_old_schema_is_refused(copy: Path, tmp_path: Path) -> None:
    """Nbgrader 0.9 wants schema 3."""
    edit(copy, '"schema_version": 3', '"schema_version": 2')
    with pytest.raises(BuildError, match="not valid for nbgrader"):
        build_source(copy, tmp_path)


def test_a_failed_build_leaves_the_last_one(copy: Path, tmp_path: Path) -> None:
    """What was built before stays until the new can take its place."""
    written = build_source(copy, tmp_path)
    edit(copy, '"points": 3', '"points": 4')
    with pytest.raises(BuildError):
        build_source(copy, tmp_path)
    assert all(path.is_file() for path in written)
