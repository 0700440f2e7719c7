"""Tests of `academy.verifying`: `lapak verify` green on what is there, red on what is broken."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from academy.assignments import build_source
from academy.catalog import Exercise, load_catalog
from academy.verifying import run_lesson, verify_units
from deployment.local.school import School
from graders.verify import verify

CLONE = Path(__file__).resolve().parents[2]
EXERCISES = load_catalog(CLONE).exercises


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each exercise's notebook by its assignment."""
    built = build_source(CLONE, tmp_path_factory.mktemp("sources"))
    return {path.parent.name: path for path in built}


HPP = "pembukuan/03_hpp"


@pytest.fixture
def copy(school: School, tmp_path: Path) -> School:
    """The same school with sources to break."""
    for folder in ("curriculum", "assignments"):
        shutil.copytree(school.clone / folder, tmp_path / folder)
    return dataclasses.replace(school, clone=tmp_path)


def test_the_golden_unit_is_sound(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """Twenty shops, the solution in the box, the lesson read and run."""
    assert verify_units(school, HPP, 20) == 0
    said = capsys.readouterr().out
    assert f"{HPP}: 45 menit, 9 isian, 21 dari 21 salah paham, 20 varian" in said
    assert "0 masalah" in said


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_every_exercise_is_sound(exercise: Exercise, sources: dict[str, Path]) -> None:
    """Units and tests of the whole catalogue, on some shops."""
    assert verify(exercise.assignment, sources[exercise.assignment], 8).problems == []


def test_a_broken_unit_is_red(copy: School, capsys: pytest.CaptureFixture[str]) -> None:
    """A solution that is wrong on purpose and a lesson that lacks a part are found, by name."""
    exercise = copy.clone / "assignments" / "pembukuan_03_hpp" / "03_hpp.py"
    exercise.write_text(exercise.read_text().replace("hasil_kg - rusak_kg", "hasil_kg + rusak_kg"))
    lesson = copy.clone / "curriculum" / f"{HPP}.md"
    lesson.write_text(lesson.read_text().replace("## Uji diri", "## Soal"))
    assert verify_units(copy, HPP, 2) == 1
    said = capsys.readouterr().out
    assert "hasil_baik: the solution earns 0" in said
    assert "sections: the section Uji diri is missing" in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("import warnings; warnings.warn('lama')", "lama"),
        ("import urllib.request as u; u.urlopen('https://oss.go.id')", "may not use the network"),
        ("1 / 0", "ZeroDivisionError"),
        ("from IPython.display import HTML; display(HTML('<img src=x>'))", "no alt text"),
    ],
)
def test_a_lesson_that_does_not_run_cleanly_is_red(copy: School, line: str, said: str) -> None:
    """A warning, the network, an error, a picture without words."""
    path = copy.clone / "curriculum" / f"{HPP}.md"
    head = path.read_text().split("## Langkah 1")[0]
    cell = f"```{{code-cell}}\n{line}\n```\n\n<!-- glosarium -->\n"
    path.write_text(head + cell)
    catalog = load_catalog(copy.clone)
    run = run_lesson(copy, catalog, catalog.unit(HPP))
    assert any(said in problem for problem in run.problems), run.problems


def test_a_slow_lesson_is_red(copy: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how long it took."""
    monkeypatch.setattr("academy.verifying.execute", lambda notebook, *_: notebook)
    clock = iter([0.0, 21.0])
    monkeypatch.setattr("academy.verifying.perf_counter", lambda: next(clock))
    catalog = load_catalog(copy.clone)
    assert run_lesson(copy, catalog, catalog.unit(HPP)).problems == ("the lesson runs 21 s",)


def test_an_unknown_unit_is_told(school: School) -> None:
    """Nothing verified is not the same as all well."""
    with pytest.raises(LookupError, match="pembukuan/99"):
        verify_units(school, "pembukuan/99", 1)
