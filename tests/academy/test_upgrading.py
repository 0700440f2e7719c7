"""A school of the first version goes on under this one: nothing is lost, and the old state is beside it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from academy import upgrading
from academy.people import schema
from academy.people.store import Store, address
from academy.people.versions import v0001_people
from academy.progress import store as progress
from academy.progress.versions import v0001_progress
from academy.upgrading import bring_up_to_date
from deployment.local.school import School
from tests.academy.backup.conftest import empty, place, school

__all__ = ["empty", "place", "school"]

FIRST = {"lapak": "0.1.0", "academy": "0001", "progress": "0001"}
COHORT = "INSERT INTO cohorts (id, name, starts, ends, code) VALUES (1, '2027-1', '2027-01-04', '2027-04-03', 'X')"
PERSON = (
    "INSERT INTO people (user_name, display_name, role, phone, district, business, cohort_id, registered, consent_day, consent_text) "
    "VALUES ('tosari', 'Siti Aminah', 'trainee', '+628120000001', '36.02', 'Emping', 1, '2027-01-04 00:00:00', '2027-01-04', '2026-11')"
)
TRY = (
    "INSERT INTO attempts (user_name, assignment, number, seed, handed_in, graded, score, points, "
    "answers) VALUES ('tosari', 'hpp', 2, 'a', '2027-01-04', '2027-01-04', 1, 2, '{}')"
)


def first_version(file: Path, step: object, table: str, *rows: str) -> None:
    """Makes a database as version 0.1.0 made it, with rows in it."""
    owner = file.stat()
    file.unlink()
    with create_engine(f"sqlite:///{file}").begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            step.upgrade()  # type: ignore[attr-defined]
        connection.execute(text(f"CREATE TABLE {table} (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text(f"INSERT INTO {table} VALUES ('0001')"))
        for row in rows:
            connection.execute(text(row))
    assert owner.st_size


@pytest.fixture
def old(school: School, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school as 0.1.0 left it; its gradebook is a stand-in whose step is only noted."""
    first_version(school.hub / "academy.sqlite", v0001_people, schema.TABLE, COHORT, PERSON)
    first_version(school.course / progress.FILE, v0001_progress, progress.TABLE, TRY)
    (school.home / upgrading.MARK).write_text(json.dumps(FIRST))
    done = school.home / "langkah"
    monkeypatch.setattr(upgrading, "as_grader", lambda *_: done.write_text("ya"))
    return school


def version_of(file: Path, table: str) -> str | None:
    """Which version a database says it has."""
    with create_engine(f"sqlite:///{file}").connect() as connection:
        return schema.version(connection, table)


def test_people_and_tries_survive(old: School) -> None:
    """Every row of the first version is there under this one, with what it has learned since."""
    said: list[str] = []
    folder = bring_up_to_date(old, said.append)
    assert folder is not None
    store = Store(address(old))
    with store.reading() as session:
        row = session.execute(text("SELECT display_name, phone, district FROM people")).one()
        assert tuple(row) == ("Siti Aminah", "+628120000001", "36.02")
        assert {"certificates"} <= set(inspect(session.connection()).get_table_names())
    store.close()
    tries = progress.Progress(f"sqlite:///{old.course / progress.FILE}")
    with tries.reading() as session:
        (kept,) = progress.attempts(session, ["tosari"])
        assert (kept.assignment, kept.number, kept.score) == ("hpp", 2, 1)
    tries.close()
    assert (old.home / "langkah").exists(), "the gradebook's step"
    assert str(folder) in said[-1]


def test_the_old_state_is_beside_it(old: School) -> None:
    """Every database as the first version left it, closed to others; the second start copies nothing."""
    folder = bring_up_to_date(old, print)
    assert folder is not None
    assert folder.stat().st_mode & 0o777 == 0o700
    names = {path.name for path in folder.iterdir()}
    assert names >= {"academy.sqlite", "accounts.sqlite", "gradebook.db", progress.FILE}
    assert version_of(folder / "academy.sqlite", schema.TABLE) == "0001"
    with closing(sqlite3.connect(folder / "academy.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM people").fetchone() == (1,)
    assert bring_up_to_date(old, print) is None


def test_a_new_school_needs_nothing(empty: object, place: Path) -> None:
    """It only learns who made it."""
    fresh = empty("baru")  # type: ignore[operator]
    fresh.prepare()
    assert bring_up_to_date(fresh, print) is None
    assert json.loads((fresh.home / upgrading.MARK).read_text())["lapak"]
