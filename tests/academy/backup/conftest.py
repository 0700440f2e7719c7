"""A small school with real databases, people's files and links, in folders that accounts can enter."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from academy.people import store
from academy.people.models import Cohort
from academy.progress.store import open_progress
from deployment.local import folders, os_accounts
from deployment.local.accounts import Accounts
from deployment.local.school import GRADER, School

USER = f"uji{os.getpid()}"  # nobody else's on this machine: its account comes and goes


@pytest.fixture
def place(work: Path) -> Iterator[Path]:
    """A folder that every account can enter."""
    folder = Path(tempfile.mkdtemp(dir=work))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)
    if os.geteuid() == 0:
        os_accounts.remove(f"lapak-{USER}")


@pytest.fixture
def empty(place: Path, clone: Path) -> Callable[[str], School]:
    """Gives a school by the name of its folder; nothing is made yet."""
    return lambda name: School(place / name, clone, clone / "build/env")


@pytest.fixture
def school(empty: Callable[[str], School]) -> School:
    """A school as after some days: logins, people, tries, grades, a home, a submission."""
    made = empty("sekolah")
    made.prepare()
    folders.prepare_person(made, USER)
    Accounts(made.accounts).add(USER, "trainee")
    made.cookie_secret.write_bytes(b"k" * 32)
    people = store.Store(store.address(made))
    with people.writing() as session:
        session.add(Cohort(name="2027-1", starts=date(2027, 1, 4), ends=date(2027, 4, 3), code="X"))
    people.close()
    open_progress(made).close()
    for file in (made.hub_database, made.gradebook):
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("CREATE TABLE students (id TEXT PRIMARY KEY)")
            database.execute("INSERT INTO students VALUES (?)", (USER,))
    if made.as_root:
        os.chown(made.gradebook, *folders.person_ids(made, GRADER))
    _fill_home(made)
    return made


def _fill_home(school: School) -> None:
    home, inbound = school.home_of(USER), school.inbound(USER)
    (home / "latihan").mkdir()
    (home / "latihan" / "03_hpp.ipynb").write_text('{"cells": []}')
    (home / "nama dengan spasi & é.txt").write_text("catatan")
    (home / "keluar").symlink_to("/etc/passwd")
    (home / "putus").symlink_to("tidak-ada")
    handed = inbound / f"{USER}+pembukuan_03_hpp+2027-01-05 10:00:00 UTC"
    handed.mkdir()
    (handed / "submission_secret.txt").write_text("s")
    if school.as_root:
        ids = folders.person_ids(school, USER)
        for path in (*home.rglob("*"), *inbound.rglob("*")):
            os.chown(path, *ids, follow_symlinks=False)
