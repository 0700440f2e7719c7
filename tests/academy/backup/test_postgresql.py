"""Databases on PostgreSQL go into the backup, and into an empty database afterwards."""

from __future__ import annotations

import pwd
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from academy.backup import postgresql
from academy.backup.making import back_up
from academy.backup.restoring import restore
from academy.people import store
from academy.people.models import Cohort
from academy.trouble import Trouble
from deployment.local.school import School
from tests.graders.databases import running_postgresql


def test_one_database_is_copied_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both variables may name the same one."""
    for name in postgresql.VARIABLES:
        monkeypatch.setenv(name, "postgresql://db/lapak")
    assert len(postgresql.addresses()) == 1


def test_the_password_is_on_no_command_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And in no message: everybody sees the list of processes."""
    program = tmp_path / "pg_dump"
    program.write_text(
        '#!/bin/sh\ncase "$*" in *s3cret*) exit 0;; esac\n[ "$PGPASSWORD" = s3cret ] || exit 0\nexit 4\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble) as found:
        postgresql.dump("postgresql://ani:s3cret@db/lapak", tmp_path / "x", print)
    assert "s3cret" not in str(found.value)


def test_people_on_postgresql_move_too(
    school: School,
    empty: Callable[[str], School],
    place: Path,
    plain_user: pwd.struct_passwd,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Into an empty database that the operator names; a full one, or none, is refused first."""
    with running_postgresql(place / "pg", plain_user) as address:
        here, there = (str(make_url(address).set(database=name)) for name in ("sini", "sana"))
        admin = create_engine(
            make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
        )
        with admin.connect() as connection:
            for name in ("sini", "sana"):
                connection.execute(text(f"CREATE DATABASE {name}"))
        admin.dispose()
        monkeypatch.setenv(store.VARIABLE, here)
        people = store.Store(here)
        with people.writing() as session:
            session.add(
                Cohort(name="2028-1", starts=date(2028, 1, 3), ends=date(2028, 4, 3), code="Y")
            )
        people.close()
        file = back_up(school, place, print)
        with pytest.raises(Trouble, match="tidak kosong"):
            restore(empty("lain"), file, print)
        monkeypatch.delenv(store.VARIABLE)
        with pytest.raises(Trouble, match=f"{store.VARIABLE}=postgresql"):
            restore(empty("lain"), file, print)
        monkeypatch.setenv(store.VARIABLE, there)
        restore(empty("lain"), file, print)
        moved = store.Store(there)
        with moved.reading() as session:
            assert store.cohort(session, "2028-1").code == "Y"
        moved.close()
    assert list(empty("lain").home.glob("*.dump")) == []
