"""What waits to be graded, from the folders alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from graders.course import Course
from graders.queue import Queue, Request
from graders.waiting import waiting

FIRST, SECOND = "2027-01-05 10:00:00.000001 UTC", "2027-01-06 10:00:00.000001 UTC"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with one assignment."""
    (tmp_path / "course" / "source" / "hpp").mkdir(parents=True)
    return Course(tmp_path / "course", tmp_path / "exchange", tmp_path / "v", tmp_path / "env")


def hand_in(course: Course, user: str, when: str) -> None:
    """Leaves a submission, as nbgrader does."""
    folder = course.exchange / course.course_id / "inbound" / user / f"{user}+hpp+{when}+r"
    folder.mkdir(parents=True)
    (folder / "submission_secret.txt").write_text("s")


def grade(course: Course, user: str, when: str) -> None:
    """Leaves what collecting and grading leave."""
    for step in ("submitted", "autograded"):
        folder = course.root / step / user / "hpp"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "timestamp.txt").write_text(when)


def test_handed_in_and_not_graded_waits(course: Course) -> None:
    """Until it is graded; a newer one waits again."""
    assert waiting(course) == []
    hand_in(course, "tosari", FIRST)
    hand_in(course, "lumiga", FIRST)
    assert [one.assignment for one in waiting(course)] == ["hpp", "hpp"]
    grade(course, "tosari", FIRST)
    grade(course, "lumiga", FIRST)
    assert waiting(course) == []
    hand_in(course, "tosari", SECOND)
    (one,) = waiting(course)
    assert 0 <= one.age < 60


def test_what_is_half_there_or_foreign_does_not_wait(course: Course) -> None:
    """Without its secret it is still being written; an assignment that there is not, is no work."""
    inbound = course.exchange / course.course_id / "inbound" / "tosari"
    (inbound / f"tosari+hpp+{FIRST}+r").mkdir(parents=True)
    other = inbound / f"tosari+lain+{FIRST}+r"
    other.mkdir()
    (other / "submission_secret.txt").write_text("s")
    assert waiting(course) == []


def test_a_mentors_request_waits_too(course: Course) -> None:
    """Since it was made."""
    Queue(course.root).ask(Request(deed="grade", assignment="hpp", student="tosari"))
    (one,) = waiting(course)
    assert (one.assignment, one.age < 60) == ("", True)


def test_collected_but_never_graded_waits(course: Course) -> None:
    """Since it was handed in."""
    hand_in(course, "tosari", FIRST)
    grade(course, "tosari", FIRST)
    (course.root / "autograded").rename(course.root / "x")
    assert waiting(course)[0].since <= time.time()
