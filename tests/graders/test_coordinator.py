"""Tests of `graders.coordinator`: what is written, what is skipped, and what survives."""

from __future__ import annotations

import os
import pwd
import shutil
import threading
from pathlib import Path

import pytest
from nbgrader.api import Gradebook, MissingEntry

from graders.autograded import publish
from graders.batch_report import Graded
from graders.coordinator import Coordinator
from graders.course import OrdinaryCourse
from graders.lock import Busy
from graders.task import Outcome, Task

from .courses import ASSIGNMENT, HALF, RIGHT, WRONG, PlainCrew, exercise, hand_in, make_course
from .databases import contents, running_postgresql

CLASS = {"ani": RIGHT, "budi": HALF, "cici": WRONG}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with an assignment of two notebooks, without submissions; to be copied."""
    root = tmp_path_factory.mktemp("course") / "kursus"
    second = exercise()
    for cell in second.cells:
        cell.metadata.nbgrader["grade_id"] += "_2"
    make_course(root, {"satu": exercise(), "dua": second}, due="2026-11-20 09:00:00 UTC")
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """A fresh copy of the course."""
    return Path(shutil.copytree(made, tmp_path / "kursus"))


def coordinator(root: Path, crew: PlainCrew | None = None, db: str = "") -> Coordinator:
    """Returns a coordinator whose crew runs notebooks in this process."""
    course = OrdinaryCourse(root, Path("/nowhere"), db)
    return Coordinator(course, lambda recipe, waiting: crew or PlainCrew())


def grade(root: Path, crew: PlainCrew | None = None, **options: bool) -> dict[str, Graded]:
    """Grades everybody."""
    by = coordinator(root, crew)
    return {g.student: g for g in by.grade(ASSIGNMENT, by.submitted(ASSIGNMENT), **options)}


def everybody(root: Path) -> None:
    """Hands in for the whole class."""
    for student, answer in CLASS.items():
        hand_in(root, student, {"kuadrat": answer, "kuadrat_2": RIGHT})


def database(root: Path) -> str:
    """Returns the address of a course's gradebook."""
    return f"sqlite:///{root / 'gradebook.db'}"


def test_a_batch_is_written_where_formgrader_looks(root: Path) -> None:
    """Notebooks, files, timestamp and scores, for each of two notebooks."""
    everybody(root)
    (root / "submitted" / "ani" / ASSIGNMENT / "data.csv").write_text("a,b\n")
    graded = grade(root)
    assert [g.score for g in graded.values()] == [10, 7, 5]
    assert {g.points for g in graded.values()} == {18}
    names = sorted(p.name for p in (root / "autograded" / "ani" / ASSIGNMENT).iterdir())
    assert names == ["data.csv", "dua.ipynb", "satu.ipynb", "timestamp.txt"]


def test_unchanged_submissions_are_skipped(root: Path) -> None:
    """Only what is new or forced is graded again; the table still has everybody's score."""
    everybody(root)
    grade(root)
    again = grade(root)
    assert [g.skipped for g in again.values()] == [True] * 3
    assert [g.score for g in again.values()] == [10, 7, 5]
    hand_in(root, "cici", {"kuadrat": RIGHT, "kuadrat_2": RIGHT}, "2026-11-20 10:30:00 UTC")
    newer = grade(root)
    assert [g.skipped for g in newer.values()] == [True, True, False]
    assert newer["cici"].score == 10
    assert not any(g.skipped for g in grade(root, force=True).values())


def test_a_gradebook_that_knows_nothing_is_filled(root: Path) -> None:
    """Folders alone do not count as graded: their scores may never have been written."""
    everybody(root)
    grade(root)
    with Gradebook(database(root), "") as book:
        book.remove_submission(ASSIGNMENT, "budi")
    assert [g.skipped for g in grade(root).values()] == [True, False, True]


