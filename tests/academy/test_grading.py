"""Tests of `academy.grading`, through the program that an operator types."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from academy.grading import Wish, _summary, _table
from deployment.local.school import School
from graders.batch_report import Graded, Report
from graders.cluster import Recipe
from graders.variants import issue
from tests.graders.courses import ASSIGNMENT as ORDINARY
from tests.graders.courses import HALF, RIGHT, exercise, hand_in, make_course

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


def test_an_ordinary_course_is_graded_with_a_report(school: School, tmp_path: Path) -> None:
    """Any nbgrader course; what is unchanged is skipped; a wrong folder or name is a sentence."""
    course = tmp_path / "kursus"
    make_course(course, {"satu": exercise()})
    for name, answer in (("ani", RIGHT), ("budi", HALF)):
        hand_in(course, name, {"kuadrat": answer})
    report = tmp_path / "report.json"
    words = ("grade", ORDINARY, "--course-dir", str(course), "--report", str(report))
    done = lapak(school, *words, "--workers", "1")
    assert done.returncode == 0, done.stderr
    rows = [line.split("│") for line in done.stdout.splitlines() if line.startswith("│")]
    assert [[cell.strip() for cell in row[1:4]] for row in rows] == [
        ["ani", "5", "9"],
        ["budi", "2", "9"],
    ]
    assert "2 dinilai (0 diperbaiki), 0 tidak berubah, 0 gagal" in done.stdout
    assert "Kotak: bubblewrap" in done.stdout
    assert json.loads(report.read_text())["graded"] == 2
    assert lapak(school, *words, "--student", "budi").returncode == 0
    assert json.loads(report.read_text())["skipped"] == 1
    lost = lapak(school, "grade", "lain", "--course-dir", str(course))
    assert (lost.returncode, lost.stderr) == (3, "")
    hand_in(course, "cici", {}).rename(course / "submitted" / "cici" / "lain")
    lost = lapak(school, "grade", "lain", "--course-dir", str(course))
    assert lost.returncode == 2
    assert ORDINARY in lost.stderr
    nowhere = lapak(school, "grade", ORDINARY, "--course-dir", str(tmp_path / "x"))
    assert nowhere.returncode == 2
    away = lapak(school, *words, "--db", "postgresql://127.0.0.1:1/nothing")
    assert away.returncode == 1
    assert "Buku nilai" in away.stderr
    assert "Traceback" not in away.stderr


def test_reasons_are_told_in_the_table() -> None:
    """What was put right and what failed, next to whom it concerns; numbers as people write them."""
    results = [
        Graded("ani", 2.5, 4, 0.126, repaired=("q1: copy ignored",), stopped=("cell 3: timeout",)),
        Graded("budi", error="the file is not a notebook"),
        Graded("cici", 4, 4, skipped=True),
    ]
    columns = [list(column.cells) for column in _table(results).columns]
    assert columns[1:4] == [["2,5", "0", "4"], ["4", "0", "4"], ["0,13", "0,00", "0,00"]]
    assert columns[4] == [
        "dinilai | diperbaiki: q1: copy ignored | terhenti: cell 3: timeout",
        "gagal: the file is not a notebook",
        "tidak berubah",
    ]
    said = _summary(Report("a", "bubblewrap", 2, 1.26, results))
    assert said.startswith("1 dinilai (1 diperbaiki), 1 tidak berubah, 1 gagal; 1,3 detik.")


@pytest.mark.parametrize(
    ("wish", "waiting", "workers"),
    [
        (Wish("a"), 3, 1),  # a few: starting more workers would take longer
        (Wish("a"), 100, len(os.sched_getaffinity(0))),
        (Wish("a", workers=2), 3, 2),
        (Wish("a", workers=8), 1, 1),
    ],
)
def test_as_many_workers_as_there_is_work(wish: Wish, waiting: int, workers: int) -> None:
    """Nobody has to know how many processors the machine has."""
    assert wish.hire(Recipe("", ()), waiting).workers == workers  # type: ignore[attr-defined]


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
