"""A backup while everything is written, put back elsewhere, with equal checksums of all that matters."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from academy.backup import contents, databases
from academy.backup.making import back_up, last_backup
from academy.backup.restoring import restore
from academy.trouble import Trouble
from deployment.local.accounts import Accounts
from deployment.local.school import School
from tests.academy.backup.conftest import USER

DATABASES = (
    "hub/jupyterhub.sqlite",
    "hub/accounts.sqlite",
    "hub/academy.sqlite",
    "course/gradebook.db",
    "course/kemajuan.sqlite",
)


def dumped(path: Path) -> str:
    """All that a database holds, as one checksum."""
    with closing(sqlite3.connect(path)) as database:
        return hashlib.sha256("\n".join(database.iterdump()).encode()).hexdigest()


def kept(school: School) -> dict[str, object]:
    """What matters of a school: each file's bytes, owner and mode, each link, each database's rows."""
    found: dict[str, object] = {}
    for thing in contents.walk(school.home):
        name, status = str(thing.path), thing.status
        if name == "cadangan-terakhir.json":
            continue
        what: object = thing.target or "folder"
        if name in DATABASES:
            what = dumped(school.home / name)
        elif thing.handle is not None:
            what = hashlib.sha256((school.home / name).read_bytes()).hexdigest()
        mode = 0 if thing.target else status.st_mode
        found[name] = (what, mode, status.st_uid, status.st_gid)
    return found


@contextmanager
def writers(*deeds: Callable[[int], None]) -> Iterator[None]:
    """Runs each deed again and again, each in a thread, and fails when one fails."""
    stop, begun, failures = threading.Event(), threading.Semaphore(0), []

    def repeat(deed: Callable[[int], None]) -> None:
        try:
            deed(number := 1)
            begun.release()
            while not stop.is_set():
                deed(number := number + 1)
        except Exception as failure:  # noqa: BLE001 (it is told below)
            failures.append(failure)

    threads = [threading.Thread(target=repeat, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    try:
        assert all(begun.acquire(timeout=20) for _ in threads), failures
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert failures == []


def pairs(path: Path, mode: str) -> Callable[[int], None]:
    """A writer that keeps two tables equal: a copy that was torn shows it."""
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA journal_mode={mode}")
        for name in ("kiri", "kanan"):
            database.execute(f"CREATE TABLE {name} (n INTEGER, isi TEXT)")
        database.commit()

    def write(number: int) -> None:
        with closing(sqlite3.connect(path, timeout=30)) as database, database:
            for name in ("kiri", "kanan"):
                database.execute(f"INSERT INTO {name} VALUES (?, ?)", (number, "x" * 3000))

    return write


def sealed(path: Path) -> Callable[[int], None]:
    """A writer that replaces a file's content in place; its first line is the rest's checksum."""

    def write(number: int) -> None:
        text = f"{number}\n" * 20000
        path.write_text(hashlib.sha256(text.encode()).hexdigest() + "\n" + text)
        time.sleep(0.5)  # as long as it takes to type again

    write(0)
    return write


def both(first: Path, second: Path) -> Callable[[int], None]:
    """A writer that registers in one database and then in another, as an import does."""
    for path in (first, second):
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("CREATE TABLE urut (n INTEGER)")

    def write(number: int) -> None:
        for path in (first, second):
            with closing(sqlite3.connect(path, timeout=30)) as database, database:
                database.execute("INSERT INTO urut VALUES (?)", (number,))

    return write


def last_in(path: Path) -> int:
    """The newest number in a database."""
    with closing(sqlite3.connect(path)) as database:
        number: int | None = database.execute("SELECT max(n) FROM urut").fetchone()[0]
    return number or 0


def test_backup_during_load_is_whole_elsewhere(
    school: School, empty: Callable[[str], School], place: Path
) -> None:
    """Hub, gradebook and homes are written while it is made; what comes back agrees with itself."""
    notebook = school.home_of(USER) / "latihan" / "03_hpp.ipynb"
    deeds = (
        pairs(school.hub_database, "DELETE"),
        pairs(school.gradebook, "WAL"),
        both(school.accounts, school.hub / "academy.sqlite"),
        sealed(notebook),
    )
    before = kept(school)
    said: list[str] = []
    with writers(*deeds):
        files = [back_up(school, place / f"{n}.tar.gz", said.append) for n in range(2)]
    for number, file in enumerate(files):
        there = empty(f"lain-{number}")
        restore(there, file, said.append)
        after = kept(there)
        for name in DATABASES:
            assert databases.problem(there.home / name) == "", name
        for name in (there.hub_database, there.gradebook):
            with closing(sqlite3.connect(name)) as database:
                left, right = (
                    database.execute(f"SELECT count(*), max(n) FROM {side}").fetchone()
                    for side in ("kiri", "kanan")
                )
                assert left == right
                assert left[0] > 0
        assert 0 <= last_in(there.accounts) - last_in(there.hub / "academy.sqlite") <= 1
        moved = {str(notebook.relative_to(school.home)), *DATABASES}
        same = {name for name in before if name not in moved}
        assert {n: after[n] for n in same} == {n: before[n] for n in same}
        seal, _, text = (there.home / notebook.relative_to(school.home)).read_text().partition("\n")
        told = any("berubah terus" in line for line in said)
        assert told or hashlib.sha256(text.encode()).hexdigest() == seal


def test_a_quiet_school_comes_back_to_the_byte(
    school: School, empty: Callable[[str], School], place: Path
) -> None:
    """Every file, owner, mode and link, and every row of every database; logins work there."""
    password = Accounts(school.accounts).reset(USER)
    there = empty("lain")
    restore(there, back_up(school, place, print), print)
    assert kept(there) == kept(school)
    assert {path.name for path in there.home.iterdir()} >= {"hub", "course", "homes", "salt"}
    assert Accounts(there.accounts).is_password(USER, password)


def test_the_archive_is_closed_to_others(school: School, place: Path) -> None:
    """It holds keys and people's data; nothing else is left beside it, and doctor knows of it."""
    assert last_backup(school) is None
    file = back_up(school, place, print)
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in place.iterdir()) == sorted([file.name, "sekolah"])
    assert last_backup(school) is not None
    assert json.loads((school.home / "cadangan-terakhir.json").read_text())["path"] == str(file)


