"""When trainees were there, from the hub's database and from their folders."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from academy.progress import presence
from deployment.local.layout import Layout


@pytest.fixture
def files(tmp_path: Path) -> Layout:
    """A school's folders."""
    made = Layout(tmp_path)
    made.hub.mkdir()
    return made


def test_the_hub_knows_when_somebody_came(files: Layout) -> None:
    """In the day of Banten; who never came, or is unknown, is not there."""
    assert presence.last_seen(files, ["tosari"]) == {}
    with sqlite3.connect(files.hub_database) as db:
        db.execute("CREATE TABLE users (name TEXT, last_activity TEXT)")
        rows = [
            ("tosari", "2027-01-04 17:30:00.123456"),
            ("lumiga", None),
            ("x", "2027-01-01 00:00:00"),
        ]
        db.executemany("INSERT INTO users VALUES (?, ?)", rows)
    db.close()
    names = ["tosari", "lumiga", "tamutak"]
    assert presence.last_seen(files, names) == {"tosari": date(2027, 1, 5)}


def test_a_hub_that_never_started(files: Layout) -> None:
    """Its database may be there without a table."""
    sqlite3.connect(files.hub_database).close()
    files.hub_database.touch()
    assert presence.last_seen(files, ["tosari"]) == {}


def test_what_was_opened(files: Layout) -> None:
    """Each fetched exercise with the day on which something was last saved in it; no link counts."""
    folder = files.home_of("tosari") / "latihan" / "pembukuan_03_hpp"
    folder.mkdir(parents=True)
    notebook = folder / "03_hpp.ipynb"
    notebook.touch()
    os.utime(folder, (1799000000, 1799000000))
    os.utime(notebook, (1799200000, 1799200000))
    (folder.parent / "catatan.txt").touch()
    (folder.parent / "hub").symlink_to(files.hub)
    assert presence.opened(files, "tosari") == {"pembukuan_03_hpp": date(2027, 1, 6)}
    assert presence.opened(files, "lumiga") == {}
    (files.homes / "lumiga").mkdir()
    (files.homes / "lumiga" / "latihan").symlink_to(folder.parent)
    assert presence.opened(files, "lumiga") == {}
