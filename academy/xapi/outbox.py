"""Statements that wait to be delivered, and how far the databases were read: one SQLite file."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from academy.xapi.statements import Statement
from deployment.local.layout import Layout

FILE = "xapi.sqlite"
_TABLES = """
CREATE TABLE IF NOT EXISTS waiting (
  number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, user_name TEXT NOT NULL, statement TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS read_to (source TEXT PRIMARY KEY, number INTEGER NOT NULL);
"""


class Outbox:
    """What waits.

    Args:
        path: of the file; it is made 0600 when missing.

    Example:
        >>> import tempfile
        >>> box = Outbox(Path(tempfile.mkdtemp()) / "xapi.sqlite")
        >>> box.put("people", 7, [])
        >>> box.read_to("people"), box.first(10)
        (7, [])
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        with self._opened() as db:
            db.execute("PRAGMA journal_mode=WAL")
            db.executescript(_TABLES)

    def read_to(self, source: str) -> int:
        """Give the number of the last row of a table that statements were made of."""
        with self._opened() as db:
            row = db.execute("SELECT number FROM read_to WHERE source = ?", (source,)).fetchone()
        return int(row[0]) if row else 0

    def put(self, source: str, number: int, statements: Iterable[Statement]) -> None:
        """Keep statements and how far the table was read: both or neither."""
        rows = [(one["id"], one["actor"]["account"]["name"], json.dumps(one)) for one in statements]
        with self._opened() as db, db:
            sql = "INSERT OR IGNORE INTO waiting (id, user_name, statement) VALUES (?, ?, ?)"
            db.executemany(sql, rows)
            db.execute("INSERT OR REPLACE INTO read_to VALUES (?, ?)", (source, number))

    def first(self, count: int) -> list[tuple[int, Statement]]:
        """Give the oldest that wait, each with its number."""
        with self._opened() as db:
            sql = "SELECT number, statement FROM waiting ORDER BY number LIMIT ?"
            return [(number, json.loads(text)) for number, text in db.execute(sql, (count,))]

    def done(self, numbers: Sequence[int]) -> None:
        """Forget what was delivered."""
        with self._opened() as db, db:
            sql = "DELETE FROM waiting WHERE number = ?"
            db.executemany(sql, [(number,) for number in numbers])

    def forget(self, user_name: str) -> None:
        """Forget what waits of somebody."""
        with self._opened() as db, db:
            db.execute("DELETE FROM waiting WHERE user_name = ?", (user_name,))
        with self._opened() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=10)) as db:
            db.execute("PRAGMA secure_delete=ON")
            yield db


def forget(files: Layout, user_name: str) -> None:
    """Forget what waits of somebody who is being erased; harmless where nothing is ever sent."""
    path = files.hub / FILE
    if path.exists():
        Outbox(path).forget(user_name)
