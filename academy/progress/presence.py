"""When trainees were last in the school, and which exercises they have opened."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from academy.progress.days import day_of
from deployment.local.layout import Layout

EXERCISES = "latihan"  # the folder of a trainee's home into which exercises are fetched
_MANY = 500


def last_seen(files: Layout, user_names: Iterable[str]) -> dict[str, date]:
    """Read from the hub's database on which day people last used the school.

    Args:
        files: the school's.
        user_names: whose; who has never come is not in the answer.
    """
    if not files.hub_database.exists():
        return {}
    names, found = sorted(user_names), {}
    with contextlib.closing(sqlite3.connect(files.hub_database, timeout=10)) as db:
        for at in range(0, len(names), _MANY):
            some = names[at : at + _MANY]
            marks = ",".join("?" * len(some))
            query = f"SELECT name, last_activity FROM users WHERE name IN ({marks})"  # noqa: S608 (marks only)
            with contextlib.suppress(
                sqlite3.OperationalError
            ):  # a hub that never started to the end
                found.update({name: when for name, when in db.execute(query, some) if when})
    return {name: day_of(datetime.fromisoformat(when)) for name, when in found.items()}


def opened(files: Layout, user_name: str) -> dict[str, date]:
    """Give the exercises that somebody has fetched, each with the day on which she last saved there.

    Args:
        files: the school's.
        user_name: whose. Her folder is hers: no link in it is followed, and no file is read.
    """
    folder = files.home_of(user_name) / EXERCISES
    return {path.name: day_of(_touched(path)) for path in _entries(folder) if _is_folder(path)}


def _touched(folder: Path) -> datetime:
    times = [path.lstat().st_mtime for path in (folder, *_entries(folder)) if os.path.lexists(path)]
    return datetime.fromtimestamp(max(times, default=0.0), UTC)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if _is_folder(folder) else []
    except OSError:
        return []


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
