"""Counting login attempts by name and by address, so that guessing gets slow and stays slow."""

from __future__ import annotations

import math
import sqlite3

# Free attempts before the first wait. An address may be a whole training centre's.
FREE = {"name": 5, "address": 40}
FIRST_WAIT, LONGEST_WAIT = 30, 900
FORGET_AFTER = 3600
_TABLE = """CREATE TABLE IF NOT EXISTS attempts (
    kind TEXT NOT NULL, who TEXT NOT NULL, count INTEGER NOT NULL,
    free_at REAL NOT NULL, last REAL NOT NULL, PRIMARY KEY (kind, who)) STRICT"""


def create(db: sqlite3.Connection) -> None:
    """Make the table if it is missing."""
    db.execute(_TABLE)


def pause(kind: str, count: int) -> int:
    """Seconds to wait after `count` attempts: 30, 60, 120 … up to 900.

    Example:
        >>> [pause("name", count) for count in (4, 5, 6, 7, 20)]
        [0, 30, 60, 120, 900]
    """
    over = count - FREE[kind]
    return 0 if over < 0 else min(FIRST_WAIT * 2 ** min(over, 10), LONGEST_WAIT)


def begin(db: sqlite3.Connection, name: str, address: str, now: float) -> int:
    """Count an attempt before its password is looked at.

    Counting first means that attempts sent at once cannot slip past the limit together.

    Args:
        db: open database.
        name: account name as typed; unknown names count too, so they look like known ones.
        address: network address of the client.
        now: seconds since the epoch.

    Returns:
        0 when the attempt may go on, else the seconds to wait; then nothing is counted.
    """
    db.execute("BEGIN IMMEDIATE")
    db.execute("DELETE FROM attempts WHERE last < ? AND free_at < ?", (now - FORGET_AFTER, now))
    who = (("name", name[:64]), ("address", address[:64]))
    query = "SELECT count, free_at FROM attempts WHERE kind = ? AND who = ?"
    known = [db.execute(query, key).fetchone() or (0, 0.0) for key in who]
    wait = max(free_at for _, free_at in known) - now
    if wait > 0:
        return math.ceil(wait)
    for (kind, value), (count, _) in zip(who, known, strict=True):
        # Who came a moment earlier and was let in a moment later is not kept waiting by that moment.
        seconds = pause(kind, count + 1)
        free_at = now + seconds if seconds else 0.0
        row = (kind, value, count + 1, free_at, now)
        db.execute("INSERT OR REPLACE INTO attempts VALUES (?, ?, ?, ?, ?)", row)
    return 0


def forgive(db: sqlite3.Connection, name: str) -> None:
    """Forget the attempts on `name` after its owner got in; those of the address stay."""
    db.execute("DELETE FROM attempts WHERE kind = 'name' AND who = ?", (name[:64],))


def in_words(seconds: int) -> str:
    """Say a waiting time in Indonesian.

    Example:
        >>> in_words(30), in_words(61)
        ('30 detik', '2 menit')
    """
    return f"{seconds} detik" if seconds < 60 else f"{math.ceil(seconds / 60)} menit"
