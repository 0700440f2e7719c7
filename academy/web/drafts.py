"""Lists that somebody is about to register people from: kept in memory, an hour, for her alone."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from academy.people import enrolment
from academy.people.models import Cohort, Group
from academy.people.roster import Entry, Roster, Written, judge
from academy.web.rights import MENTOR, Viewer
from usaha.importers.problems import Problem

KEPT: Final = 3600.0  # seconds
NO_COHORT: Final = 'Angkatan "{}" belum ada. Pilih salah satu dari daftar.'
NO_GROUP: Final = "Kelompok kosong. Tulis nama kelompok Anda."
NOT_HER_GROUP: Final = (
    'Kelompok "{}" bukan kelompok Anda. Tulis kelompok Anda, atau nama yang baru.'
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A list between upload and registration.

    Attributes:
        rows: as they were written, and as they were mended since.
        cohort: name of the cohort of all whose row names none.
        group: the same for the group.
        mark: tells a page of this list from one of another, which may still be open somewhere.
    """

    rows: tuple[Written, ...]
    cohort: str
    group: str = ""
    mark: str = field(default_factory=lambda: secrets.token_hex(8), compare=False)

    def mended(self, changes: Mapping[int, Mapping[str, str] | None]) -> Draft:
        """Give the draft with some rows written anew; those that are None are left out.

        Example:
            >>> draft = Draft((Written(3, {"name": "12"}), Written(4, {"name": "Ani"})), "2027-1")
            >>> draft.mended({3: {"name": "Budi"}, 4: None}).rows
            (Written(line=3, fields={'name': 'Budi'}),)
        """
        rows = []
        for row in self.rows:
            change = changes.get(row.line, row.fields)
            if change is not None:
                rows.append(Written(row.line, {**row.fields, **change}))
        return replace(self, rows=tuple(rows))

    def without(self, lines: Iterable[int]) -> Draft:
        """Give the draft without some rows."""
        return self.mended(dict.fromkeys(lines))


def plan(session: Session, draft: Draft, viewer: Viewer, today: date) -> enrolment.Plan:
    """Say what registering a draft would do, when `viewer` does it.

    A mentor registers people in her own groups, or in new ones, which become hers.
    """
    roster = judge(draft.rows, today)
    filled = [
        replace(entry, cohort=entry.cohort or draft.cohort, group=entry.group or draft.group)
        for entry in roster.entries
    ]
    cohorts = {name.lower(): name for name in session.scalars(select(Cohort.name))}
    groups = _groups(session) if viewer.role == MENTOR else None
    kept, problems = [], list(roster.problems)
    for entry in filled:
        wrong = _wrong(entry, cohorts, groups, viewer.name)
        if wrong:
            problems.append(Problem(wrong, (entry.line,)))
        else:
            kept.append(replace(entry, cohort=cohorts[entry.cohort.lower()]))
    return enrolment.plan(session, Roster(tuple(kept), tuple(problems), roster.repeated))


def _groups(session: Session) -> dict[tuple[str, str], str | None]:
    """Give every group's mentor, by cohort and name."""
    wanted = select(Cohort.name, Group.name, Group.mentor).join(Group.cohort)
    return {(cohort, group): mentor for cohort, group, mentor in session.execute(wanted)}


def _wrong(
    entry: Entry,
    cohorts: Mapping[str, str],
    groups: Mapping[tuple[str, str], str | None] | None,
    mentor: str,
) -> str | None:
    cohort = cohorts.get(entry.cohort.lower())
    if cohort is None:
        return NO_COHORT.format(entry.cohort)
    if groups is None:
        return None
    if not entry.group:
        return NO_GROUP
    hers = groups.get((cohort, entry.group), mentor) == mentor
    return None if hers else NOT_HER_GROUP.format(entry.group)


def claim(session: Session, viewer: Viewer, cohort: str, name: str) -> None:
    """Make a mentor's new group hers, before anybody is registered in it.

    Raises:
        LookupError: it is somebody else's by now.
    """
    its_cohort = session.scalars(select(Cohort).where(Cohort.name == cohort)).one()
    where = (Group.cohort_id == its_cohort.id, Group.name == name)
    group = session.scalar(select(Group).where(*where))
    if group is None:
        session.add(Group(cohort=its_cohort, name=name, mentor=viewer.name))
    elif group.mentor != viewer.name:
        raise LookupError(NOT_HER_GROUP.format(name))


@dataclass(slots=True)
class Drafts:
    """Everybody's draft, one each; a new one takes the place of the old."""

    clock: Callable[[], float] = time.monotonic
    _kept: dict[str, tuple[float, Draft]] = field(default_factory=dict)

    def put(self, name: str, draft: Draft) -> None:
        """Keep the draft of `name`."""
        self._kept = {who: kept for who, kept in self._kept.items() if self._is_fresh(kept[0])}
        self._kept[name] = (self.clock(), draft)

    def of(self, name: str) -> Draft | None:
        """Give the draft of `name`, None when there is none or it is too old."""
        made, draft = self._kept.get(name, (0.0, None))
        return draft if draft and self._is_fresh(made) else None

    def drop(self, name: str) -> None:
        """Forget the draft of `name`."""
        self._kept.pop(name, None)

    def _is_fresh(self, made: float) -> bool:
        return self.clock() - made < KEPT
