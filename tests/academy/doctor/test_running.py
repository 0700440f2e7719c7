"""A running school that answers in part, and certificates that end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from academy.doctor import running
from academy.serve import only_one
from deployment.local.gate import Gate
from deployment.local.school import School
from tests.authority import Authority

Levels = Callable[..., list[str]]


class Half(BaseHTTPRequestHandler):
    """A school whose tools are gone and whose formgrader wants a login."""

    def do_GET(self) -> None:
        """Answer as such a school does."""
        codes = {"alat": 503, "lapak": 403}
        part = self.path.split("/")[2]
        self.send_response(codes.get(part, 200))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_the_part_that_does_not_answer_is_named(
    school: School, levels: Levels, free_port: int
) -> None:
    """A login that is asked for is an answer; a school that does not run owes none."""
    here = replace(school, port=free_port)
    assert levels(running.answers, here) == ["ok"]
    server = ThreadingHTTPServer(("127.0.0.1", free_port), Half)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with only_one(here):
            found = {finding.what: finding.level for finding in running.answers(here)}
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert found.pop("alat") == "wrong"
    assert set(found.values()) == {"ok"}
    assert len(found) == len(running.DOORS) - 1
    with only_one(here):
        assert set(levels(running.answers, here)) == {"wrong"}


@pytest.mark.parametrize(("days", "level"), [(60, "ok"), (5, "warning"), (-2, "wrong")])
def test_a_certificate_ends(
    school: School, levels: Levels, tmp_path: Path, days: int, level: str
) -> None:
    """The operator's own, and those that came by themselves."""
    assert levels(running.certificate, school) == []
    cert, key = Authority.new(tmp_path).sign(tmp_path / "surat", "lapak.test", days=days)
    own = replace(school, gate=Gate("lapak.test", cert=cert, key=key))
    assert levels(running.certificate, own) == [level]
    kept = school.tls / "caddy" / "certificates" / "lapak.test.crt"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(cert.read_bytes())
    assert levels(running.certificate, replace(school, gate=Gate("lapak.test"))) == [level]
    kept.write_text("x")
    assert levels(running.certificate, replace(school, gate=Gate("lapak.test"))) == ["wrong"]
