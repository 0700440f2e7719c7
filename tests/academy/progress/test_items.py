"""Item analysis on tries whose figures were worked out by hand."""

from __future__ import annotations

import pytest

from academy.progress.items import analyse
from academy.progress.models import Answers, Attempt

from .conftest import attempt

UNIT = "pembukuan_03_hpp"


def _answers(bahan: float, tenaga: float, remark: str = "belum_tepat") -> Answers:
    """Two of the unit's questions; the first one point, the second two."""
    return {
        "biaya_bahan": (bahan, 1.0, "benar" if bahan == 1 else remark),
        "biaya_tenaga": (tenaga, 2.0, "benar" if tenaga == 2 else remark),
    }


def _crowd(size: int) -> list[Attempt]:
    """People of whom every second is right in both."""
    made = []
    for number in range(size):
        right = number % 2
        answers = _answers(float(right), 2.0 * right, "a3_pakai_hasil")
        made.append(attempt(UNIT, 100.0 * right, user=f"p{number}", answers=answers))
    return made


def test_difficulty_and_mistakes() -> None:
    """First tries only for how hard it was, all tries for what was wrong."""
    tried = [
        attempt(UNIT, 40, answers=_answers(0.5, 2, "a3_pakai_hasil")),
        attempt(UNIT, 60, days=1, answers=_answers(0, 2, "a3_pakai_hasil")),
        attempt(UNIT, 100, days=2, answers=_answers(1, 2)),
        attempt(UNIT, 80, user="lumiga", answers=_answers(1, 1)),
    ]
    found = analyse(UNIT, tried, mastery=75)
    bahan, tenaga = found.items
    assert (found.people, found.mastered, found.tries) == (2, 2, 2.0)
    assert (bahan.name, bahan.difficulty, bahan.mistakes) == (
        "biaya_bahan",
        0.75,
        (("a3_pakai_hasil", 2),),
    )
    assert (tenaga.difficulty, tenaga.mistakes) == (0.75, (("belum_tepat", 1),))
    assert bahan.label == "biaya bahan satu adonan"


def test_discrimination() -> None:
    """Who is right in one is right in the other: 1; nine people say nothing."""
    assert [item.discrimination for item in analyse(UNIT, _crowd(9), 75).items] == [None, None]
    found = analyse(UNIT, _crowd(10), 75)
    assert [item.discrimination for item in found.items] == pytest.approx([1, 1])
    turned = [
        attempt(UNIT, 50, user=one.user_name, answers=_answers(1 - bahan, 2 * bahan))
        for one in _crowd(10)
        for bahan in [one.answers["biaya_bahan"][0]]
    ]
    assert [i.discrimination for i in analyse(UNIT, turned, 75).items] == pytest.approx([-1, -1])


def test_a_question_that_everybody_knows_tells_nobody_apart() -> None:
    """No correlation without a difference, and no warning of a division by zero."""
    tried = [attempt(UNIT, 100, user=f"p{n}", answers=_answers(1, n % 3)) for n in range(12)]
    assert analyse(UNIT, tried, 75).items[0].discrimination is None


def test_minutes_are_the_median_of_those_that_tell() -> None:
    """Notebooks without times count for nothing."""
    tried = _crowd(4)
    for one, minutes in zip(tried, (30, 10, None, 20), strict=True):
        one.minutes = minutes
    assert analyse(UNIT, tried, 75).minutes == 20


def test_nobody() -> None:
    """An exercise that nobody handed in has no figures."""
    found = analyse(UNIT, [], 75)
    assert (found.people, found.items, found.tries, found.minutes) == (0, (), None, None)
