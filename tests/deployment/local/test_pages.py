"""The public pages' server."""

from __future__ import annotations

import asyncio
import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from deployment.local import pages


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The server over a small site, on a port of its own."""
    site = tmp_path / "site"
    (site / "pelajaran").mkdir(parents=True)
    (site / "index.html").write_text("<!DOCTYPE html>" + "halo " * 2000)
    (site / "pelajaran" / "a.html").write_text("a")
    (tmp_path / "rahasia").write_text("rahasia")
    sockets = bind_sockets(0, "127.0.0.1", family=socket.AF_INET)
    loop = asyncio.new_event_loop()

    def run() -> None:
        asyncio.set_event_loop(loop)

        async def begin() -> None:
            HTTPServer(pages.application(str(site), "/services/belajar/")).add_sockets(sockets)

        loop.run_until_complete(begin())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield sockets[0].getsockname()[1]
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)


def ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """One request, its path sent as it is."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    line.request("GET", path, headers=headers)
    answer = line.getresponse()
    found = (answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
    line.close()
    return found


def test_the_front_page_is_small_and_kept(port: int) -> None:
    """Compressed where the phone can, cached for a while, nothing from elsewhere."""
    status, headers, body = ask(port, "/services/belajar/", **{"Accept-Encoding": "gzip"})
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert len(body) < 1000
    assert "max-age=600" in headers["cache-control"]
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_an_unchanged_page_costs_no_second_transfer(port: int) -> None:
    """The phone asks with the tag it has."""
    _, headers, _ = ask(port, "/services/belajar/pelajaran/a.html")
    again, _, body = ask(
        port, "/services/belajar/pelajaran/a.html", **{"If-None-Match": headers["etag"]}
    )
    assert (again, body) == (304, b"")


@pytest.mark.parametrize(
    "path", ["tidak.html", "pelajaran/", "../rahasia", "%2e%2e/rahasia", "..%2frahasia"]
)
def test_nothing_else_is_served(port: int, path: str) -> None:
    """Neither folders nor what lies beside the site; the page says so in Indonesian."""
    status, _, body = ask(port, f"/services/belajar/{path}")
    assert status in (403, 404)
    assert b"rahasia" not in body
    assert b"Halaman tidak ditemukan" in body


def test_other_addresses_lead_to_the_front_page(port: int) -> None:
    """The hub's check of the service asks without a slash."""
    status, headers, _ = ask(port, "/services/belajar")
    assert (status, headers["location"]) == (301, "/services/belajar/")
