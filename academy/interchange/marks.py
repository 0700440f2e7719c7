"""The grades of people, as other programs take them over: one line a trainee, one percent an exercise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from academy.catalog import Catalog, Exercise, Unit
from academy.people.models import Person
from academy.progress import store
from academy.progress.days import Calendar
from academy.progress.group import calendar_of
from academy.progress.journey import counting, share
from academy.progress.models import Attempt, Review


@dataclass(frozen=True, slots=True)
class Line:
    """The grades of one trainee.

    Attributes:
        user_name: at the hub.
        name: as she is called.
        group: her group's name; empty without one.
        email: where she has one.
        percents: by assignment; none where nothing that counts was handed in.
        mastered: how many units she has mastered.
    """

    user_name: str
    name: str
    group: str
    email: str
    percents: Mapping[str, float | None]
    mastered: int

    @property
    def mean(self) -> float | None:
        """The mean of what she handed in, percent; none where that is nothing."""
        given = [percent for percent in self.percents.values() if percent is not None]
        return round(sum(given) / len(given), 2) if given else None


@dataclass(frozen=True, slots=True)
class Marks:
    """The grades of a group or a cohort.

    Attributes:
        exercises: the columns.
        lines: the trainees.
    """

    exercises: tuple[Exercise, ...]
    lines: tuple[Line, ...]


def marks_of(catalog: Catalog, people: Sequence[Person], session: Session) -> Marks:
    """Give the grades of people.

    A percent is what nbgrader's gradebook has for the same: the machine's points of her best try that
    counts and the points that a mentor gave, of all points of the exercise. A test has those of its
    first try, and what came after the cohort's last day is left out, as everywhere in Lapak.

    Args:
        catalog: the units.
        people: trainees; their cohorts and groups can be read.
        session: of the database of tries.
    """
    names = [person.user_name for person in people]
    tried: dict[str, dict[str, list[Attempt]]] = {}
    for attempt in store.attempts(session, names, answers=False):
        tried.setdefault(attempt.user_name, {}).setdefault(attempt.assignment, []).append(attempt)
    given = _given(store.reviews(session, names))
    lines = [_line(catalog, person, tried.get(person.user_name, {}), given) for person in people]
    return Marks(catalog.exercises, tuple(lines))


def _given(reviews: Iterable[Review]) -> dict[tuple[str, str], float]:
    """Add up what mentors gave, by person and assignment."""
    found: dict[tuple[str, str], float] = {}
    for review in reviews:
        key = (review.user_name, review.assignment)
        found[key] = found.get(key, 0.0) + (review.score or 0.0)
    return found


def _line(
    catalog: Catalog,
    person: Person,
    tried: Mapping[str, list[Attempt]],
    given: Mapping[tuple[str, str], float],
) -> Line:
    calendar = calendar_of(person.cohort)
    percents, mastered = {}, 0
    for exercise in catalog.exercises:
        best = _best(exercise, tried, calendar)
        extra = given.get((person.user_name, exercise.assignment), 0.0)
        percents[exercise.assignment] = _percent(exercise, best, extra)
        if isinstance(exercise, Unit) and best is not None:
            mastered += share(best) >= catalog.mastery
    return Line(
        user_name=person.user_name,
        name=person.display_name,
        group=person.group.name if person.group else "",
        email=person.email or "",
        percents=percents,
        mastered=mastered,
    )


def _best(
    exercise: Exercise, tried: Mapping[str, list[Attempt]], calendar: Calendar
) -> Attempt | None:
    its = counting(exercise, tried, calendar)
    return max(its, key=lambda attempt: attempt.score, default=None)


def _percent(exercise: Exercise, best: Attempt | None, extra: float) -> float | None:
    if best is None:
        return None
    possible = best.points + sum(exercise.rubric.values())
    return round(100 * (best.score + extra) / possible, 2) if possible else None