def test_killed_between_folder_and_gradebook(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A submission counts when both are there; the next batch finishes it."""
    everybody(root)

    def stop(folder: Path) -> None:
        publish(folder)
        raise KeyboardInterrupt  # as a kill does, one step before the scores are committed

    monkeypatch.setattr("graders.coordinator.publish", stop)
    with pytest.raises(KeyboardInterrupt):
        coordinator(root).grade(ASSIGNMENT, ["ani"])
    monkeypatch.undo()
    assert (root / "autograded" / "ani" / ASSIGNMENT).is_dir()
    assert not contents(database(root))
    assert [g.skipped for g in grade(root).values()] == [False] * 3


def test_one_that_fails_leaves_the_others_alone(root: Path) -> None:
    """Its reason is told, nothing of it is written, and the next batch tries again."""
    everybody(root)

    class Failing(PlainCrew):
        def outcome(self, task: Task) -> Outcome:
            outcome = super().outcome(task)
            bad = task.student == "budi" and task.notebook == "dua"
            return outcome.model_copy(update={"text": "", "error": "no"}) if bad else outcome

    graded = grade(root, Failing())
    assert graded["budi"].error == "dua: no"
    assert not (root / "autograded" / "budi").exists()
    assert (graded["ani"].score, graded["cici"].score) == (10, 5)
    assert [g.skipped for g in grade(root).values()] == [True, False, True]


def test_a_submission_without_notebooks(root: Path) -> None:
    """Links and unknown files are no notebooks; one of two gives the other one zero."""
    everybody(root)
    folder = root / "submitted" / "budi" / ASSIGNMENT
    (folder / "dua.ipynb").unlink()
    (folder / "dua.ipynb").symlink_to(root / "source" / ASSIGNMENT / "dua.ipynb")
    for path in (root / "submitted" / "cici" / ASSIGNMENT).glob("*.ipynb"):
        path.unlink()
    graded = grade(root)
    assert graded["budi"].score == 2
    assert "no notebook" in graded["cici"].error
    with Gradebook(database(root), "") as book:
        grades = book.find_submission_notebook("dua", ASSIGNMENT, "budi").grades
        assert {(g.auto_score, g.needs_manual_grade) for g in grades} == {(0, False)}


def test_unknown_assignments_and_two_at_once(root: Path) -> None:
    """Both are refused before anything runs."""
    everybody(root)
    with pytest.raises(MissingEntry):
        coordinator(root).grade("lain", ["ani"])

    pid = os.fork()
    if pid == 0:  # the lock is a process's: another one must be refused
        from graders.lock import alone

        with alone(root):
            os.kill(os.getpid(), 19)  # stops here until it is killed
        os._exit(0)
    os.waitpid(pid, os.WUNTRACED)
    try:
        with pytest.raises(Busy):
            coordinator(root).grade(ASSIGNMENT, ["ani"])
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)


def test_a_mentors_score_of_the_same_moment_survives(root: Path) -> None:
    """Written by nbgrader's own code while the batch that grades the same submission runs."""
    everybody(root)
    grade(root)

    class Slow(PlainCrew):
        def outcome(self, task: Task) -> Outcome:
            if task.student == "budi" and task.notebook == "satu":
                mentor = threading.Thread(target=give_manual_score, args=(root,))
                mentor.start()
                mentor.join(30)
            return super().outcome(task)

    graded = grade(root, Slow(), force=True)
    assert graded["budi"].score == 7 + 3.5
    held = contents(database(root))
    assert held[f"{ASSIGNMENT}/budi/satu/alasan"] == (0, 3.5, True)


def give_manual_score(root: Path) -> None:
    """Does what formgrader does when a mentor types a score."""
    with Gradebook(database(root), "") as book:
        grade = book.find_grade("alasan", "satu", ASSIGNMENT, "budi")
        grade.manual_score, grade.needs_manual_grade = 3.5, False
        book.db.commit()


def test_scores_are_those_of_nbgrader(root: Path) -> None:
    """Every grade, comment, penalty and total equals what `nbgrader autograde` writes."""
    everybody(root)
    (root / "submitted" / "cici" / ASSIGNMENT / "dua.ipynb").unlink()
    (root / "nbgrader_config.py").write_text(LATE)
    grade(root)
    ours = contents(database(root))
    (root / "gradebook.db").rename(root / "ours.db")
    (root / "autograded").rename(root / "ours")
    api = make_course(root, {}, due="2026-11-20 09:00:00 UTC")
    done = api.autograde(ASSIGNMENT, "*")
    assert done["success"], done["log"]
    assert ours == contents(database(root))
    assert ours[f"{ASSIGNMENT}/ani/satu"] == (5.0, 1.5)


LATE = """
from nbgrader.plugins import LateSubmissionPlugin

class OneAndAHalf(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 1.5 if total_seconds_late else None

c = get_config()
c.AssignLatePenalties.plugin_class = OneAndAHalf
"""


def test_postgresql_holds_the_same(root: Path, work: Path, plain_user: pwd.struct_passwd) -> None:
    """The same batch in SQLite and in a real PostgreSQL gives equal gradebooks."""
    everybody(root)
    grade(root)
    # nbgrader itself cannot keep a course without an id there
    (root / "nbgrader_config.py").write_text('c.CourseDirectory.course_id = "kursus"\n')
    with running_postgresql(work / f"pg-{os.getpid()}", plain_user) as url:
        make_course(root, {}, db=url, due="2026-11-20 09:00:00 UTC")
        by = coordinator(root, db=url)
        assert not any(g.skipped for g in by.grade(ASSIGNMENT, list(CLASS)))
        assert contents(url) == contents(database(root))
        assert all(g.skipped for g in by.grade(ASSIGNMENT, list(CLASS)))
