"""Keeps each trainee's plan: which exercises her box shows, what comes first, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from academy.catalog import Catalog
from academy.people.models import Cohort, Opening, Person
from academy.people.store import Store
from academy.progress import store as tries
from academy.progress.group import calendar_of
from academy.progress.journey import State, Step, journey, next_step
from academy.progress.models import Attempt
from academy.progress.store import Progress
from deployment.local import plans
from deployment.local.school import School

TRAINEE = "trainee"
_OPENINGS = select(Opening.user_name, Opening.group_id, Opening.assignment)


def opened_for(session: Session, people: Sequence[Person]) -> dict[str, set[str]]:
    """Give the exercises that mentors have opened by hand, by user name.

    Args:
        session: of the academy's database.
        people: who; each also has what was opened for her group.
    """
    by_name: dict[str | None, set[str]] = {}
    by_group: dict[int | None, set[str]] = {}
    for user_name, group_id, assignment in session.execute(_OPENINGS):
        by_name.setdefault(user_name, set()).add(assignment)
        by_group.setdefault(group_id, set()).add(assignment)
    none: set[str] = set()
    return {
        person.user_name: by_name.get(person.user_name, none)
        | (by_group.get(person.group_id, none) if person.group_id is not None else none)
        for person in people
    }


def opened_to(
    session: Session, *, user_name: str | None = None, group: int | None = None
) -> set[str]:
    """Give what was opened by hand to one trainee alone, or to one group."""
    rows = session.execute(_OPENINGS).all()
    return {its for name, number, its in rows if (name, number) == (user_name, group)}


def plan_of(steps: Sequence[Step], *, enforced: bool) -> dict[str, Any]:
    """Write down what a trainee's room and the hub's pages say of her way.

    Args:
        steps: where she stands.
        enforced: whether what is locked is closed to her; else she sees it and may begin there.
    """
    ahead = next_step(steps)
    return {
        "next": ahead.exercise.assignment if ahead else "",
        "exercises": {step.exercise.assignment: _entry(step, enforced=enforced) for step in steps},
    }


def _entry(step: Step, *, enforced: bool) -> dict[str, Any]:
    is_open = not enforced or step.state is not State.LOCKED or bool(step.tries)
    title = step.exercise.title
    return {
        "title": title.id,
        "title_en": title.en,
        "open": is_open,
        "done": step.is_done,
        "due": step.due.isoformat() if step.due else "",
        "first": [] if is_open else [unit.title.id for unit in step.missing],
    }


@dataclass
class _Seen:
    """What the plans were made from last."""

    common: tuple[object, ...] = ()
    people: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    rooms: frozenset[str] = frozenset()
    graded: datetime | None = None


class Opener:
    """Makes plans anew where something has changed.

    Args:
        school: whose.
        store: the academy's database.
        progress: the database of tries.
        catalog: the units.
    """

    def __init__(self, school: School, store: Store, progress: Progress, catalog: Catalog) -> None:
        self.school, self.store, self.progress, self.catalog = school, store, progress, catalog
        self._seen = _Seen()

    def look(self) -> list[str]:
        """Look once, and make the plans of those for whom something is new; gives their names."""
        now, last = self._now(), self._seen
        names = {*now.people, *now.rooms}
        if now.common == last.common:
            moved = {name for name, what in now.people.items() if last.people.get(name) != what}
            names = moved | (now.rooms - last.rooms) | self._graded_since(last.graded)
        self._make(sorted(names))
        self._seen = now
        return sorted(names)

    def _now(self) -> _Seen:
        """Read what plans depend on; cheap enough for every few seconds."""
        released = [(path.name, path.stat().st_mtime_ns) for path in self.school.outbound.iterdir()]
        with self.store.reading() as session:
            openings = sorted(map(str, session.execute(_OPENINGS)))
            cohorts = session.scalars(select(Cohort).options(selectinload(Cohort.dues))).all()
            days = [
                (one.id, one.ends, *((due.assignment, due.day) for due in one.dues))
                for one in cohorts
            ]
            wanted = select(Person.user_name, Person.cohort_id, Person.group_id)
            people = session.execute(wanted.where(Person.role == TRAINEE, Person.closed.is_(None)))
            places = {name: (cohort, group) for name, cohort, group in people}
        with self.progress.reading() as session:
            graded = session.scalar(select(func.max(Attempt.graded)))
        rooms = frozenset(
            path.parent.name for path in self.school.plans.glob(f"*/{plans.OUTBOUND}")
        )
        common = (*sorted(released), *openings, *days)
        return _Seen(common, places, rooms, graded)

    def _graded_since(self, moment: datetime | None) -> set[str]:
        later = () if moment is None else (Attempt.graded > moment,)
        with self.progress.reading() as session:
            return set(session.scalars(select(Attempt.user_name).where(*later).distinct()))

    def _make(self, names: Sequence[str]) -> None:
        people = self._people(names)
        with self.store.reading() as session:
            opened = opened_for(session, list(people.values()))
        with self.progress.reading() as session:
            tried = _by_name(tries.attempts(session, names))
        for name in names:
            person = people.get(name)
            calendar = calendar_of(person.cohort if person else None)
            steps = journey(self.catalog, tried.get(name, ()), calendar, opened.get(name, ()))
            in_cohort = person is not None and person.cohort_id is not None
            plan = plan_of(steps, enforced=self.school.enforces_opening and in_cohort)
            plans.write(self.school, name, plan)
            shown = {key for key, entry in plan["exercises"].items() if entry["open"]}
            plans.show(self.school, name, shown)

    def _people(self, names: Sequence[str]) -> dict[str, Person]:
        found: dict[str, Person] = {}
        with self.store.reading() as session:
            for at in range(0, len(names), 500):
                wanted = (
                    select(Person)
                    .where(Person.user_name.in_(names[at : at + 500]))
                    .options(selectinload(Person.cohort).selectinload(Cohort.dues))
                )
                found |= {person.user_name: person for person in session.scalars(wanted)}
        return found


def _by_name(attempts: Iterable[Attempt]) -> dict[str, list[Attempt]]:
    found: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        found.setdefault(attempt.user_name, []).append(attempt)
    return found
