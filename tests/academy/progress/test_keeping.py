"""Tries are kept as they are graded, in a real course with a real gradebook."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.utils import is_solution

from academy.progress import store
from academy.progress.keeping import Keeper
from academy.progress.models import Attempt, Review
from academy.progress.store import Progress
from graders import shops
from graders.queue import Queue, Request
from graders.rehearsal import course_in
from graders.repair import grade_id
from graders.runner import Runner
from graders.watch import Watcher
from tests.graders.conftest import ASSIGNMENT, Classroom, released_course, source

__all__ = ["released_course", "source"]  # fixtures


@dataclass
class History:
    """What was kept of one trainee after each thing that happened.

    Attributes:
        told: what the operator's log got.
        tries: hers, after each of her two submissions and after grading the second anew.
        reviews: before and after her mentor wrote.
        scores: of one answer in the gradebook, each time.
        begun: before she handed in anything, UTC.
    """

    classroom: Classroom
    progress: Progress
    told: list[str] = field(default_factory=list)
    tries: list[list[Attempt]] = field(default_factory=list)
    reviews: list[list[Review]] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    begun: datetime = field(default_factory=lambda: datetime.now(UTC).replace(tzinfo=None))

    def note(self) -> None:
        """Note what is kept now."""
        with self.progress.reading() as session:
            self.tries.append(store.attempts(session, ["ani"]))
            self.reviews.append(store.reviews(session, ["ani"]))
        with Gradebook(self.classroom.course.db_url, "lapak") as book:
            grade = book.find_grade("laba_kotor_per_kg", "03_hpp", ASSIGNMENT, "ani")
            self.scores.append(float(grade.auto_score))

    def ask(self, deed: str) -> None:
        """Ask the watcher for something, as formgrader does."""
        request = Request.model_validate({"deed": deed, "assignment": ASSIGNMENT, "student": "ani"})
        Queue(self.classroom.course.root).ask(request)


@pytest.fixture(scope="module")
def history(
    tmp_path_factory: pytest.TempPathFactory, trainee_env: Path, source: Path, released_course: Path
) -> Iterator[History]:
    """A good try, a worse one, the worse one graded anew, a mentor's words."""
    folder = tmp_path_factory.mktemp("kept")
    shutil.copytree(released_course, folder / "school")
    course = course_in(folder / "school", trainee_env)
    author = nbformat.read(source, as_version=4)
    solution = {grade_id(c) or "": str(c.source) for c in author.cells if is_solution(c)}
    progress = Progress(f"sqlite:///{folder / 'kemajuan.sqlite'}")
    made = History(Classroom(course, Runner(course), solution), progress)
    keeper = Keeper(course, progress)
    watcher = Watcher(course, say=made.told.append, calm=0, keep=keeper.keep)
    _play(made, watcher)
    watcher.close()
    yield made
    progress.close()


def _play(made: History, watcher: Watcher) -> None:
    first = _earlier(made.classroom.submit_solution("ani"))
    _time(first / "03_hpp.ipynb")
    watcher.look()
    made.note()
    wrong = {
        "laba_kotor_per_kg": "laba_kotor_per_kg = ...",
        "hpp_per_kg": "hpp_per_kg = (biaya_bahan + biaya_tenaga) / hasil_baik",
    }
    made.classroom.submit_solution("ani", **wrong)
    watcher.look()
    made.note()
    made.ask("grade")
    watcher.look()
    made.note()
    with Gradebook(made.classroom.course.db_url, "lapak") as book:
        grade = book.find_grade("alasan_harga", "03_hpp", ASSIGNMENT, "ani")
        grade.manual_score, grade.needs_manual_grade = 3.0, False
        comment = book.find_comment("alasan_harga", "03_hpp", ASSIGNMENT, "ani")
        comment.manual_comment = "Alasannya bagus."
        book.db.commit()
    made.ask("feedback")
    watcher.look()
    made.note()


def _earlier(submission: Path) -> Path:
    """Make a submission an hour older: the exchange knows it by its name and its time."""
    moved = submission.rename(submission.with_name(submission.name.replace(" 10:", " 09:")))
    (moved / "timestamp.txt").write_text("2026-11-23 09:00:00.000000 UTC")
    return moved


