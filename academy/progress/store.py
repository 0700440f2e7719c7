"""The database of tries: SQLite in the course's folder, or PostgreSQL by address."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, delete, select
from sqlalchemy.orm import Session, defer
from sqlalchemy.sql.base import ExecutableOption

from academy.people import store
from academy.people.schema import upgrade
from academy.progress.models import Attempt, Base, Review, Visit
from deployment.local.layout import Layout

VARIABLE = "LAPAK_PROGRESS_DB"
TABLE = "progress_version"
FILE = "kemajuan.sqlite"
_MANY = 500  # names in one question; databases take a limited number


class Progress(store.Store):
    """What trainees have tried.

    Example:
        >>> import tempfile
        >>> progress = Progress(f"sqlite:///{tempfile.mkdtemp()}/kemajuan.sqlite")
        >>> with progress.reading() as session:
        ...     attempts(session, ["tosari"])
        []
    """

    @staticmethod
    def migrate(connection: Connection) -> str:
        """Bring the database to the present schema; gives its version."""
        return upgrade(connection, Path(__file__).parent, TABLE)


def address(files: Layout) -> str:
    """Give the database's address: `LAPAK_PROGRESS_DB`, or a file in the course's folder."""
    return os.environ.get(VARIABLE) or f"sqlite:///{files.course / FILE}"


def open_progress(files: Layout) -> Progress:
    """Open a school's database; a file that is missing is made for the owner of the course's folder.

    The grader writes it and the pages read it. In root's school they are two accounts, and what root
    made for itself would lock the grader out. SQLite gives its own side files to the same owner.

    Raises:
        RuntimeError: a newer Lapak has written it.
        OSError: there is no course folder.
    """
    if VARIABLE not in os.environ:
        _make_file(files.course)
    return Progress(address(files))


def _make_file(course: Path) -> None:
    folder = os.open(course, os.O_RDONLY | os.O_DIRECTORY)
    try:
        handle = os.open(FILE, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o600, dir_fd=folder)
        owner = os.fstat(folder)
        if os.geteuid() == 0:
            os.fchown(handle, owner.st_uid, owner.st_gid)
        os.close(handle)
    finally:
        os.close(folder)


def attempts(
    session: Session, user_names: Iterable[str], assignment: str = "", *, answers: bool = True
) -> list[Attempt]:
    """List the tries of people, oldest first.

    Args:
        session: of the database of tries.
        user_names: whose.
        assignment: only its tries; all where none is named.
        answers: whether what each answer earned is read too; else it cannot be asked for later.
    """
    more = (Attempt.assignment == assignment,) if assignment else ()
    left_out = () if answers else (defer(Attempt.answers, raiseload=True),)
    found = _of(session, Attempt, user_names, more, left_out)
    return sorted(found, key=lambda attempt: attempt.handed_in)


def reviews(session: Session, user_names: Iterable[str]) -> list[Review]:
    """List what mentors judged or have yet to judge of people."""
    return _of(session, Review, user_names)


def visits(session: Session, user_names: Iterable[str]) -> list[Visit]:
    """List the visits to people, newest first."""
    found = _of(session, Visit, user_names)
    return sorted(found, key=lambda visit: (visit.day, visit.id), reverse=True)


def _of(
    session: Session,
    kind: Any,
    user_names: Iterable[str],
    more: Iterable[ColumnElement[bool]] = (),
    options: Iterable[ExecutableOption] = (),
) -> list[Any]:
    names: list[str] = sorted(user_names)
    found: list[Any] = []
    for at in range(0, len(names), _MANY):
        wanted = select(kind).where(kind.user_name.in_(names[at : at + _MANY]), *more)
        found += session.scalars(wanted.options(*options))
    return found


def forget(files: Layout, user_name: str) -> None:
    """Delete everything about a person; harmless when repeated."""
    with _opened(files) as progress:
        if progress is not None:
            with progress.writing() as session:
                for table in Base.metadata.sorted_tables:
                    session.execute(delete(table).where(table.c.user_name == user_name))
            progress.settle()


def everything(files: Layout, user_name: str) -> dict[str, list[dict[str, Any]]]:
    """Give everything about a person, by table, as she may ask for it."""
    with _opened(files) as progress:
        if progress is None:
            return {}
        with progress.reading() as session:
            return {
                table.name: [dict(row) for row in rows]
                for table in Base.metadata.sorted_tables
                if (rows := _rows(session, table, user_name))
            }


def _rows(session: Session, table: Table, user_name: str) -> Sequence[RowMapping]:
    return session.execute(select(table).where(table.c.user_name == user_name)).mappings().all()


@contextmanager
def _opened(files: Layout) -> Iterator[Progress | None]:
    """Open what there is; a school that has not graded yet has none."""
    there = VARIABLE in os.environ or (files.course / FILE).exists()
    progress = open_progress(files) if there else None
    try:
        yield progress
    finally:
        if progress is not None:
            progress.close()
