"""nbgrader's own programs, run with a course's configuration: collect, release, give feedback."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from graders.batch_report import Graded
from graders.coordinator import Coordinator, prepare_nbgrader
from graders.course import Course

__all__ = ["Graded", "Runner"]

EXCEPTION = re.compile(r"[\w.]+(Error|Exception|Unavailable)\b.*:")


class Runner:
    """What surrounds grading: nbgrader's programs for one course of ours."""

    def __init__(self, course: Course) -> None:
        self.course = course
        prepare_nbgrader()
        config = course.config()
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
        """Grades in this process; see `Coordinator.grade`."""
        return Coordinator(self.course).grade(assignment, students, force=force, on_done=on_done)

    def feedback(self, assignment: str, student: str | None = None) -> str:
        """Makes and releases a trainee's feedback page, or everybody's; returns nbgrader's log.

        Raises:
            RuntimeError: nbgrader could not make or release it.
        """
        made = _checked(self.api.generate_feedback(assignment, student, force=True))
        return made + _checked(self.api.release_feedback(assignment, student))


def _checked(result: dict[str, Any]) -> str:
    if not result["success"]:
        raise RuntimeError(_reason(result))
    return str(result.get("log") or "")


def _reason(result: dict[str, Any]) -> str:
    """Returns the line of nbgrader's log that names the cause; its last lines only point to it."""
    lines = f"{result.get('log') or ''}\n{result.get('error') or ''}".splitlines()
    causes = [line.strip() for line in lines if EXCEPTION.match(line.strip())]
    return causes[0] if causes else (lines[-1].strip() if lines else "unknown")
