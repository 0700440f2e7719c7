"""HTTPS in front of a school: what is asked for, and Caddy itself with certificates of a test's authority."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deployment.local import gate, gate_keeper
from deployment.local.gate import Gate, GateError
from deployment.local.school import School
from tests.authority import Authority
from tests.browser.school import wait_until

NAME = "lapak.test"
QUICK = "import deployment.local.gate_keeper as k; k.LOOK_EVERY = 0.2; k.main()"


@pytest.fixture
def authority(open_folder: Path) -> Authority:
    """A certificate authority."""
    return Authority.new(open_folder)


@pytest.fixture
def gated(school: School, authority: Authority, open_folder: Path, free_port: int) -> School:
    """A school with a certificate, on free ports."""
    cert, key = authority.sign(open_folder / "surat", NAME)
    asked = Gate(NAME, free_port + 1, free_port + 2, cert, key)
    return replace(school, port=free_port, host="127.0.0.1", gate=asked)


class Echo(BaseHTTPRequestHandler):
    """Stands for the hub's proxy: answers with what it was told."""

    def do_GET(self) -> None:
        """Give the request's headers as JSON."""
        text = json.dumps({key.lower(): value for key, value in self.headers.items()}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def opened(school: School, program: str = QUICK) -> Iterator[None]:
    """The gate of a school, with somebody behind it."""
    behind = ThreadingHTTPServer(("127.0.0.1", school.port), Echo)
    thread = threading.Thread(target=behind.serve_forever)
    thread.start()
    variables = {**os.environ, **school.environment()}
    keeper = subprocess.Popen([sys.executable, "-c", program], env=variables)
    try:
        yield
    finally:
        keeper.kill()
        keeper.wait()
        behind.shutdown()
        behind.server_close()
        thread.join()


def ask(
    school: School, trust: Path, headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str], str, str]:
    """Ask over HTTPS by the school's name; gives status, headers, body and the certificate's end."""
    assert school.gate is not None
    context = ssl.create_default_context(cafile=str(trust))
    line = http.client.HTTPSConnection(NAME, school.gate.https_port, context=context, timeout=10)
    # The name is the test's own; nobody else knows it.
    raw = socket.create_connection(("127.0.0.1", school.gate.https_port), 10)
    line.sock = context.wrap_socket(raw, server_hostname=NAME)
    end = str(line.sock.getpeercert()["notAfter"])
    line.request("GET", "/hub/login?x=1", headers=headers or {})
    answer = line.getresponse()
    got = answer.status, dict(answer.getheaders()), answer.read().decode(), end
    line.close()
    return got


def patiently(school: School, trust: Path, other_than: str = "") -> str:
    """Ask until the gate answers with a certificate, with another one if its end is given."""
    ends = [other_than]

    def answered() -> bool:
        with contextlib.suppress(OSError, http.client.HTTPException):
            ends.append(ask(school, trust)[3])
        return ends[-1] != other_than

    wait_until("the gate answers", answered, 60)
    return ends[-1]


def test_the_gate_of_an_own_certificate(
    gated: School, authority: Authority, open_folder: Path
) -> None:
    """Trusted by its authority, strict, honest about who comes, and open to a renewed certificate."""
    assert gated.gate is not None
    with opened(gated):
        first = patiently(gated, authority.root)
        lies = {"X-Forwarded-For": "6.6.6.6", "X-Real-IP": "6.6.6.6", "X-Forwarded-Proto": "http"}
        status, headers, body, _ = ask(gated, authority.root, lies)
        told = json.loads(body)
        assert status == 200
        assert headers["Strict-Transport-Security"] == gate.STRICT
        assert told["x-forwarded-for"] == told["x-real-ip"] == "127.0.0.1"
        assert told["x-forwarded-proto"] == "https"
        assert told["host"].startswith(NAME)

        plain = http.client.HTTPConnection("127.0.0.1", gated.gate.http_port, timeout=10)
        plain.request("GET", "/a?b=c")
        answer = plain.getresponse()
        assert answer.status == 308
        assert answer.getheader("Location") == f"https://{NAME}:{gated.gate.https_port}/a?b=c"
        plain.close()

        authority.sign(open_folder / "surat", NAME, days=9)
        assert patiently(gated, authority.root, other_than=first) != first
        assert (gated.tls / "key.pem").stat().st_mode & 0o777 == 0o600


