"""Tests of `graders.folders`: who has submitted, what goes with it, what a task says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graders.coordinator import Coordinator
from graders.course import OrdinaryCourse
from graders.folders import Folders, Tasks
from graders.gradebook import OpenGradebook, Released
from graders.submitted import MAX_NOTEBOOK

from .conftest import ASSIGNMENT as OURS
from .conftest import Classroom
from .courses import ASSIGNMENT, WHEN, exercise, hand_in, make_course


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with an assignment, made once and copied for each test."""
    root = tmp_path_factory.mktemp("made") / "kursus"
    make_course(root, {"satu": exercise()})
    return root


@pytest.fixture
def folders(made: Path, tmp_path: Path) -> Folders:
    """The folders of a course with three submitters, one of them excluded."""
    root = Path(shutil.copytree(made, tmp_path / "kursus"))
    (root / "nbgrader_config.py").write_text(
        'c.CourseDirectory.student_id_exclude = "dodi"\n'
        f'c.Autograde.exclude_overwriting = {{"{ASSIGNMENT}": ["hers.py"]}}\n'
        'c.Grading.limits = {"memory": 1000}\n'
        "c.Execute.timeout = 7\n"
    )
    for name in ("ani", "budi", "dodi"):
        hand_in(root, name, {})
    return Folders(OrdinaryCourse(root, tmp_path))


def test_submitters_are_found(folders: Folders) -> None:
    """By folder, without those that the course excludes, and without hidden ones."""
    root = Path(folders.coursedir.root)
    (root / "submitted" / ".trash" / ASSIGNMENT).mkdir(parents=True)
    assert folders.students(ASSIGNMENT) == ["ani", "budi"]
    assert folders.students("lain") == []
    assert folders.assignments() == [ASSIGNMENT]


def test_the_courses_files_replace_hers(folders: Folders) -> None:
    """Except those that she is meant to write."""
    root = Path(folders.coursedir.root)
    submission = folders.submission(ASSIGNMENT, "ani")
    for folder in (root / "source" / ASSIGNMENT, submission.submitted):
        for name in ("data.csv", "hers.py"):
            (folder / name).write_text(folder.parts[-3])
    files = folders.files(submission)
    assert files["data.csv"] == root / "source" / ASSIGNMENT / "data.csv"
    assert files["hers.py"] == submission.submitted / "hers.py"
    assert "timestamp.txt" in files


def tasks_of(folders: Folders, assignment: str, student: str) -> list[dict[str, object]]:
    """Returns a submission's tasks as plain data."""
    coursedir = folders.coursedir
    book = OpenGradebook(coursedir.db_url, coursedir.course_id)
    with book.transaction():
        released: dict[str, Released] = book.released(assignment)
    book.close()
    made = Tasks(folders, assignment, released).of(folders.submission(assignment, student))
    return [json.loads(task.model_dump_json()) for task in made]


def test_a_task_says_everything(folders: Folders) -> None:
    """Hidden tests from the gradebook, limits from the course; a giant only so far as to be refused."""
    (task,) = tasks_of(folders, ASSIGNMENT, "ani")
    cells = {cell["name"]: cell for cell in task["cells"]}  # type: ignore[attr-defined]
    assert "HIDDEN TESTS" in cells["uji_negatif"]["source"]
    assert "HIDDEN TESTS" not in str(task["released"])
    assert task["limits"]["memory"] == 1000  # type: ignore[index]
    assert task["limits"]["cell_seconds"] == 7  # type: ignore[index]
    assert (task["key"], task["variant"]) == ("", None)
    big = Path(folders.coursedir.root, "submitted", "ani", ASSIGNMENT, "satu.ipynb")
    big.write_text(" " * (MAX_NOTEBOOK + 100))
    (task,) = tasks_of(folders, ASSIGNMENT, "ani")
    assert len(str(task["submitted"])) == MAX_NOTEBOOK + 1


def test_a_unit_of_ours_brings_its_shops(classroom: Classroom) -> None:
    """Her own shop, and the seeds of the others, by which a copied answer is known."""
    for user in ("ani", "budi"):
        classroom.submit(user)
    classroom.runner.collect(OURS)
    (task,) = tasks_of(Coordinator(classroom.course).folders, OURS, "ani")
    other = json.loads((classroom.course.variants / "budi" / f"{OURS}.json").read_text())
    assert task["key"] == OURS
    assert task["others"] == [other["seed"]]
    assert task["variant"]["assignment"] == OURS  # type: ignore[index]


def test_graded_means_written_to_the_end(folders: Folders) -> None:
    """Folder and gradebook must both speak of this very submission."""
    submission = folders.submission(ASSIGNMENT, "ani")
    when = submission.timestamp
    assert when is not None
    assert str(when) in WHEN
    assert not submission.is_graded({"ani": when})
    submission.autograded.mkdir(parents=True)
    (submission.autograded / "timestamp.txt").write_text(WHEN)
    assert submission.is_graded({"ani": when})
    assert not submission.is_graded({})
    assert not submission.is_graded({"ani": None})
    (submission.autograded / "timestamp.txt").write_text("not a time")
    assert not submission.is_graded({"ani": when})
