"""How much waits to be graded and since when, seen from the folders alone: no database is opened."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graders.course import Course
from graders.queue import FOLDER, asked_at


@dataclass(frozen=True)
class Waiting:
    """Something that waits to be graded.

    Attributes:
        assignment: its assignment; "" for what a mentor asked for.
        since: seconds since the epoch.
    """

    assignment: str
    since: float

    @property
    def age(self) -> float:
        """Seconds that it waits."""
        return max(0.0, time.time() - self.since)


def waiting(course: Course) -> list[Waiting]:
    """Returns what was handed in and not yet graded, and what mentors asked for; oldest first.

    Example:
        >>> waiting(Course(root=Path("/nowhere"), exchange=Path("/nowhere"), variants=Path("/nowhere"),
        ...                trainee_env=Path("/nowhere")))
        []
    """
    found = [*_handed_in(course), *_asked(course)]
    return sorted(found, key=lambda one: one.since)


def _handed_in(course: Course) -> Iterator[Waiting]:
    newest: dict[tuple[str, str], tuple[str, float]] = {}
    inbound = course.exchange / course.course_id / "inbound"
    for secret in inbound.glob("*/*/submission_secret.txt"):
        user, parts = secret.parent.parent.name, secret.parent.name.split("+")
        if len(parts) < 3 or not (course.root / "source" / parts[1]).is_dir():
            continue
        seen = newest.get((user, parts[1]), ("", 0.0))
        newest[user, parts[1]] = max(seen, (parts[2], secret.stat().st_ctime))
    for (user, assignment), (when, since) in newest.items():
        collected = _text(course.root / "submitted" / user / assignment / "timestamp.txt")
        graded = (course.root / "autograded" / user / assignment).is_dir()
        if when[:19] > collected[:19] or not graded:
            yield Waiting(assignment, since)


def _asked(course: Course) -> Iterator[Waiting]:
    for request in (course.root / FOLDER).glob("*.minta"):
        yield Waiting("", asked_at(request.stem))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