def test_a_broken_renewal_changes_nothing(
    gated: School, authority: Authority, open_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A certificate whose key has not come yet is left for the next look."""
    assert gated.gate is not None
    gate_keeper.lay_out(gated, gated.gate)
    before = (gated.tls / "cert.pem").read_bytes()
    other, _ = authority.sign(open_folder / "lain", NAME)
    gated.gate.cert.write_bytes(other.read_bytes())  # type: ignore[union-attr]
    assert not gate_keeper.renewed(gated, gated.gate)
    assert "tidak dapat dipakai bersama" in capsys.readouterr().out
    assert (gated.tls / "cert.pem").read_bytes() == before


@pytest.mark.root
def test_caddy_is_nobody_of_the_school(gated: School, authority: Authority) -> None:
    """It runs under an account of its own, sees no home and no database, and may open port 443."""
    look = "id -un; ls /srv/lapak; ls $0 2>&1; grep CapEff /proc/self/status; grep CapBnd /proc/self/status"
    assert gated.gate is not None
    gate_keeper.lay_out(gated, gated.gate)
    command = gate_keeper.command(gated)[: -len(["caddy", "run", "--config", "x"])]
    done = subprocess.run(
        [*command, "/bin/sh", "-c", look, gated.home],
        capture_output=True,
        text=True,
        check=False,
        env={},
    )
    assert done.stdout.splitlines()[0] == "lapak-pintu"
    assert "hub" not in done.stdout
    bind_only = f"{1 << 10:016x}"
    assert [line.split()[1] for line in done.stdout.splitlines() if "Cap" in line] == [
        bind_only
    ] * 2


def test_a_certificate_that_gets_itself(
    school: School, authority: Authority, open_folder: Path, free_port: int
) -> None:
    """From a directory that speaks ACME (pebble), by showing a file under the school's name."""
    cert, key = authority.sign(open_folder / "acme", "localhost")
    ports = {
        name: free_port + at for at, name in enumerate(("own", "https", "http", "acme", "desk"))
    }
    asked = Gate(
        NAME,
        ports["https"],
        ports["http"],
        acme=f"https://localhost:{ports['acme']}/dir",
        acme_ca=str(authority.root),
    )
    gated = replace(school, port=free_port, host="127.0.0.1", gate=asked)
    settings = {
        "listenAddress": f"127.0.0.1:{ports['acme']}",
        "managementListenAddress": f"127.0.0.1:{ports['desk']}",
        "certificate": str(cert),
        "privateKey": str(key),
        "httpPort": ports["http"],
        "tlsPort": ports["https"],
    }
    (open_folder / "pebble.json").write_text(json.dumps({"pebble": settings}))
    names = free_port + 5
    resolver = ["pebble-challtestsrv", "-defaultIPv4", "127.0.0.1", "-defaultIPv6", ""]
    resolver += ["-dns01", f"127.0.0.1:{names}", "-http01", "", "-https01", "", "-tlsalpn01", ""]
    resolver += ["-management", f"127.0.0.1:{free_port + 6}"]
    authorities = ["pebble", "-config", str(open_folder / "pebble.json"), "-strict"]
    authorities += ["-dnsserver", f"127.0.0.1:{names}"]
    hurry = {**os.environ, "PEBBLE_VA_NOSLEEP": "1", "PEBBLE_WFE_NONCEREJECT": "0"}
    with (
        subprocess.Popen(resolver, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as first,
        subprocess.Popen(
            authorities, env=hurry, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as second,
    ):
        try:
            trust = open_folder / "pebble-root.pem"
            trust.write_bytes(_root_of(authority, ports["desk"]))
            with opened(gated):
                assert patiently(gated, trust)
                assert ask(gated, trust)[0] == 200
        finally:
            first.kill()
            second.kill()
    assert list((gated.tls / "caddy").rglob(f"{NAME}.key")), "kept for the next start"


def _root_of(authority: Authority, port: int) -> bytes:
    """Ask pebble for the root of this run."""
    context = ssl.create_default_context(cafile=str(authority.root))
    roots: list[bytes] = []

    def answered() -> bool:
        with (
            contextlib.suppress(OSError),
            closing(
                http.client.HTTPSConnection("localhost", port, context=context, timeout=5)
            ) as line,
        ):
            line.request("GET", "/roots/0")
            roots.append(line.getresponse().read())
        return bool(roots)

    wait_until("pebble answers", answered, 30)
    return roots[0]


def test_settings_make_a_gate(
    monkeypatch: pytest.MonkeyPatch, authority: Authority, open_folder: Path
) -> None:
    """A name, or a certificate that says one; both survive the way to the hub's processes."""
    assert Gate.from_environment() is None
    monkeypatch.setenv(gate.DOMAIN, "belajar.example.id")
    monkeypatch.setenv(gate.HTTPS_PORT, "443")
    named = Gate.from_environment()
    assert named is not None
    assert named.address == "https://belajar.example.id"
    monkeypatch.delenv(gate.DOMAIN)
    cert, key = authority.sign(open_folder / "surat", "*.test", NAME)
    monkeypatch.setenv(gate.CERT, str(cert))
    monkeypatch.setenv(gate.KEY, str(key))
    monkeypatch.setenv(gate.HTTPS_PORT, "8443")
    own = Gate.from_environment()
    assert own is not None
    assert own.address == f"https://{NAME}:8443"
    for name, value in own.environment().items():
        monkeypatch.setenv(name, value)
    assert Gate.from_environment() == own
    assert School.from_environment().proxy_host == "127.0.0.1"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({gate.CERT: "/tidak/ada"}, "berdua"),
        ({gate.CERT: "/tidak/ada", gate.KEY: "/tidak/ada"}, "tidak dapat dibaca"),
        ({gate.DOMAIN: "x.id", gate.HTTPS_PORT: "delapan"}, "bukan nomor port"),
    ],
)
def test_half_of_it_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], words: str
) -> None:
    """What to set is named."""
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(GateError, match=words):
        Gate.from_environment()


def test_a_certificate_without_a_name_asks_for_one(
    monkeypatch: pytest.MonkeyPatch, authority: Authority, open_folder: Path
) -> None:
    """A wildcard could be any school's."""
    cert, key = authority.sign(open_folder / "surat", "*.test")
    monkeypatch.setenv(gate.CERT, str(cert))
    monkeypatch.setenv(gate.KEY, str(key))
    with pytest.raises(GateError, match=gate.DOMAIN):
        Gate.from_environment()


def test_a_certificate_that_is_over_is_named(authority: Authority, open_folder: Path) -> None:
    """And a key that belongs to another one."""
    cert, key = authority.sign(open_folder / "lama", NAME, days=-1)
    with pytest.raises(GateError, match="sudah habis"):
        Gate(NAME, cert=cert, key=key).check()
    _, other = authority.sign(open_folder / "lain", NAME)
    with pytest.raises(GateError, match="tidak dapat dipakai bersama"):
        Gate(NAME, cert=cert, key=other).check()
