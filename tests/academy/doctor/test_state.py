"""Rights, databases, backups and the line of submissions of a school that is broken."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from academy.backup.making import LAST, back_up
from academy.doctor import state
from deployment.local.school import School
from graders.queue import Queue, Request

Levels = Callable[..., list[str]]


def test_open_secrets_are_wrong(school: School, levels: Levels) -> None:
    """With the line to type."""
    assert levels(state.rights, school) == ["ok"]
    school.salt.chmod(0o644)
    school.hub.chmod(0o755)
    found = list(state.rights(school))
    assert [f.level for f in found] == ["wrong", "wrong"]
    assert f"chmod 700 {school.hub}" in found[0].indonesian
    assert f"chmod 600 {school.salt}" in found[1].indonesian


def test_a_damaged_database_is_wrong(school: School, levels: Levels) -> None:
    """It is named, the others are looked at all the same."""
    assert levels(state.databases, school) == ["ok"]
    with school.accounts.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)
    found = list(state.databases(school))
    assert [f.level for f in found] == ["wrong", "ok"]
    assert found[0].what == "hub/accounts.sqlite"
    assert "lapak restore" in found[0].indonesian


@pytest.mark.parametrize(("there", "level"), [("9999", "wrong"), ("0001", "warning")])
def test_a_database_of_another_lapak_is_told(
    school: School, monkeypatch: pytest.MonkeyPatch, there: str, level: str
) -> None:
    """A newer one is wrong, an older one only needs a start."""
    monkeypatch.setattr(state.schema, "known", lambda _: ["0099", "0001"])
    with closing(sqlite3.connect(school.hub / "academy.sqlite")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = ?", (there,))
    assert next(state.versions(school)).level == level


def test_present_databases_are_well(school: School, levels: Levels) -> None:
    """Both of ours."""
    assert levels(state.versions, school) == ["ok", "ok"]


def test_backups_grow_old(school: School, levels: Levels, place: Path) -> None:
    """None, one of today, one of last month."""
    assert levels(state.backups, school) == ["warning"]
    back_up(school, place, print)
    assert levels(state.backups, school) == ["ok"]
    old = (datetime.now(UTC) - timedelta(days=30)).isoformat()
    (school.home / LAST).write_text(json.dumps({"made": old}))
    assert levels(state.backups, school) == ["warning"]


def test_a_stuck_line_is_a_warning(
    school: School, levels: Levels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has waited for minutes only is on its way."""
    Queue(school.course).ask(Request(deed="grade", assignment="x", student="tosari"))
    assert levels(state.grading, school) == ["ok"]
    now = time.time()
    monkeypatch.setattr("graders.waiting.time.time", lambda: now + 3000)
    (found,) = state.grading(school)
    assert found.level == "warning"
    assert "50 menit" in found.indonesian


@pytest.mark.root
def test_another_account_is_told(school: School, levels: Levels) -> None:
    """What it cannot read, it cannot judge."""
    assert levels(state.owner, school) == ["ok"]
    os.chown(school.home, 12345, 12345)
    assert levels(state.owner, school) == ["wrong"]
