"""Tests of `graders.scores`: nbgrader's own rules, on a gradebook that is already open."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import MissingEntry

from graders.course import OrdinaryCourse
from graders.folders import Folders
from graders.gradebook import OpenGradebook
from graders.scores import Scores
from graders.task import Outcome

from .courses import ASSIGNMENT, exercise, hand_in, make_course


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with one submission that came an hour late; copied for each test."""
    root = tmp_path_factory.mktemp("made") / "kursus"
    make_course(root, {"satu": exercise()}, due="2026-11-20 09:00:00 UTC")
    hand_in(root, "ani", {})
    return root


@pytest.fixture
def folders(made: Path, tmp_path: Path) -> Folders:
    """The folders of a fresh copy."""
    root = Path(shutil.copytree(made, tmp_path / "kursus"))
    return Folders(OrdinaryCourse(root, tmp_path))


def outcome(folders: Folders, shown: str) -> Outcome:
    """Returns the submission as if both tests had shown this value."""
    path = folders.submission(ASSIGNMENT, "ani").submitted / "satu.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.metadata.nbgrader.grade:
            result = nbformat.v4.new_output("execute_result", data={"text/plain": shown})
            cell.outputs = [result]
    text = nbformat.writes(notebook)
    return Outcome(assignment=ASSIGNMENT, student="ani", notebook="satu", text=text)


def written(folders: Folders, shown: str, *, create: bool = True) -> tuple[float, float]:
    """Writes an outcome and returns the totals that the gradebook then holds."""
    book = OpenGradebook(folders.coursedir.db_url, "")
    try:
        with book.transaction():
            submission = folders.submission(ASSIGNMENT, "ani")
            Scores(folders.config, create).write(book, submission, [outcome(folders, shown)])
        with book.transaction():
            return book.total(ASSIGNMENT, "ani")
    finally:
        book.close()


def test_partial_credit(folders: Folders) -> None:
    """What a test cell shows as a number is its score; an empty answer to a text is zero."""
    assert written(folders, "1.5") == (3.0, 9.0)


def test_what_nbgrader_refuses_writes_nothing(folders: Folders) -> None:
    """More than the maximum is an error of nbgrader's, and the gradebook stays as it was."""
    with pytest.raises(ValueError, match="maximum points"):
        written(folders, "99")
    book = OpenGradebook(folders.coursedir.db_url, "")
    with book.transaction():
        assert book.submissions(ASSIGNMENT) == {}
    book.close()


def test_strangers_can_be_refused(folders: Folders) -> None:
    """Where the course says that only known students are graded."""
    with pytest.raises(MissingEntry):
        written(folders, "1.0", create=False)


def test_a_penalty_is_never_more_than_the_score(folders: Folders) -> None:
    """The course's plugin decides, within nbgrader's own limits; a later grading takes it back."""
    plugin = Path(folders.coursedir.root, "nbgrader_config.py")
    plugin.write_text(
        "from nbgrader.plugins import LateSubmissionPlugin\n"
        "class Harsh(LateSubmissionPlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        assert total_seconds_late == 3600\n"
        "        return 100\n"
        "c.AssignLatePenalties.plugin_class = Harsh\n"
    )
    late = Folders(folders.course)
    assert written(late, "1.5") == (0.0, 9.0)
    assert written(folders, "1.5") == (3.0, 9.0)