def _time(path: Path) -> None:
    """Write into a notebook when its first cells ran, as JupyterLab does."""
    notebook = nbformat.read(path, as_version=4)
    for at, cell in enumerate(notebook.cells[:3]):
        cell.metadata["execution"] = {"iopub.execute_input": f"2026-11-23T08:0{2 * at}:00.000Z"}
    nbformat.write(notebook, path)


def test_every_try_is_kept(history: History) -> None:
    """With its number, its shop, what each answer earned and how long it took."""
    first, second = history.tries[1]
    assert [(one.number, one.points) for one in (first, second)] == [(1, 16.0), (2, 16.0)]
    assert first.score == 16.0
    assert second.score < 16.0
    assert (first.minutes, second.minutes) == (4, None)
    variants = history.classroom.course.variants
    issued = json.loads((variants / "ani" / f"{ASSIGNMENT}.json").read_text())
    assert first.seed == second.seed == issued["seed"]
    assert first.answers["laba_kotor_per_kg"] == [1.0, 1.0, "benar"]
    assert [line for line in history.told if "Error" in line] == []


def test_the_schools_clock_says_when(history: History) -> None:
    """Both came just now, whatever day stands in the file that she sends."""
    folder = history.classroom.course.root / "submitted" / "ani" / ASSIGNMENT
    assert "2026-11-23 10:00" in (folder / "timestamp.txt").read_text()
    first, second = history.tries[1]
    assert history.begun <= first.handed_in < second.handed_in
    assert [str(one.stamp) for one in (first, second)] == [
        "2026-11-23 09:00:00",
        "2026-11-23 10:00:00",
    ]


def test_a_second_submission_for_a_judged_shop_is_no_try(history: History) -> None:
    """It is graded and kept, and counts no more; she may ask for the next shop from the first on."""
    variants = history.classroom.course.variants
    record = shops.read(shops.path_of(variants, "ani", ASSIGNMENT))
    assert record
    assert (record.attempt, record.judged) == (1, True)
    assert [(one.shop, one.counts) for one in history.tries[2]] == [(1, True), (1, False)]


def test_known_mistakes_are_named(history: History) -> None:
    """What kind of remark it was, or which wrong way of thinking, by its id."""
    second = history.tries[1][1]
    assert second.answers["laba_kotor_per_kg"] == [0.0, 1.0, "kosong"]
    assert second.answers["hpp_per_kg"][2] == "a3_lupa_overhead"


def test_the_best_counts(history: History) -> None:
    """The gradebook stays at the first try's score, also when the second one is graded anew."""
    assert history.scores == [1.0, 1.0, 1.0, 1.0]


def test_grading_anew_changes_the_try(history: History) -> None:
    """It is the same submission, and no third try."""
    before, after = history.tries[1], history.tries[2]
    assert len(after) == 2
    assert after[1].graded > before[1].graded
    assert after[1].answers == before[1].answers


def test_a_mentors_judgement_is_read(history: History) -> None:
    """What waits for a rubric, then its points and the mentor's words, once they are saved."""
    [waiting], [judged] = history.reviews[0], history.reviews[3]
    assert (waiting.cell, waiting.points, waiting.score) == ("alasan_harga", 4.0, None)
    assert (judged.score, judged.comment) == (3.0, "Alasannya bagus.")


def test_what_was_graded_unseen_is_caught_up(history: History, progress: Progress) -> None:
    """`lapak grade` by hand while nothing watched: the next start keeps it, once."""
    keeper = Keeper(history.classroom.course, progress)
    assert [keeper.catch_up(), keeper.catch_up()] == [1, 0]
    with progress.reading() as session:
        [tried] = store.attempts(session, ["ani"])
    assert tried.answers["laba_kotor_per_kg"] == [0.0, 1.0, "kosong"]


def test_an_exercise_of_somebody_else_is_left_alone(history: History, progress: Progress) -> None:
    """Without checks of ours there is nothing to read."""
    Keeper(history.classroom.course, progress).keep("ps1", ["ani"])
    with progress.reading() as session:
        assert store.attempts(session, ["ani"]) == []
