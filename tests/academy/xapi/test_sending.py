"""Sending: everything once, in order, through outages and restarts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from academy.people.store import Store
from academy.progress.models import Attempt
from academy.progress.store import Progress, open_progress
from academy.retrying import LONGEST, PAUSE
from academy.xapi.delivery import ToStore
from academy.xapi.outbox import Outbox
from academy.xapi.sending import Sender
from academy.xapi.statements import Writer
from deployment.local import services
from deployment.local.layout import Layout
from deployment.local.school import School

from .conftest import LOGIN, Lrs, attempt, person

Databases = tuple[Store, Progress]


def sender(databases: Databases, writer: Writer, outbox: Outbox, lrs: Lrs) -> Sender:
    """One that says into a list what it would say to the operator."""
    made = Sender(databases, writer, outbox, ToStore(lrs.endpoint, LOGIN))
    said: list[str] = []
    made.say = said.append
    made.said = said  # type: ignore[attr-defined]
    return made


def test_everything_goes_out_once(
    databases: Databases, writer: Writer, outbox: Outbox, lrs: Lrs
) -> None:
    """What was there before, then what is new; a restart sends nothing again."""
    sender(databases, writer, outbox, lrs).step()
    verbs = [one["verb"]["display"]["en"] for one in lrs.taken.values()]
    assert verbs == [
        *("registered", "registered"),
        *("attempted", "scored", "attempted", "scored", "passed"),
    ]
    before = lrs.requests
    again = sender(databases, writer, Outbox(outbox.path), lrs)
    again.step()
    assert lrs.requests == before
    with databases[1].writing() as session:
        session.add(attempt("lumiga", "pembukuan_01_uang_usaha", 2))
    again.step()
    assert len(lrs.taken) == 9


def test_an_outage_loses_nothing(
    databases: Databases, writer: Writer, outbox: Outbox, lrs: Lrs
) -> None:
    """The pause doubles up to a quarter of an hour; then all comes, also from a new process."""
    lrs.down = True
    first = sender(databases, writer, outbox, lrs)
    for _ in range(8):
        first.step()
    assert first.pause == LONGEST
    assert lrs.taken == {}
    assert all("xapi" in line and "tosari" not in line for line in first.said)  # type: ignore[attr-defined]
    lrs.down = False
    second = sender(databases, writer, Outbox(outbox.path), lrs)
    second.step()
    assert len(lrs.taken) == 7
    assert second.pause == PAUSE


def test_a_broken_database_ends_nothing(
    databases: Databases, writer: Writer, outbox: Outbox, lrs: Lrs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what kind of trouble, and nothing of anybody."""
    made = sender(databases, writer, outbox, lrs)
    monkeypatch.setattr(writer, "of_person", lambda _: 1 / 0)
    made.step()
    assert made.said == ["xapi: ZeroDivisionError"]  # type: ignore[attr-defined]


def test_a_number_that_is_given_again(
    databases: Databases, writer: Writer, outbox: Outbox, lrs: Lrs
) -> None:
    """The last try was erased, and the next one got its number: it is told of all the same."""
    made = sender(databases, writer, outbox, lrs)
    made.step()
    with databases[1].writing() as session:
        last = session.query(Attempt).order_by(Attempt.id.desc()).first()
        assert last is not None
        number = last.id
        session.delete(last)
    made.step()
    with databases[1].writing() as session:
        new = attempt("lumiga", "pembukuan_01_uang_usaha", 2)
        session.add(new)
        session.flush()
        assert new.id == number
    made.step()
    assert any(one["actor"]["account"]["name"] == "lumiga" and "result" in one
               for one in lrs.taken.values())  # fmt: skip


def test_the_hub_starts_it_where_it_is_wanted(
    tmp_path: Path, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only there, with its login, which no other service gets."""
    school = School(tmp_path / "sekolah", clone, tmp_path)
    school.hub.mkdir(parents=True)
    school.metrics_token.write_text("rahasia")
    monkeypatch.delenv(services.XAPI, raising=False)
    assert "xapi" not in {one["name"] for one in services.definitions(school)}
    monkeypatch.setenv(services.XAPI, "https://lrs.example/xapi")
    monkeypatch.setenv(services.XAPI_LOGIN, LOGIN)
    found = {one["name"]: one for one in services.definitions(school)}
    assert {name for name, one in found.items() if LOGIN in str(one)} == {"xapi"}
    assert "url" not in found["xapi"]


def test_the_service_itself(tmp_path: Path, clone: Path, files: Layout) -> None:
    """The process that the hub would start writes a file, and ends when it is told to."""
    school = School(files.home, clone, tmp_path)
    school.course.mkdir()
    store = Store(f"sqlite:///{school.hub / 'academy.sqlite'}")
    with store.writing() as session:
        session.add(person("tosari", 1))
    with open_progress(school).writing() as session:
        session.add(attempt("tosari", "pembukuan_03_hpp", 12))
    target = tmp_path / "xapi.jsonl"
    process = subprocess.Popen(
        [sys.executable, "-m", "academy.xapi"],
        env={**os.environ, **school.environment(), "LAPAK_XAPI": str(target)},
    )
    try:
        for _ in range(600):
            if target.exists() and target.read_text().count("\n") == 4:
                break
            assert process.poll() is None
            time.sleep(0.1)
        assert len([json.loads(line) for line in target.read_text().splitlines()]) == 4
        process.terminate()
        assert process.wait(30) == 0
    finally:
        process.kill()
        store.close()
