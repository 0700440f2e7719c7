"""The academy's own database: SQLite in the school's hub folder, or PostgreSQL by address."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.orm import Session

from academy.people.models import Cohort, Due, Erased, Group, Person
from academy.people.schema import upgrade
from deployment.local.accounts import Accounts
from deployment.local.layout import Layout

VARIABLE = "LAPAK_ACADEMY_DB"
_WRITES = "lapak_writes"


def address(files: Layout) -> str:
    """Give the database's address: `LAPAK_ACADEMY_DB`, or `hub/academy.sqlite` of the school."""
    return os.environ.get(VARIABLE) or f"sqlite:///{files.hub / 'academy.sqlite'}"


class Store:
    """The people of a school.

    Args:
        url: of SQLite or PostgreSQL. A SQLite file is made 0600 when missing; the schema is brought
            up to date.

    Raises:
        RuntimeError: a newer Lapak has written this database.

    Example:
        >>> import tempfile
        >>> store = Store(f"sqlite:///{tempfile.mkdtemp()}/academy.sqlite")
        >>> with store.writing() as session:
        ...     session.add(Cohort(name="2027-1", starts=date(2027, 1, 4), ends=date(2027, 4, 3), code="x"))
        >>> with store.reading() as session:
        ...     cohort(session, "2027-1").ends
        datetime.date(2027, 4, 3)
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        with self._writes().begin() as connection:
            self.migrate(connection)

    @staticmethod
    def migrate(connection: Connection) -> str:
        """Bring the database to the present schema; gives its version."""
        return upgrade(connection)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open the database to look something up; what is found stays usable afterwards."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open the database to change it: all of it when the block ends well, else nothing."""
        with Session(self._writes(), expire_on_commit=False) as session, session.begin():
            yield session

    def settle(self) -> None:
        """Empty SQLite's write-ahead log: what was deleted must not lie on there."""
        if self.engine.dialect.name == "sqlite":
            connection = self.engine.raw_connection()
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    def _writes(self) -> Engine:
        return self.engine.execution_options(**{_WRITES: True})


def _engine(url: str) -> Engine:
    parts = make_url(url)
    if parts.get_backend_name() in ("postgresql", "postgres"):
        return create_engine(parts.set(drivername="postgresql+psycopg"))
    if parts.database and parts.database != ":memory:":
        os.close(os.open(Path(parts.database), os.O_RDWR | os.O_CREAT, 0o600))
    engine = create_engine(parts)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: two that read first and write then would block each other.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def find(session: Session, user_name: str) -> Person:
    """Find a person by her user name.

    Raises:
        LookupError: there is none; the sentence is for people.
    """
    person = session.scalar(select(Person).where(Person.user_name == user_name))
    if person is None:
        raise LookupError(
            f"Tidak ada peserta bernama pengguna {user_name!r}. Lihat daftarnya: lapak people list"
        )
    return person


def cohort(session: Session, name: str) -> Cohort:
    """Find a cohort by its name.

    Raises:
        LookupError: there is none; the sentence is for people.
    """
    found = session.scalar(select(Cohort).where(Cohort.name == name))
    if found is None:
        raise LookupError(
            f"Angkatan {name!r} belum ada. Buat dahulu: "
            f"lapak people cohort add {name} --starts 2027-01-04 --ends 2027-04-03"
        )
    return found


def group(session: Session, its_cohort: Cohort, name: str) -> Group:
    """Find a group of a cohort by its name, or make it."""
    where = (Group.cohort_id == its_cohort.id, Group.name == name)
    found = session.scalar(select(Group).where(*where))
    if found is None:
        found = Group(cohort=its_cohort, name=name)
        session.add(found)
        session.flush()
    return found


def set_due(its_cohort: Cohort, assignment: str, day: date) -> None:
    """Set the last day for an assignment in a cohort."""
    for due in its_cohort.dues:
        if due.assignment == assignment:
            due.day = day
            return
    its_cohort.dues.append(Due(assignment=assignment, day=day))


def used_names(session: Session) -> set[str]:
    """Give all user names that people have or had."""
    return {*session.scalars(select(Person.user_name)), *session.scalars(select(Erased.user_name))}


def add_cohort(session: Session, name: str, days: tuple[date, date], code: str) -> Cohort:
    """Add a cohort with its first and last day and the code for registering in it.

    Raises:
        ValueError: it exists, has no name, or ends before it starts; the sentence is for people.
    """
    if not name.strip() or days[1] < days[0]:
        raise ValueError("Beri angkatan nama, dan hari terakhir sesudah hari pertama.")
    if session.scalar(select(Cohort).where(Cohort.name == name)):
        raise ValueError(f"Angkatan {name} sudah ada.")
    added = Cohort(name=name, starts=days[0], ends=days[1], code=code)
    session.add(added)
    session.flush()
    return added


def listed(session: Session, cohort_name: str = "", group_name: str = "") -> list[Person]:
    """List people by cohort, group and name; only those of a cohort or of groups of a name."""
    wanted = select(Person).outerjoin(Person.cohort).outerjoin(Person.group)
    if cohort_name:
        wanted = wanted.where(Cohort.id == cohort(session, cohort_name).id)
    if group_name:
        wanted = wanted.where(Group.name == group_name)
    return list(session.scalars(wanted.order_by(Cohort.name, Group.name, Person.display_name)))


def in_words(person: Person) -> tuple[str, ...]:
    """Give what a list shows of a person."""
    roles = {"trainee": "peserta", "mentor": "pendamping", "operator": "kantor"}
    state = "ditutup" if person.closed else "aktif"
    places = [place.name if place else "-" for place in (person.cohort, person.group)]
    return (person.user_name, person.display_name, roles[person.role], *places, state)


def cohorts_in_words(session: Session) -> Iterator[str]:
    """Give a line for each cohort, and one below it for each day on which something is due."""
    for its in session.scalars(select(Cohort).order_by(Cohort.starts, Cohort.name)):
        people = session.scalar(select(func.count()).where(Person.cohort_id == its.id))
        days = f"{its.starts:%d-%m-%Y} sampai {its.ends:%d-%m-%Y}"
        code = its.open_code or "diakhiri"
        yield f"{its.name}\t{days}\tkode {code}\t{people} orang"
        yield from (f"  {due.assignment}\tpaling lambat {due.day:%d-%m-%Y}" for due in its.dues)


def is_mentor(session: Session, accounts: Accounts, user_name: str) -> bool:
    """Say whether a user name is a mentor's: a registered one, or the one of the first start."""
    person = session.scalar(select(Person).where(Person.user_name == user_name))
    if person is not None:
        return person.role == "mentor" and person.closed is None
    return accounts.role(user_name) == "mentor"
