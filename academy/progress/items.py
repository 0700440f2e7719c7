"""Which questions teach and which mislead: difficulty, discrimination, mistakes, tries and time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import Final

import numpy as np

from academy.progress.journey import share
from academy.progress.models import Attempt
from latihan.variants import load_unit

ENOUGH: Final = 10  # people, from which a correlation is shown
RIGHT: Final = frozenset({"benar", "ikut_salah"})


@dataclass(frozen=True)
class Item:
    """One question, in the first tries of those who answered.

    Attributes:
        name: of the answer.
        label: what it is, in the middle of a sentence.
        difficulty: mean share of the points, 0 to 1: a high one is easy.
        discrimination: correlation with the rest of the exercise, -1 to 1; none where it says nothing.
        mistakes: what was wrong, by the id of the mistake or the kind of the remark, most frequent
            first, counted over all tries.
    """

    name: str
    label: str
    difficulty: float
    discrimination: float | None
    mistakes: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Analysis:
    """One exercise.

    Attributes:
        people: who handed it in.
        items: its questions in their order.
        tries: mean number of tries up to mastery, of those who have mastered it; none for nobody.
        mastered: how many have.
        minutes: median of the minutes of a first try; none where no notebook tells.
    """

    people: int
    items: tuple[Item, ...]
    tries: float | None
    mastered: int
    minutes: float | None


def analyse(assignment: str, attempts: Iterable[Attempt], mastery: int) -> Analysis:
    """Analyse the questions of an exercise.

    Difficulty is the mean share of the points in the first try (the p-value of an item). Discrimination
    is the corrected item-total correlation: Pearson's between the share in this question and the points
    in all others, so that a question is not compared with itself. Source: Crocker and Algina,
    *Introduction to Classical and Modern Test Theory* (1986), chapter 14. It is given from ten people
    on, where both sides vary. Below 0.2 a question deserves a look (Ebel and Frisbie, *Essentials of
    Educational Measurement*, 1991, p. 232).

    Args:
        assignment: such as `pembukuan_03_hpp`.
        attempts: tries of it by anybody, in any order.
        mastery: percent of the points from which it is mastered.
    """
    by_person: dict[str, list[Attempt]] = {}
    for attempt in sorted(attempts, key=lambda one: one.handed_in):
        by_person.setdefault(attempt.user_name, []).append(attempt)
    firsts = [tries[0] for tries in by_person.values()]
    needed = [count for tries in by_person.values() if (count := _needed(tries, mastery))]
    minutes = [attempt.minutes for attempt in firsts if attempt.minutes is not None]
    return Analysis(
        people=len(firsts),
        items=_items(assignment, firsts, by_person.values()),
        tries=mean(needed) if needed else None,
        mastered=len(needed),
        minutes=median(minutes) if minutes else None,
    )


def _needed(tries: Sequence[Attempt], mastery: int) -> int | None:
    """Count the tries up to mastery; None where it was not reached."""
    return next((at for at, one in enumerate(tries, 1) if share(one) >= mastery), None)


def _items(
    assignment: str, firsts: Sequence[Attempt], everything: Iterable[Sequence[Attempt]]
) -> tuple[Item, ...]:
    questions = load_unit(assignment).questions
    earned = np.array(
        [[_part(one, q.name, 0) for q in questions] for one in firsts], dtype=float
    ).reshape(len(firsts), len(questions))
    possible = np.array(
        [[_part(one, q.name, 1) for q in questions] for one in firsts], dtype=float
    ).reshape(len(firsts), len(questions))
    wrong = _wrong(everything)
    found = []
    for at, question in enumerate(questions):
        asked = possible[:, at] > 0
        if asked.any():
            parts = earned[asked, at] / possible[asked, at]
            rest = np.delete(earned[asked], at, axis=1).sum(axis=1)
            told = tuple(wrong.get(question.name, Counter()).most_common())
            item = Item(
                question.name, question.label, float(parts.mean()), _correlation(parts, rest), told
            )
            found.append(item)
    return tuple(found)


def _part(attempt: Attempt, question: str, at: int) -> float:
    answer = attempt.answers.get(question)
    return float(answer[at]) if answer else 0.0


def _wrong(everything: Iterable[Sequence[Attempt]]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for tries in everything:
        for attempt in tries:
            for name, (_, _, remark) in attempt.answers.items():
                if remark not in RIGHT:
                    found.setdefault(name, Counter())[remark] += 1
    return found


def _correlation(parts: np.ndarray, rest: np.ndarray) -> float | None:
    if len(parts) < ENOUGH or np.ptp(parts) < 1e-9 or np.ptp(rest) < 1e-9:
        return None
    return float(np.corrcoef(parts, rest)[0, 1])
