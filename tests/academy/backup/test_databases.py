"""Copies of databases at one moment."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from academy.backup import databases


def made(path: Path, rows: int) -> Path:
    """A database with some rows, in WAL mode, its last rows not yet in the main file."""
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("CREATE TABLE t (n INTEGER)")
    database.executemany("INSERT INTO t VALUES (?)", [(n,) for n in range(rows)])
    database.commit()
    database.close()
    return path


def test_what_is_written_meanwhile_is_not_in_any_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All are opened before the first is copied."""
    first, second = made(tmp_path / "a.db", 3), made(tmp_path / "b.db", 3)
    real = sqlite3.connect
    writer = real(second)

    def connect(name: object, *words: object, **more: object) -> sqlite3.Connection:
        if str(name).endswith("0-a.db"):  # the first copy begins: somebody writes into the second
            with writer:
                writer.execute("INSERT INTO t VALUES (99)")
        return real(name, *words, **more)  # type: ignore[arg-type, call-overload, no-any-return]

    monkeypatch.setattr(databases.sqlite3, "connect", connect)
    folder = tmp_path / "salinan"
    folder.mkdir()
    copies = databases.snapshot([first, second], folder)
    with closing(real(copies[second])) as copy:
        assert copy.execute("SELECT count(*) FROM t").fetchone() == (3,)
    assert writer.execute("SELECT count(*) FROM t").fetchone() == (4,)
    writer.close()


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    """Its path and what SQLite says."""
    path = made(tmp_path / "rusak.db", 5000)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)
    assert databases.problem(path)
    with pytest.raises(sqlite3.DatabaseError, match=r"rusak\.db"):
        databases.snapshot([path], tmp_path)


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    """Not a database at all."""
    path = tmp_path / "teks.db"
    path.write_text("halo" * 1000)
    assert "not a database" in databases.problem(path)


def test_who_holds_one_and_waits_for_another_goes_first(tmp_path: Path) -> None:
    """An import writes two databases in one piece; neither it nor the backup gives up."""
    first, second = made(tmp_path / "a.db", 1), made(tmp_path / "b.db", 1)
    done = []

    def enrol() -> None:
        with closing(sqlite3.connect(second, timeout=10, isolation_level=None)) as outer:
            outer.execute("BEGIN IMMEDIATE")
            begun.set()
            time.sleep(0.3)  # it reads the list
            with closing(sqlite3.connect(first, timeout=10)) as inner, inner:
                inner.execute("INSERT INTO t VALUES (7)")
            outer.execute("INSERT INTO t VALUES (7)")
            outer.execute("COMMIT")
            done.append(True)

    begun = threading.Event()
    thread = threading.Thread(target=enrol)
    thread.start()
    assert begun.wait(10)
    (tmp_path / "salinan").mkdir()
    copies = databases.snapshot([first, second], tmp_path / "salinan")
    thread.join()
    assert done == [True]
    for copy in copies.values():
        with closing(sqlite3.connect(copy)) as database:
            assert database.execute("SELECT count(*) FROM t").fetchone() == (2,)
