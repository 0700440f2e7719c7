"""Closing an account, and erasing a person: what is deleted and what stays as a mere count."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from academy.certificates.revoking import withdraw
from academy.people import cards, store
from academy.people.models import Erased, Group, Person
from deployment.local.accounts import Accounts
from deployment.local.school import School
from usaha.dates import today


def new_password(school: School, database: store.Store, user_name: str) -> str:
    """Give a person a new one-time password; the old one stops working at once.

    Raises:
        LookupError: there is no such person, or her account is closed.
    """
    accounts = Accounts(school.accounts)
    with database.reading() as session:
        try:
            closed = store.find(session, user_name).closed
        except LookupError:
            if accounts.role(user_name) is None:  # mentor and samples of the first start
                raise
            closed = None
    if closed is not None:
        raise LookupError(f"Akun {user_name} sudah ditutup, jadi tidak diberi kata sandi.")
    return accounts.reset(user_name)


def close(school: School, database: store.Store, user_name: str) -> None:
    """Close an account: its owner cannot log in any more, her work and data stay.

    Raises:
        LookupError: there is no such person.
    """
    with database.writing() as session:
        person = store.find(session, user_name)
        person.closed = person.closed or datetime.now(UTC)
    accounts = Accounts(school.accounts)
    if accounts.role(user_name) is not None:
        accounts.reset(user_name)  # a password that nobody learns; open sessions end with it


def erase(school: School, database: store.Store, user_name: str) -> Erased:
    """Erase a person: her data, her work, her grades, her server and its account.

    The count that stays is written first and her row deleted last, so that an erasure that was
    broken off can be repeated.

    Args:
        school: the school.
        database: the academy's.
        user_name: whose.

    Returns:
        What stays: her cohort, district and sex, how much was graded and with what share of points.

    Raises:
        LookupError: there is no such person.
        RuntimeError: her grades cannot be removed.
    """
    from academy.people import records  # it brings nbgrader, which resets and closing do without

    close(school, database, user_name)
    with database.reading() as session:  # counting takes a while: nobody waits for it
        remains = session.get(Erased, user_name) or _count(school, store.find(session, user_name))
    with database.writing() as session:
        session.merge(remains)
    records.remove(school, user_name)
    cards.remove(school, user_name)
    with database.writing() as session:
        withdraw(session, user_name, today())
        _delete_rows(session, user_name)
    database.settle()
    return remains


def _count(school: School, person: Person) -> Erased:
    from academy.people import records

    grades = records.grades_of(school, person.user_name)
    possible = sum(grade["max_score"] for grade in grades)
    points = sum(grade["score"] for grade in grades)
    return Erased(
        user_name=person.user_name,
        day=datetime.now(UTC).date(),
        role=person.role,
        cohort_id=person.cohort_id,
        district=person.district,
        sex=person.sex,
        graded=len(grades),
        share=round(100 * points / possible) if possible else None,
    )


def _delete_rows(session: Session, user_name: str) -> None:
    """Delete her rows in every table but that of counts, those that point to others first."""
    from academy.people.giving_back import tables_about_people

    session.execute(update(Group).where(Group.mentor == user_name).values(mentor=None))
    for table in reversed(tables_about_people(session)):
        if table.name != Erased.__tablename__:
            session.execute(delete(table).where(table.c.user_name == user_name))
