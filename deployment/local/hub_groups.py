"""Which hub groups an account is in: those of its role, or the one that it was put in by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from deployment.local.layout import COURSE

TRAINEES: Final = "peserta"
MENTORS: Final = "pendamping"
OFFICE: Final = "kantor"
GRADERS: Final = f"formgrade-{COURSE}"
_BY_ROLE: Final = {"trainee": (TRAINEES,), "mentor": (MENTORS, GRADERS)}
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS hub_groups (name TEXT PRIMARY KEY, hub_group TEXT NOT NULL) STRICT"
)


class HubGroups:
    """The accounts whose hub group is another one than that of their role.

    Args:
        path: the database of logins.

    Example:
        >>> import tempfile
        >>> groups = HubGroups(Path(tempfile.mkdtemp()) / "accounts.sqlite")
        >>> groups.put(["tosari"], OFFICE)
        >>> groups.of("tosari", "mentor"), groups.of("lumiga", "mentor")
        (('kantor',), ('pendamping', 'formgrade-lapak'))
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.touch(0o600)
        with self._open() as db:
            db.execute(_TABLE)

    def put(self, names: list[str], group: str) -> None:
        """Put accounts into one group, and out of those of their role."""
        with self._open() as db:
            rows = [(name, group) for name in names]
            db.executemany("INSERT OR REPLACE INTO hub_groups VALUES (?, ?)", rows)

    def of(self, name: str, role: str | None) -> tuple[str, ...]:
        """Give the hub groups of an account; none for a role that there is not."""
        with self._open() as db:
            query = "SELECT hub_group FROM hub_groups WHERE name = ?"
            row: tuple[str] | None = db.execute(query, (name,)).fetchone()
        return row or _BY_ROLE.get(role or "", ())

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        db = sqlite3.connect(self.path, timeout=10)
        try:
            with db:
                yield db
        finally:
            db.close()
