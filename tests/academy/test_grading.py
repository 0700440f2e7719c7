"""Tests of `academy.grading`, through the program that an operator types."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nbformat

from deployment.local.school import School
from graders.variants import issue

ASSIGNMENT = "pembukuan_03_hpp"


def lapak(school: School, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs the program for this school."""
    return subprocess.run(
        [Path(sys.prefix) / "bin" / "lapak", *words],
        env={**os.environ, **school.environment(), "COLUMNS": "200"},
        cwd=closed_folder(school),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def closed_folder(school: School) -> Path:
    """Makes a folder like root's home, which the grader's account cannot enter."""
    folder = school.home / "closed"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def submit(school: School, user: str, answer: str) -> None:
    """Submits one answer as nbgrader's submit does in a trainee's box."""
    issue(school.variants, school.salt, "lapak", user, "pembukuan/03_hpp", ASSIGNMENT)
    released = school.outbound / ASSIGNMENT / "03_hpp.ipynb"
    notebook = nbformat.read(released, as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "jawab_biaya_bahan":
            cell.source = answer
    when = "2026-11-23 10:00:00.000000 UTC"
    folder = school.inbound(user) / f"{user}+{ASSIGNMENT}+{when}+abc"
    folder.mkdir()
    nbformat.write(notebook, folder / "03_hpp.ipynb")
    (folder / "timestamp.txt").write_text(when)
    (folder / "submission_secret.txt").write_text(user)
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)


def test_an_operators_round(school: School) -> None:
    """Nothing to grade; then two submissions, a table, feedback in each one's folder."""
    assert lapak(school, "grade", ASSIGNMENT).returncode == 3
    submit(school, "peserta01", "biaya_bahan = kg_melinjo * harga_melinjo")
    submit(school, "peserta02", "biaya_bahan = hasil_kg * harga_melinjo")
    done = lapak(school, "grade", ASSIGNMENT)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    rows = [line for line in done.stdout.splitlines() if "peserta" in line]
    assert [row.split("│")[2].strip() for row in rows] == ["1", "0"]
    assert lapak(school, "feedback", ASSIGNMENT).returncode == 0
    assert len(list(school.feedback("peserta01").glob("*.html"))) == 1


def test_an_unknown_assignment_names_the_known_ones(school: School) -> None:
    """A slip of the finger gets the right name to copy."""
    done = lapak(school, "grade", "pembukuan_3")
    assert done.returncode == 2
    assert ASSIGNMENT in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_school_it_says_what_to_do(school: School, tmp_path: Path) -> None:
    """Grading before the first start is told in a sentence."""
    nowhere = School(tmp_path / "x", school.clone, school.env_root)
    done = lapak(nowhere, "grade", ASSIGNMENT)
    assert done.returncode != 0
    assert "./lapak serve" in done.stderr
