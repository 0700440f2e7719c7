"""A school's databases with two trainees and a mentor, and a record store that can misbehave."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from academy.catalog import load_catalog
from academy.people.models import Person
from academy.people.store import Store, address
from academy.progress.models import Attempt
from academy.progress.store import Progress
from academy.xapi.outbox import FILE, Outbox
from academy.xapi.statements import Writer
from deployment.local.layout import Layout

ADDRESS = "https://lapak.example"
MOMENT = datetime(2027, 1, 5, 3, 0, tzinfo=UTC)
LOGIN = "lapak:rahasia banget"


def person(name: str, number: int, role: str = "trainee") -> Person:
    """Somebody with a telephone number that goes nowhere."""
    return Person(
        user_name=name,
        display_name=f"Siti {name.title()}",
        role=role,
        phone=f"+62812111100{number:02d}",
        district="36.02",
        business="Emping",
        registered=MOMENT,
    )


def attempt(name: str, assignment: str, score: float, number: int = 1) -> Attempt:
    """A try with a score out of 16."""
    return Attempt(
        user_name=name,
        assignment=assignment,
        number=number,
        seed="",
        handed_in=MOMENT.replace(tzinfo=None, minute=number),
        graded=MOMENT.replace(tzinfo=None, minute=number),
        score=score,
        points=16.0,
        answers={},
        minutes=20,
    )


class Lrs(ThreadingHTTPServer):
    """A record store: takes statements with the right login, keeps each id once.

    Attributes:
        taken: statements by id.
        requests: how many came.
        down: whether it answers 503 to everybody.
        hates: the verb that it refuses.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.taken: dict[str, Any] = {}
        self.requests, self.down, self.hates = 0, False, ""

    @property
    def endpoint(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_address[1]}/xapi/"


class _Handler(BaseHTTPRequestHandler):
    server: Lrs

    def do_POST(self) -> None:
        """Take statements, all or none."""
        self.server.requests += 1
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(self._judged(body))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _judged(self, statements: list[dict[str, Any]]) -> int:
        right = base64.b64encode(LOGIN.encode()).decode()
        if self.server.down:
            return 503
        if self.headers["Authorization"] != f"Basic {right}":
            return 401
        if self.path != "/xapi/statements" or self.headers["X-Experience-API-Version"] != "1.0.3":
            return 404
        if any(one["verb"]["id"].endswith(self.server.hates or "-") for one in statements):
            return 400
        if any(one["id"] in self.server.taken for one in statements):
            return 409
        self.server.taken |= {one["id"]: one for one in statements}
        return 200

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def lrs() -> Iterator[Lrs]:
    """A running store."""
    server = Lrs()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def files(tmp_path: Path) -> Layout:
    """The folders of a school."""
    made = Layout(tmp_path / "sekolah")
    made.hub.mkdir(parents=True)
    return made


@pytest.fixture
def outbox(files: Layout) -> Outbox:
    """Where statements wait."""
    return Outbox(files.hub / FILE)


@pytest.fixture
def writer(clone: Path) -> Writer:
    """Writes statements of the real units."""
    return Writer(load_catalog(clone), ADDRESS)


@pytest.fixture
def databases(files: Layout) -> Iterator[tuple[Store, Progress]]:
    """Two trainees, one mentor, two tries."""
    people = Store(address(files))
    progress = Progress(f"sqlite:///{files.home / 'kemajuan.sqlite'}")
    with people.writing() as session:
        session.add_all([person("tosari", 1), person("lumiga", 2), person("mentora", 3, "mentor")])
    with progress.writing() as session:
        session.add(attempt("tosari", "pembukuan_03_hpp", 8))
        session.add(attempt("tosari", "pembukuan_03_hpp", 12, 2))
    yield people, progress
    people.close()
    progress.close()
