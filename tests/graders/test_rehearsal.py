"""Tests of `graders.rehearsal`: one real round, red when the unit is broken."""

from __future__ import annotations

from pathlib import Path

import nbformat

from graders.rehearsal import rehearse

from .conftest import ASSIGNMENT


def test_the_golden_unit_passes(source: Path, trainee_env: Path) -> None:
    """Solution full, blank zero, through nbgrader and the box."""
    assert rehearse(ASSIGNMENT, source, trainee_env) == []


def test_a_wrong_solution_is_seen(source: Path, trainee_env: Path, tmp_path: Path) -> None:
    """A unit whose own solution is wrong does not pass."""
    notebook = nbformat.read(source, as_version=4)
    for cell in notebook.cells:
        cell.source = cell.source.replace("hasil_kg - rusak_kg", "hasil_kg")
    nbformat.write(notebook, tmp_path / source.name)
    problems = rehearse(ASSIGNMENT, tmp_path / source.name, trainee_env)
    assert problems
    assert "lengkap earns" in problems[0]
