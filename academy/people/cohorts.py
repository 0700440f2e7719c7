"""What the office decides about a cohort: its days, what is due when, its code, its groups' mentors."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from academy.people.models import ENDED, Cohort, Due, Group, Person
from academy.people.store import is_mentor
from deployment.local.accounts import Accounts

CODE_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another
NO_DAY: Final = "Pilih tanggal."
ENDS_FIRST: Final = "Hari terakhir harus sesudah hari pertama."
OUTSIDE: Final = (
    "Tanggal ini di luar masa angkatan. Pilih hari di antara hari pertama dan terakhir."
)
NO_MENTOR: Final = "Pilih seorang pendamping dari daftar."
NO_NAME: Final = "Tulis nama kelompok, paling panjang 80 huruf."
THERE: Final = "Kelompok dengan nama ini sudah ada."


def new_code() -> str:
    """Draw a code of eight signs, about 40 bits.

    Example:
        >>> len(new_code())
        8
    """
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(8))


def end_code(cohort: Cohort) -> None:
    """Let nobody register herself in a cohort any more."""
    cohort.code = f"{ENDED}{cohort.id}"


def set_days(
    cohort: Cohort, days: tuple[date | None, date | None], dues: Mapping[str, date | None]
) -> dict[str, str]:
    """Set a cohort's first and last day and all that is due in it.

    Args:
        cohort: whose.
        days: its first and last day.
        dues: the last day of each assignment; None takes it away.

    Returns:
        A sentence for each wrong field (`mulai`, `selesai`, or an assignment); then nothing is changed.
    """
    starts, ends = days
    wrong = {name: NO_DAY for name, day in (("mulai", starts), ("selesai", ends)) if day is None}
    if starts is None or ends is None:
        return wrong
    if ends < starts:
        return {"selesai": ENDS_FIRST}
    wrong = {name: OUTSIDE for name, day in dues.items() if day and not starts <= day <= ends}
    if wrong:
        return wrong
    cohort.starts, cohort.ends = starts, ends
    known = {due.assignment: due for due in cohort.dues}
    for name, day in dues.items():
        if day and name in known:
            known[name].day = day
        elif day:
            cohort.dues.append(Due(assignment=name, day=day))
        elif name in known:
            cohort.dues.remove(known[name])
    return {}


def mentors(session: Session, accounts: Accounts) -> dict[str, str]:
    """Give everybody who can have a group: names by user name; the first start's mentor too."""
    wanted = select(Person).where(Person.role == "mentor", Person.closed.is_(None))
    people = session.scalars(wanted.order_by(Person.display_name))
    found = {person.user_name: person.display_name for person in people}
    others = [n for n in sorted(accounts.names("mentor")) if is_mentor(session, accounts, n)]
    return {**found, **{name: name for name in others if name not in found}}


def add_group(session: Session, cohort: Cohort, name: str) -> str:
    """Add a group to a cohort; gives a sentence where that cannot be done, else nothing."""
    if not name.strip() or len(name) > 80:
        return NO_NAME
    where = (Group.cohort_id == cohort.id, Group.name == name)
    if session.scalar(select(Group).where(*where)):
        return THERE
    session.add(Group(cohort=cohort, name=name))
    return ""
