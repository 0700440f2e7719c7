"""Grades a batch: finds what is to be done, hands it to a crew, and alone writes what comes back."""

from __future__ import annotations

import os
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from nbgrader.api import MissingEntry
from sqlalchemy.exc import SAWarning

from graders import failures
from graders.autograded import discard, draft, publish
from graders.batch_report import Graded, Report
from graders.cluster import Crew, Here, Recipe
from graders.course import Course, OrdinaryCourse
from graders.folders import Folders, Submission, Tasks
from graders.gradebook import OpenGradebook, Released
from graders.lock import alone
from graders.scores import Scores
from graders.task import Outcome, Task

__all__ = ["Coordinator", "MissingEntry", "prepare_nbgrader"]

Done = Callable[[Graded], None]
Hire = Callable[[Recipe, int], AbstractContextManager[Crew]]


class Coordinator:
    """Grades a course's submissions; of the grading processes the only one that writes.

    Args:
        course: a school's own or any nbgrader course.
        hire: gives a batch its crew, from what workers must know and the number of submissions that
            wait; this process alone where nothing else is said.
        wait: seconds to wait for another process that grades this course.

    Raises:
        Exception: the course's own configuration cannot be read.
    """

    def __init__(
        self,
        course: Course | OrdinaryCourse,
        hire: Hire = lambda recipe, _: Here(recipe),
        wait: float = 0.0,
    ) -> None:
        prepare_nbgrader()
        self.course, self.wait = course, wait
        self.folders = Folders(course)
        self.hire = hire
        self.scores = Scores(self.folders.config, self.folders.autograde.create_student)

    @property
    def recipe(self) -> Recipe:
        """What a worker must know of this course."""
        return Recipe(str(self.course.trainee_env), tuple(self.folders.grading.imports))

    def submitted(self, assignment: str) -> list[str]:
        """Returns who has submitted."""
        return self.folders.students(assignment)

    def grade(
        self,
        assignment: str,
        students: Iterable[str],
        *,
        force: bool = False,
        on_done: Done = lambda _: None,
    ) -> list[Graded]:
        """Grades submissions; one that fails leaves the others alone, and a killed batch goes on.

        Args:
            assignment: such as `pembukuan_03_hpp`.
            students: whose.
            force: grade again what is graded already and has not changed.
            on_done: called after each, in the order in which they are done.

        Returns:
            What became of each, by name.

        Raises:
            MissingEntry: the gradebook does not know the assignment.
            NoBox: this machine can make no box; nothing has run.
            Busy: another process grades this course.
        """
        return self.batch(assignment, students, force=force, on_done=on_done).results

    def batch(
        self,
        assignment: str,
        students: Iterable[str],
        *,
        force: bool = False,
        on_done: Done = lambda _: None,
    ) -> Report:
        """As `grade`, with the box that was used, the number of workers and the time it took."""
        started = time.perf_counter()
        report = Report(assignment)

        def done(result: Graded) -> None:
            report.results.append(result)
            failures.note(self.course.root, assignment, result)
            on_done(result)

        coursedir = self.folders.coursedir
        with (
            alone(self.course.root, self.wait),
            OpenGradebook(coursedir.db_url, coursedir.course_id) as book,
        ):
            batch = _Batch(self, book, assignment)
            waiting = batch.sort(students, done, force=force)
            if waiting:
                with self.hire(self.recipe, len(waiting)) as crew:
                    report.box, report.workers = crew.box, crew.workers
                    batch.run(waiting, crew, done)
        report.results.sort(key=lambda result: result.student)
        report.seconds = time.perf_counter() - started
        return report


class _Batch:
    """One assignment's batch while it runs."""

    def __init__(self, coordinator: Coordinator, book: OpenGradebook, assignment: str) -> None:
        self.folders, self.scores = coordinator.folders, coordinator.scores
        self.book, self.assignment = book, assignment
        with book.transaction():
            self.released: dict[str, Released] = book.released(assignment)
            self.recorded = book.submissions(assignment)
        self.tasks = Tasks(self.folders, assignment, self.released)

    def sort(self, students: Iterable[str], done: Done, *, force: bool) -> dict[str, Submission]:
        """Returns the submissions that there is work on; tells of the others."""
        waiting = {}
        for student in students:
            submission = self.folders.submission(self.assignment, student)
            if not force and submission.is_graded(self.recorded):
                with self.book.transaction():
                    score, points = self.book.total(self.assignment, student)
                done(Graded(student, score, points, skipped=True))
            elif not self.released.keys() & submission.notebooks.keys():
                done(Graded(student, error="no notebook of this assignment was submitted"))
            else:
                waiting[student] = submission
        return waiting

    def run(self, waiting: dict[str, Submission], crew: Crew, done: Done) -> None:
        """Grades them, and writes each submission when its notebooks are back."""

        def tasks() -> Iterator[list[Task]]:
            for student, submission in waiting.items():
                try:
                    yield self.tasks.of(submission)
                except OSError as problem:
                    done(Graded(student, error=f"it cannot be read: {problem}"))

        for outcomes in crew.run(tasks()):
            done(self._written(waiting[outcomes[0].student], outcomes))

    def _written(self, submission: Submission, outcomes: list[Outcome]) -> Graded:
        """Writes one submission: its folder by renaming, then its scores, in one transaction."""
        started = time.perf_counter()
        spent = sum(outcome.seconds for outcome in outcomes)
        errors = [f"{o.notebook}: {o.error}" for o in outcomes if o.error]
        if errors:
            return Graded(submission.student, seconds=spent, error="; ".join(errors))
        try:
            score, points = self._write(submission, outcomes)
        except (OSError, ValueError, LookupError) as problem:
            discard(submission.autograded)
            return Graded(submission.student, seconds=spent, error=f"{problem}")
        return Graded(
            submission.student,
            score,
            points,
            spent + time.perf_counter() - started,
            repaired=tuple(line for o in outcomes for line in o.repaired),
            stopped=tuple(line for o in outcomes for line in o.stopped),
        )

    def _write(self, submission: Submission, outcomes: list[Outcome]) -> tuple[float, float]:
        draft(
            submission.autograded,
            self.folders.files(submission),
            {name: data for o in outcomes for name, data in o.files.items()},
            {f"{o.notebook}.ipynb": o.text for o in outcomes},
            int(str(self.folders.autograde.permissions), 8),
        )
        with self.book.transaction():
            self.scores.write(self.book, submission, outcomes)
            total = self.book.total(self.assignment, submission.student)
            publish(submission.autograded)
        return total


def prepare_nbgrader() -> None:
    """Lets nbgrader work in this process: it starts `alembic` by name, and is told of as few rows."""
    # nbgrader 0.9 with SQLAlchemy 2.1: said at every submission, about rows that it adds itself.
    warnings.filterwarnings("ignore", message="Object of type <", category=SAWarning)
    tools = str(Path(sys.prefix) / "bin")
    if tools not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([tools, os.environ.get("PATH", "/usr/bin:/bin")])
