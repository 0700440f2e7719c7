"""The people of a mentor's group: where each stands, who needs help, what waits for the mentor."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy.orm import Session

from academy.catalog import Catalog, Track
from academy.people.models import Cohort, Person
from academy.progress import presence, store
from academy.progress.days import Calendar
from academy.progress.gains import Gain, gain
from academy.progress.journey import Step, journey, share
from academy.progress.models import Attempt, Review
from academy.progress.stuck import Facts, Reason, reasons
from deployment.local.layout import Layout

Row = TypeVar("Row", Attempt, Review)


@dataclass(frozen=True)
class Member:
    """One trainee as her mentor sees her.

    Attributes:
        person: who she is.
        steps: where she stands.
        reasons: why she needs help; nothing when she does not.
        waiting: what waits for the mentor's points.
    """

    person: Person
    steps: Sequence[Step]
    reasons: Sequence[Reason]
    waiting: Sequence[Review]

    @property
    def done(self) -> int:
        """How many exercises are behind her."""
        return sum(step.is_done for step in self.steps)


def calendar_of(cohort: Cohort | None) -> Calendar:
    """Give the days of a cohort; an account without one has none."""
    if cohort is None:
        return Calendar()
    return Calendar(cohort.starts, cohort.ends, {due.assignment: due.day for due in cohort.dues})


def members(
    files: Layout,
    catalog: Catalog,
    people: Sequence[Person],
    session: Session,
    day: date,
    opened: Mapping[str, Container[str]] = MappingProxyType({}),
) -> list[Member]:
    """Look at the people of a group; who needs help most comes first.

    Args:
        files: the school's, where the hub and the homes tell who was there.
        catalog: the units.
        people: trainees; their cohorts can be read.
        session: of the database of tries.
        day: today.
        opened: what mentors have opened by hand, by user name.
    """
    names = [person.user_name for person in people]
    tried = _by_name(store.attempts(session, names, answers=False))
    judged = _by_name(store.reviews(session, names))
    seen = presence.last_seen(files, names)
    found = []
    for person in people:
        name, calendar = person.user_name, calendar_of(person.cohort)
        steps = journey(catalog, tried.get(name, ()), calendar, opened.get(name, ()))
        facts = Facts(steps, calendar, seen.get(name), presence.opened(files, name))
        waiting = [one for one in judged.get(name, ()) if one.points and one.score is None]
        found.append(Member(person, steps, reasons(facts, day, catalog.mastery), waiting))
    return sorted(found, key=lambda one: (-len(one.reasons), one.person.display_name))


def _by_name(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.user_name, []).append(row)
    return found


def gains(catalog: Catalog, attempts: Iterable[Attempt]) -> list[tuple[Track, Gain]]:
    """Give what people gained in each track that enough of them have begun and ended with its tests."""
    first: dict[tuple[str, str], int] = {}
    for attempt in sorted(attempts, key=lambda one: one.handed_in):
        first.setdefault((attempt.assignment, attempt.user_name), share(attempt))
    found = []
    for track in catalog.tracks:
        if not track.tests:
            continue
        before, after = (test.assignment for test in track.tests)
        people = [name for assignment, name in first if assignment == before]
        pairs = [
            (float(first[before, name]), float(first[after, name]))
            for name in people
            if (after, name) in first
        ]
        if gained := gain(pairs):
            found.append((track, gained))
    return found
