"""Grades an assignment: collects, runs every submission in the box, writes scores into the gradebook."""

from __future__ import annotations

import logging
import os
import re
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SAWarning

from graders.course import Course, course_config
from graders.sandbox import check

EXCEPTION = re.compile(r"[\w.]+(Error|Exception|Unavailable)\b.*:")


@dataclass(frozen=True)
class Graded:
    """What became of one submission: points earned, out of how many, seconds, or why it failed."""

    student: str
    score: float = 0.0
    points: float = 0.0
    seconds: float = 0.0
    error: str = ""


class Runner:
    """nbgrader's own programs, run with the course's configuration."""

    def __init__(self, course: Course) -> None:
        self.course = course
        config = course_config(course)
        # nbgrader 0.9 with SQLAlchemy 2.1: said at every submission, about rows that it adds itself.
        warnings.filterwarnings("ignore", message="Object of type <", category=SAWarning)
        # nbgrader starts `alembic` by name when it makes a gradebook.
        tools = str(Path(sys.prefix) / "bin")
        if tools not in os.environ.get("PATH", "").split(os.pathsep):
            os.environ["PATH"] = os.pathsep.join([tools, os.environ.get("PATH", "/usr/bin:/bin")])
        self.api = NbGraderAPI(CourseDirectory(config=config), config=config)
        self.api.log.setLevel(logging.ERROR)

    def collect(self, assignment: str) -> str:
        """Brings in what trainees have submitted; returns nbgrader's log.

        Raises:
            RuntimeError: nbgrader could not collect.
        """
        return _checked(self.api.collect(assignment, update=True))

    def submitted(self, assignment: str) -> list[str]:
        """Returns who has submitted."""
        return sorted(self.api.get_submitted_students(assignment))

    def grade(
        self,
        assignment: str,
        students: list[str],
        *,
        force: bool = False,
        on_done: Callable[[Graded], None] = lambda _: None,
    ) -> list[Graded]:
        """Grades the given trainees' submissions one by one; one that fails leaves the others alone.

        Args:
            assignment: such as `pembukuan_03_hpp`.
            students: hub user names.
            force: grade again what is graded already and has not changed.
            on_done: called after each.

        Raises:
            BoxUnavailable: this machine can make no box; nothing has run.
        """
        check(self.course.trainee_env)
        results = []
        for student in students:
            graded = self._grade_one(assignment, student, force)
            results.append(graded)
            on_done(graded)
        return results

    def _grade_one(self, assignment: str, student: str, force: bool) -> Graded:
        started = time.perf_counter()
        result = self.api.autograde(assignment, student, force=force)
        seconds = time.perf_counter() - started
        if not result["success"]:
            return Graded(student, seconds=seconds, error=_reason(result))
        with Gradebook(self.course.db_url, self.course.course_id) as gradebook:
            try:
                submission = gradebook.find_submission(assignment, student)
            except MissingEntry:
                return Graded(student, seconds=seconds, error="not in the gradebook")
            return Graded(student, submission.score, submission.max_score, seconds)

    def feedback(self, assignment: str) -> str:
        """Makes and releases everybody's feedback page; returns nbgrader's log.

        Raises:
            RuntimeError: nbgrader could not make or release it.
        """
        made = _checked(self.api.generate_feedback(assignment, force=True))
        return made + _checked(self.api.release_feedback(assignment))


def _checked(result: dict[str, Any]) -> str:
    if not result["success"]:
        raise RuntimeError(_reason(result))
    return str(result.get("log") or "")


def _reason(result: dict[str, Any]) -> str:
    """Returns the line of nbgrader's log that names the cause; its last lines only point to it."""
    lines = f"{result.get('log') or ''}\n{result.get('error') or ''}".splitlines()
    causes = [line.strip() for line in lines if EXCEPTION.match(line.strip())]
    return causes[0] if causes else (lines[-1].strip() if lines else "unknown")