def test_old_backups_go(school: School, place: Path) -> None:
    """With --keep the newest stay; other files are left alone."""
    shelf = place / "rak"
    shelf.mkdir()
    for name in ("lapak-20260101-000000.tar.gz", "lapak-20260102-000000.tar.gz", "lain.txt"):
        (shelf / name).touch()
    made = back_up(school, shelf, print, keep=2)
    names = {path.name for path in shelf.iterdir()}
    assert names == {made.name, "lapak-20260102-000000.tar.gz", "lain.txt"}


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("sekolah/x.tar.gz", "di luar folder sekolah"),
        ("sekolah", "di luar folder sekolah"),
        ("tidak/ada.tar.gz", "tidak ada"),
        ("ada.tar.gz", "sudah ada"),
    ],
)
def test_a_bad_place_is_a_sentence(school: School, place: Path, target: str, said: str) -> None:
    """Before anything is written."""
    (place / "ada.tar.gz").touch()
    with pytest.raises(Trouble, match=said):
        back_up(school, place / target, print)


def test_no_school_is_a_sentence(empty: Callable[[str], School], place: Path) -> None:
    """A wrong LAPAK_HOME does not become an empty backup."""
    with pytest.raises(Trouble, match="belum ada sekolah") as found:
        back_up(empty("salah"), place, print)
    assert found.value.code == 2
    assert list(place.iterdir()) == []


def test_a_damaged_database_stops_it(school: School, place: Path) -> None:
    """Better no backup than one that cannot be used; nothing half is left."""
    with school.accounts.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(4000))
    with pytest.raises(Trouble, match=r"accounts\.sqlite.*lapak doctor"):
        back_up(school, place, print)
    assert [path.name for path in place.iterdir()] == ["sekolah"]


def test_what_cannot_be_kept_is_told(school: School, place: Path) -> None:
    """A pipe in a home, and folders without end, stop nothing."""
    os.mkfifo(school.home_of(USER) / "pipa")
    deep = school.home_of(USER).joinpath(*["d"] * 60)
    deep.mkdir(parents=True)
    said: list[str] = []
    back_up(school, place, said.append)
    assert any("pipa" in line and "tidak ikut" in line for line in said)
    assert any("folders deep" in line for line in said)
