"""Who is stuck, and why: not opened, opened and not submitted, failed twice, past the day, silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from academy.catalog import Exercise
from academy.progress.days import Calendar, day_of
from academy.progress.journey import Step, next_step, share

WEEK = timedelta(days=7)
A_WHILE = timedelta(days=3)


class Why(StrEnum):
    """A reason to help somebody, the most urgent first."""

    NOT_OPENED = "belum membuka"
    SILENT = "diam"
    FAILED_TWICE = "gagal dua kali"
    OVERDUE = "lewat batas"
    NOT_SUBMITTED = "belum dikirim"


@dataclass(frozen=True)
class Reason:
    """Why somebody needs help.

    Attributes:
        why: the kind of reason.
        exercise: the exercise that it is about; none when it is about the training as a whole.
        days: since when, in days.
    """

    why: Why
    exercise: Exercise | None = None
    days: int = 0


@dataclass(frozen=True)
class Facts:
    """What is known about one trainee.

    Attributes:
        steps: where she stands.
        calendar: her cohort's days.
        last_seen: the last day on which she used the school; none when never.
        opened: the day on which she fetched an exercise, by assignment.
    """

    steps: Sequence[Step]
    calendar: Calendar
    last_seen: date | None = None
    opened: Mapping[str, date] = field(default_factory=dict)


def reasons(facts: Facts, day: date, mastery: int) -> list[Reason]:
    """Say why somebody needs help today, the most urgent first; nothing when she does not.

    Nobody is stuck before her cohort begins, after it ends, and when all is done.

    Args:
        facts: what is known about her.
        day: today.
        mastery: the catalogue's threshold, percent.
    """
    ahead = next_step(facts.steps)
    if ahead is None or not facts.calendar.runs(day):
        return []
    found = [*_presence(facts, ahead, day)]
    for step in facts.steps:
        if step.is_done:
            continue
        found += _about(facts, step, day, mastery)
    return sorted(found, key=lambda reason: list(Why).index(reason.why))


def _presence(facts: Facts, ahead: Step, day: date) -> list[Reason]:
    """Say whether she came, and whether she has gone."""
    starts = facts.calendar.starts
    signs = [sign for sign in (facts.last_seen, *facts.opened.values(), *_handed_in(facts)) if sign]
    if not signs:
        waited = day - starts if starts else timedelta()
        return [Reason(Why.NOT_OPENED, ahead.exercise, waited.days)] if waited >= A_WHILE else []
    quiet = day - max(signs)
    return [Reason(Why.SILENT, days=quiet.days)] if quiet >= WEEK else []


def _handed_in(facts: Facts) -> list[date]:
    return [day_of(attempt.handed_in) for step in facts.steps for attempt in step.tries]


def _about(facts: Facts, step: Step, day: date, mastery: int) -> list[Reason]:
    """Say what keeps her from being done with one exercise."""
    found = []
    last_two = step.tries[-2:]
    if len(last_two) == 2 and all(share(attempt) < mastery for attempt in last_two):
        since = day - day_of(last_two[-1].handed_in)
        found.append(Reason(Why.FAILED_TWICE, step.exercise, since.days))
    if step.due is not None and step.due < day:
        found.append(Reason(Why.OVERDUE, step.exercise, (day - step.due).days))
    opened = facts.opened.get(step.exercise.assignment)
    if opened is not None and not step.tries and day - opened >= A_WHILE:
        found.append(Reason(Why.NOT_SUBMITTED, step.exercise, (day - opened).days))
    return found
