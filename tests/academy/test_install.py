"""Tests of `academy.install`: what reaches trainees, and that a leak stops the release."""

from __future__ import annotations

import filecmp
from pathlib import Path

import nbformat
import pytest

from academy.grader import as_grader
from academy.install import install_course, lines, mirror, release, solution_lines
from deployment.local.school import School

ASSIGNMENT = "pembukuan_03_hpp"


def test_the_release_reaches_the_trainees(school: School) -> None:
    """Outbound holds the notebook without a line of the solution."""
    released = school.outbound / ASSIGNMENT / "03_hpp.ipynb"
    source = school.course / "source" / ASSIGNMENT / "03_hpp.ipynb"
    assert len(solution_lines(source)) >= 10
    assert not solution_lines(source) & set(lines(released))
    assert school.gradebook.is_file()


def test_installing_twice_releases_once(school: School) -> None:
    """Nothing changed, nothing is released; pages and tools are the built ones."""
    told: list[str] = []
    install_course(school, told.append)
    assert told == []
    assert filecmp.dircmp(school.build / "site", school.site).diff_files == []


def test_a_leak_stops_the_release(school: School, capfd: pytest.CaptureFixture[str]) -> None:
    """A solution that was written outside the marks is found before trainees get it."""
    source = school.course / "source" / ASSIGNMENT / "03_hpp.ipynb"
    released = school.outbound / ASSIGNMENT / "03_hpp.ipynb"
    kept, before = source.read_bytes(), released.read_bytes()
    notebook = nbformat.read(source, as_version=4)
    answer = next(c for c in notebook.cells if "BEGIN SOLUTION" in c.source)
    line = answer.source.splitlines()[2]
    notebook.cells.append(nbformat.v4.new_markdown_cell(f"Ingat:\n{line}"))
    source.write_text(nbformat.writes(notebook))
    with pytest.raises(RuntimeError):
        as_grader(school, lambda: release(school, ASSIGNMENT))
    assert "LeakError" in capfd.readouterr().err
    assert released.read_bytes() == before
    source.write_bytes(kept)
    as_grader(school, lambda: release(school, ASSIGNMENT))


def test_a_mirror_holds_no_more_than_its_source(tmp_path: Path) -> None:
    """What is gone from the build is gone from the public folder; all may read the rest."""
    (tmp_path / "a" / "sub").mkdir(parents=True)
    (tmp_path / "a" / "sub" / "x").write_text("x")
    (tmp_path / "b" / "old").mkdir(parents=True)
    mirror(tmp_path / "a", tmp_path / "b")
    assert [p.name for p in (tmp_path / "b").iterdir()] == ["sub"]
    assert (tmp_path / "b" / "sub" / "x").stat().st_mode & 0o777 == 0o644
