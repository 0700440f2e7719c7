"""Where somebody stands: what is open to her, what she has mastered, what comes next, how long it takes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from academy.catalog import Catalog, Exercise, Track, TrackTest, Unit
from academy.progress.days import Calendar, Timing
from academy.progress.models import Attempt


class State(StrEnum):
    """How far she is with an exercise."""

    LOCKED = "terkunci"
    OPEN = "terbuka"
    TRIED = "dicoba"
    DONE = "selesai"


@dataclass(frozen=True)
class Step:
    """One exercise on her way.

    Attributes:
        exercise: which.
        state: how far she is.
        tries: all of her tries, oldest first.
        best: her best share of the machine's points in percent, of the tries that count; for a test
            of a track that of the first try, because it measures.
        due: its last day in her cohort.
        is_late: whether what was reached was reached after that day.
        missing: what has to be mastered first.
    """

    exercise: Exercise
    state: State
    tries: tuple[Attempt, ...] = ()
    best: int | None = None
    due: date | None = None
    is_late: bool = False
    missing: tuple[Exercise, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether it is behind her."""
        return self.state is State.DONE


def share(attempt: Attempt) -> int:
    """Give a try's share of the machine's points in whole percent, never rounded up to a threshold.

    Example:
        >>> share(Attempt(score=11.99, points=16.0))
        74
    """
    return int(100 * attempt.score / attempt.points + 1e-9) if attempt.points else 0


def journey(
    catalog: Catalog,
    attempts: Iterable[Attempt],
    calendar: Calendar,
    opened: Container[str] = (),
) -> list[Step]:
    """Say for every exercise of the catalogue where she stands.

    A unit is mastered when the best try that counts has at least the catalogue's `mastery` percent of
    the machine's points; what a mentor gives by hand comes later and locks nobody out. It opens when
    all its prerequisites are mastered. The test before a track is always open; the test after it
    opens when all its units are mastered, and a test is done with its first try.

    Args:
        catalog: the units.
        attempts: hers, in any order.
        calendar: her cohort's days.
        opened: assignments that a mentor has opened to her by hand.
    """
    tried: dict[str, list[Attempt]] = {}
    for attempt in sorted(attempts, key=lambda one: one.handed_in):
        tried.setdefault(attempt.assignment, []).append(attempt)
    mastered = {
        unit.id for unit in catalog.units if _done(catalog, unit, tried, calendar) is not None
    }
    return [
        _step(
            catalog,
            exercise,
            tried,
            calendar,
            () if exercise.assignment in opened else _missing(catalog, track, exercise, mastered),
        )
        for track in catalog.tracks
        for exercise in track.exercises
    ]


def next_step(steps: Sequence[Step]) -> Step | None:
    """Give what she should do next: what is due first, else what comes first in the catalogue."""
    waiting = [step for step in steps if step.state in (State.OPEN, State.TRIED)]
    return min(waiting, key=lambda step: step.due or date.max, default=None)


def minutes_left(steps: Sequence[Step]) -> int:
    """Add up the minutes that the catalogue gives to all that is not done."""
    return sum(step.exercise.total_minutes for step in steps if not step.is_done)


def _missing(
    catalog: Catalog, track: Track, exercise: Exercise, mastered: set[str]
) -> tuple[Exercise, ...]:
    if isinstance(exercise, Unit):
        wanted = [catalog.unit(id_) for id_ in exercise.prerequisites]
    else:
        wanted = list(track.units) if exercise is track.tests[-1] else []
    return tuple(unit for unit in wanted if unit.id not in mastered)


def counting(
    exercise: Exercise, tried: Mapping[str, list[Attempt]], calendar: Calendar
) -> list[Attempt]:
    """Give the tries of an exercise that count, oldest first; of a test the first alone."""
    own = exercise.assignment
    found = [
        attempt
        for attempt in tried.get(own, ())
        if attempt.counts and calendar.timing(own, attempt.handed_in) is not Timing.AFTER_THE_END
    ]
    return found[:1] if isinstance(exercise, TrackTest) else found


def _done(
    catalog: Catalog, exercise: Exercise, tried: Mapping[str, list[Attempt]], calendar: Calendar
) -> Attempt | None:
    """Give the try with which it was done."""
    needed = catalog.mastery if isinstance(exercise, Unit) else 0
    its = counting(exercise, tried, calendar)
    return next((attempt for attempt in its if share(attempt) >= needed), None)


def _step(
    catalog: Catalog,
    exercise: Exercise,
    tried: Mapping[str, list[Attempt]],
    calendar: Calendar,
    missing: tuple[Exercise, ...],
) -> Step:
    own = exercise.assignment
    done = _done(catalog, exercise, tried, calendar)
    if done is not None:
        state = State.DONE
    elif missing:
        state = State.LOCKED
    else:
        state = State.TRIED if tried.get(own) else State.OPEN
    return Step(
        exercise=exercise,
        state=state,
        tries=tuple(tried.get(own, ())),
        best=max(map(share, counting(exercise, tried, calendar)), default=None),
        due=calendar.dues.get(own),
        is_late=done is not None and calendar.timing(own, done.handed_in) is Timing.LATE,
        missing=missing,
    )
