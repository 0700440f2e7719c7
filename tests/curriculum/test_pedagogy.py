"""Every lesson of the catalogue gives its reader what it owes her."""

from __future__ import annotations

from academy.pedagogy import shortcomings
from tests.curriculum.conftest import Lesson


def test_nothing_is_missing(lesson: Lesson) -> None:
    """All checks of `lapak verify` that need no kernel."""
    assert shortcomings(lesson) == []


def test_the_answers_are_praised(lesson: Lesson) -> None:
    """`cek` calls each answer of the author right in the sample shop."""
    hints = lesson.solved()["hints"]
    assert list(hints) == list(lesson.unit.points)
    for name, hint in hints.items():
        assert "lapak-benar" in hint, f"{name}: {hint}"
