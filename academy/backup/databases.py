"""Copies of SQLite databases as they all were at one moment, while others write them."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterable
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import quote

PATIENCE = 0.5  # seconds for one database, while others are held
TRIES = 60


def snapshot(databases: Iterable[Path], folder: Path) -> dict[Path, Path]:
    """Copy databases as they all are at one moment.

    For some milliseconds nobody may write any of them; in these all are opened for reading, and then
    each is copied from inside that reading while writers go on. So a person is in the store of logins
    and in the academy's, or in neither.

    Args:
        databases: SQLite files.
        folder: where the copies go.

    Returns:
        The copy of each, in the order given.

    Raises:
        sqlite3.Error: one is damaged, or was never free.
    """
    paths, copies = list(databases), {}
    with ExitStack() as stack:
        opened = _readings(paths, stack)
        for number, (path, source) in enumerate(opened.items()):
            copy = folder / f"{number}-{path.name}"
            with closing(sqlite3.connect(copy)) as target:
                source.backup(target)
            _check(copy, path)
            copies[path] = copy
    return copies


def problem(path: Path) -> str:
    """Say what SQLite finds wrong in a database; "" when it is whole.

    Example:
        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp()) / "x.sqlite"
        >>> problem(file)
        'unable to open database file'
    """
    try:
        with closing(_connect(path)) as database:
            (said,) = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        return str(error)
    return "" if said == "ok" else str(said)


def _check(copy: Path, path: Path) -> None:
    if said := problem(copy):
        raise sqlite3.DatabaseError(f"{path}: {said}")


def _readings(paths: list[Path], stack: ExitStack) -> dict[Path, sqlite3.Connection]:
    """Open all for reading while nobody writes any of them."""
    for attempt in range(1, TRIES + 1):
        try:
            with ExitStack() as locks:
                for path in paths:
                    _begin(path, "BEGIN IMMEDIATE", locks)
                return {path: _begin(path, "BEGIN", stack) for path in paths}
        except sqlite3.OperationalError as error:
            # Whoever holds one and waits for another that we hold goes first.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or attempt == TRIES:
                raise
            time.sleep(random.uniform(0.05, 0.3))  # noqa: S311 (a pause, no secret)
    raise AssertionError("the last try returns or raises")


def _begin(path: Path, how: str, stack: ExitStack) -> sqlite3.Connection:
    database = stack.enter_context(closing(_connect(path)))
    try:
        database.execute(how)
        database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        raise
    except sqlite3.Error as error:
        raise sqlite3.DatabaseError(f"{path}: {error}") from error
    return database


def _connect(path: Path) -> sqlite3.Connection:
    # Not read-only: the first reader of a database in WAL mode makes its side files.
    address = f"file:{quote(str(path))}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
