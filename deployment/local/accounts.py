"""Who may log in: a small database of names, roles and scrypt hashes, with limited attempts."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from deployment.local import attempts, passwords
from deployment.local.words import as_typed, one_time_password

ROLES = ("trainee", "mentor")
_NAME = re.compile(r"[a-z][a-z0-9]{2,23}")
_TABLE = """CREATE TABLE IF NOT EXISTS accounts (
    name TEXT PRIMARY KEY, role TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL,
    must_change INTEGER NOT NULL) STRICT"""


class Outcome(Enum):
    """What a login attempt comes to."""

    OK = "ok"
    MUST_CHANGE = "must_change"
    WRONG = "wrong"
    WAIT = "wait"


@dataclass(frozen=True)
class Verdict:
    """The answer to a login attempt; `wait` is in seconds, for `Outcome.WAIT` only."""

    outcome: Outcome
    wait: int = 0


class Accounts:
    """The school's logins.

    Args:
        path: SQLite database, made 0600 when missing.

    Example:
        >>> import tempfile
        >>> store = Accounts(Path(tempfile.mkdtemp()) / "accounts.sqlite")
        >>> once = store.add("peserta01", "trainee")
        >>> store.check("peserta01", once, "10.0.0.1").outcome
        <Outcome.MUST_CHANGE: 'must_change'>
        >>> store.change("peserta01", "emping menes 77")
        >>> store.check("peserta01", "emping menes 77", "10.0.0.1").outcome
        <Outcome.OK: 'ok'>
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.touch(0o600)
        with self._open() as db:
            db.execute(_TABLE)
            attempts.create(db)

    def add(self, name: str, role: str) -> str:
        """Add an account and give its one-time password.

        Args:
            name: 3 to 24 small letters and digits, a letter first.
            role: `trainee` or `mentor`.

        Raises:
            ValueError: bad name or role, or the name is taken.
        """
        password = one_time_password()
        self.add_all([(name, role, password)])
        return password

    def add_all(self, people: Iterable[tuple[str, str, str]]) -> None:
        """Add several accounts (name, role, one-time password), all of them or none.

        Raises:
            ValueError: bad name or role, or a name is taken.
        """
        rows = []
        for name, role, password in people:
            if not _NAME.fullmatch(name) or role not in ROLES:
                raise ValueError(f"nama {name!r} atau peran {role!r} tidak dapat dipakai")
            rows.append((name, role, *passwords.hashed(password)))
        with self._open() as db:
            try:
                db.executemany("INSERT INTO accounts VALUES (?, ?, ?, ?, 1)", rows)
            except sqlite3.IntegrityError as error:
                raise ValueError(f"akun {rows[0][0]} sudah ada") from error

    def reset(self, name: str) -> str:
        """Give `name` a new one-time password; the old password stops working.

        Raises:
            KeyError: no such account.
        """
        password = one_time_password()
        self._set(name, password, must_change=True)
        return password

    def change(self, name: str, password: str) -> None:
        """Set the password that `name` chose.

        Raises:
            KeyError: no such account.
        """
        self._set(name, password, must_change=False)

    def names(self, role: str | None = None) -> list[str]:
        """List account names, all or those with one role, sorted."""
        with self._open() as db:
            rows = db.execute("SELECT name, role FROM accounts ORDER BY name").fetchall()
        return [name for name, its in rows if role in (None, its)]

    def role(self, name: str) -> str | None:
        """Give the role of `name`, None when there is no such account."""
        row = self._row(name)
        return row[0] if row else None

    def stamp(self, name: str) -> str:
        """Give what changes with each new password of `name`; '' when there is no account."""
        row = self._row(name)
        return row[1].hex() if row else ""

    def waiting_for_change(self, name: str) -> bool:
        """Say whether `name` still has a one-time password."""
        row = self._row(name)
        return bool(row and row[3])

    def check(self, name: str, password: str, address: str, now: float | None = None) -> Verdict:
        """Judge a login attempt and count it.

        Args:
            name: what was typed as the name.
            password: what was typed as the password.
            address: network address that it came from.
            now: seconds since the epoch.
        """
        now = time.time() if now is None else now
        with self._open() as db:
            wait = attempts.begin(db, name, address, now)
        if wait:
            return Verdict(Outcome.WAIT, wait)
        row = self._row(name)
        if not self._matches(row, password) or row is None:
            return Verdict(Outcome.WRONG)
        with self._open() as db:
            attempts.forgive(db, name)
        return Verdict(Outcome.MUST_CHANGE if row[3] else Outcome.OK)

    def is_password(self, name: str, password: str) -> bool:
        """Say whether `password` is the present one, without counting an attempt."""
        return self._matches(self._row(name), password)

    def _matches(self, row: tuple[str, bytes, bytes, int] | None, password: str) -> bool:
        # An unknown name costs the same time as a known one.
        _, salt, expected, once = row or ("", b"\0" * 16, b"\0" * 32, 0)
        typed = as_typed(password) if once else password
        return passwords.same(typed, salt, expected) and row is not None

    def _row(self, name: str) -> tuple[str, bytes, bytes, int] | None:
        with self._open() as db:
            query = "SELECT role, salt, hash, must_change FROM accounts WHERE name = ?"
            row: tuple[str, bytes, bytes, int] | None = db.execute(query, (name,)).fetchone()
        return row

    def _set(self, name: str, password: str, *, must_change: bool) -> None:
        with self._open() as db:
            query = "UPDATE accounts SET salt = ?, hash = ?, must_change = ? WHERE name = ?"
            done = db.execute(query, (*passwords.hashed(password), int(must_change), name))
            if not done.rowcount:
                raise KeyError(name)
            attempts.forgive(db, name)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        db = sqlite3.connect(self.path, timeout=10)
        try:
            with db:
                yield db
        finally:
            db.close()
