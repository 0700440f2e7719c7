"""From a launch to an account: the same subject always gets the same, a new one a drawn name."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from academy.lti.launch import Launch, Refused
from academy.lti.models import LtiLine, LtiSubject
from academy.people import store as people
from academy.people.models import Person
from academy.people.store import Store
from academy.people.traits import read_name
from academy.people.usernames import user_name
from deployment.local.accounts import Accounts
from deployment.local.campus import Campus
from deployment.local.school import School
from deployment.local.words import one_time_password
from usaha import dates

ROLE: Final = "trainee"
CLOSED: Final = "Akun Anda di Lapak sudah ditutup. Tanyakan kepada pendamping Anda."
NO_COHORT: Final = "Lapak belum menerima peserta baru dari kampus Anda. Beri tahu pengajar Anda."


@dataclass(frozen=True, slots=True)
class Admitted:
    """Who came.

    Attributes:
        user_name: her name at the hub.
        has_agreed: whether she has agreed to what is kept about her.
    """

    user_name: str
    has_agreed: bool


def admit(school: School, store: Store, campus: Campus, launch: Launch) -> Admitted:
    """Let somebody in, and register her where she comes for the first time.

    Whoever is there already stays in the cohort and the group that she has.

    Args:
        school: whose trainee she is or becomes.
        store: the academy's database.
        campus: where she comes from.
        launch: what her platform says.

    Raises:
        Refused: her account was closed, or the campus' cohort is not there or over.
    """
    accounts = Accounts(school.accounts)
    with store.writing() as session:
        where = (LtiSubject.issuer == campus.issuer, LtiSubject.subject == launch.subject)
        name = session.scalar(select(LtiSubject.user_name).where(*where))
        known = name is not None
        person = people.find(session, name) if name else _add(session, accounts, campus, launch)
        if person.closed:
            raise Refused(CLOSED)
        name = person.user_name
        _keep_line(session, name, launch)
        if not known:
            accounts.add_all([(name, ROLE, one_time_password())])
        if accounts.waiting_for_change(name):
            # She comes from her campus, and a password that is due first would end her session.
            accounts.change(name, secrets.token_urlsafe(32))
    return Admitted(name, person.consent_day is not None)


def _add(session: Session, accounts: Accounts, campus: Campus, launch: Launch) -> Person:
    try:
        cohort = people.cohort(session, campus.cohort)
    except LookupError as error:
        raise Refused(NO_COHORT) from error
    if dates.today() > cohort.ends:
        raise Refused(NO_COHORT)
    called, _ = read_name(launch.name)
    name = user_name({*people.used_names(session), *accounts.names()}, called)
    person = Person(
        user_name=name,
        display_name=called or name,
        role=ROLE,
        district=campus.district,
        business="",
        cohort=cohort,
        group=people.group(session, cohort, launch.course) if launch.course else None,
        registered=datetime.now(UTC),
    )
    session.add_all(
        [person, LtiSubject(user_name=name, issuer=campus.issuer, subject=launch.subject)]
    )
    session.flush()
    return person


def _keep_line(session: Session, name: str, launch: Launch) -> None:
    """Remember where the score of what she was sent to has to go."""
    if launch.exercise is None or not launch.line:
        return
    its = {"user_name": name, "assignment": launch.exercise.assignment, "address": launch.line}
    if session.scalar(select(LtiLine.id).filter_by(**its)) is None:
        session.add(LtiLine(**its))
