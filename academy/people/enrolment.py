"""From a list to accounts: what is new in it, and each new person's name, login and card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from academy.people import cards, store
from academy.people.models import Person
from academy.people.roster import Entry, Roster
from academy.people.traits import business_group, same_name
from academy.people.usernames import user_name
from deployment.local.accounts import Accounts
from deployment.local.hub_groups import OFFICE, HubGroups
from deployment.local.school import School
from deployment.local.words import one_time_password
from usaha.importers.problems import Collected, Problem, listed

CONSENT_TEXT = "2026-11"
NO_COHORT = "Angkatan tidak disebut. Isi kolom Angkatan, atau ulangi dengan --cohort."
MEND = "Perbaiki baris itu di berkasnya, lalu ulangi: hanya yang belum terdaftar akan ditambahkan."
OTHERS = "{} sudah dipakai orang lain yang terdaftar ({}). Periksa nomor dan namanya."


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do.

    Attributes:
        new: the people it would add, each with her cohort.
        present: the people who are there already: nothing of theirs is changed.
        problems: the rows to be mended.
        repeated: lines that say again what an earlier one says.
    """

    new: tuple[Entry, ...]
    present: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    repeated: tuple[int, ...] = ()

    @property
    def wrong_lines(self) -> tuple[int, ...]:
        """The rows that have to be mended, in order."""
        return Roster((), self.problems).wrong_lines


def plan(session: Session, roster: Roster, cohort: str = "") -> Plan:
    """Compare a list with the people who are registered.

    Args:
        session: reads the database.
        roster: the list.
        cohort: the cohort of all who have none in the list.
    """
    found = Collected()
    for problem in roster.problems:
        for line in problem.lines or (None,):
            found.add(problem.text, line)
    owners = _owners(session)
    new: list[Entry] = []
    present: list[Entry] = []
    for entry in (replace(e, cohort=e.cohort or cohort) for e in roster.entries):
        keys = [key for key in (entry.phone, entry.email) if key]
        others = [owners[key] for key in keys if key in owners]
        wrong = _wrong(session, entry, others)
        if wrong:
            found.add(wrong, entry.line)
        else:
            (present if others else new).append(entry)
    by_line = sorted(found.problems(), key=lambda problem: problem.lines[:1])
    return Plan(tuple(new), tuple(present), tuple(by_line), roster.repeated)


def _owners(session: Session) -> dict[str, Person]:
    people = list(session.scalars(select(Person)))
    return {key: person for person in people for key in (person.phone, person.email) if key}


def _wrong(session: Session, entry: Entry, others: list[Person]) -> str | None:
    for other in others:
        if same_name(other.display_name) != same_name(entry.name):
            what = "Nomor HP" if other.phone == entry.phone else "E-mail"
            return OTHERS.format(what, other.user_name)
    if others:
        return None
    if not entry.cohort:
        return NO_COHORT
    try:
        store.cohort(session, entry.cohort)
    except LookupError as error:
        return str(error)
    return None


def preview(plan: Plan) -> Iterator[str]:
    r"""Say in Indonesian what an import would do, and what to mend in which row.

    Example:
        >>> print(*preview(Plan((), (), (Problem("Nama kosong. Tulis nama lengkap.", (7,)),))), sep="\n")
        Baru: 0 orang. Sudah terdaftar: 0 orang.
        Perlu diperbaiki: 1 baris.
          Baris 7: Nama kosong. Tulis nama lengkap.
        Perbaiki baris itu di berkasnya, lalu ulangi: hanya yang belum terdaftar akan ditambahkan.
    """
    yield f"Baru: {len(plan.new)} orang. Sudah terdaftar: {len(plan.present)} orang."
    if plan.repeated:
        yield f"Tertulis dua kali, diambil sekali: baris {listed(plan.repeated)}."
    if plan.problems:
        if plan.wrong_lines:
            yield f"Perlu diperbaiki: {len(plan.wrong_lines)} baris."
        yield from (f"  {problem}" for problem in plan.problems)
        yield MEND
    elif not plan.new:
        yield "Tidak ada yang perlu dilakukan."


def enrol(
    school: School,
    database: store.Store,
    entries: Sequence[Entry],
    role: str = "trainee",
    today: date | None = None,
    folder: Path | None = None,
) -> list[Path]:
    """Register people: user names, one-time passwords, cards, logins.

    Cards are written first and logins second, the people's data are kept last: whatever breaks off
    in between, the same import again registers the same people, and nobody is there twice.

    Args:
        school: whose people they become.
        database: the academy's.
        entries: new people, as `plan` gives them.
        role: what they are.
        today: the day of a consent that the list tells of.
        folder: where the cards go; the school's own folder if none is named.

    Returns:
        The files with cards.
    """
    if not entries:
        return []
    accounts = Accounts(school.accounts)
    with database.writing() as session:
        taken = {*store.used_names(session), *accounts.names()}
        written, logins = [], []
        for entry in entries:
            person = _person(session, entry, role, today or datetime.now(UTC).date())
            person.user_name = user_name(taken, entry.name)
            taken.add(person.user_name)
            session.add(person)
            password = one_time_password()
            logins.append((person.user_name, _login_role(role), password))
            place = entry.group or entry.cohort
            written.append(cards.Card(person.display_name, place, person.user_name, password))
        session.flush()
        paths = cards.write(folder or school.home, written, school.address)
        if role == "operator":  # before there are logins: never, for a moment, with others' rights
            HubGroups(school.accounts).put([name for name, *_ in logins], OFFICE)
        accounts.add_all(logins)
    return paths


def _login_role(role: str) -> str:
    return "trainee" if role == "trainee" else "mentor"


def _person(session: Session, entry: Entry, role: str, today: date) -> Person:
    cohort = store.cohort(session, entry.cohort)
    return Person(
        display_name=entry.name,
        role=role,
        phone=entry.phone,
        email=entry.email,
        district=entry.district,
        business=entry.business,
        business_group=business_group(entry.business),
        sex=entry.sex,
        age_group=entry.age_group,
        cohort=cohort,
        group=store.group(session, cohort, entry.group) if entry.group else None,
        registered=datetime.now(UTC),
        consent_day=today if entry.consent else None,
        consent_text=CONSENT_TEXT if entry.consent else None,
    )
