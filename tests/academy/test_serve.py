"""`lapak serve`: what stops a start, and a whole school started, killed and started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from academy import serve as module
from academy.trouble import Trouble
from deployment.local.gate import Gate
from deployment.local.school import School


@pytest.fixture
def school(work: Path, clone: Path, free_port: int) -> School:
    """A school of this clone in a folder that every account can enter; nothing is made yet."""
    home = Path(tempfile.mkdtemp(prefix="sekolah-", dir=work))
    home.chmod(0o755)
    return School(home, clone, clone / "build/env", free_port)


def test_a_taken_port_is_named(school: School) -> None:
    """Any of the seven, with what to type instead."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as `free_port` looked
        listener.bind(("127.0.0.1", school.port + 2))
        listener.listen()
        with pytest.raises(
            Trouble, match=rf"Port {school.port + 2} sedang dipakai.*LAPAK_PORT="
        ) as found:
            module.check(school)
    assert found.value.code == 69


def test_a_taken_port_of_the_gate_is_named(school: School) -> None:
    """Another web server is the usual reason; the setting to change is named."""
    gate = Gate("lapak.test", school.port + 5, school.port + 6)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", school.port + 6))
        listener.listen()
        with pytest.raises(Trouble, match=rf"Port {school.port + 6} .*LAPAK_HTTP_PORT"):
            module.check_gate(replace(school, gate=gate), gate)


@pytest.mark.parametrize(
    ("host", "gate", "is_clear"),
    [("0.0.0.0", None, True), ("127.0.0.1", None, False), ("", Gate("lapak.test"), False)],
)
def test_passwords_in_clear_are_told(
    school: School, host: str, gate: Gate | None, is_clear: bool
) -> None:
    """Only where the school is open to a network and has no HTTPS."""
    assert module.in_clear(replace(school, host=host, gate=gate)) is is_clear


def test_a_full_disk_is_named(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is half written."""
    monkeypatch.setattr(module.shutil, "disk_usage", lambda path: SimpleNamespace(free=1000))
    with pytest.raises(Trouble, match="hampir habis") as found:
        module.check(school)
    assert found.value.code == 73


@pytest.mark.root
def test_a_closed_folder_is_named(school: School, tmp_path: Path) -> None:
    """Root's school needs a state folder that its accounts can reach."""
    tmp_path.chmod(0o700)
    closed = School(tmp_path / "sekolah", school.clone, school.env_root, school.port)
    closed.home.mkdir()
    with pytest.raises(Trouble, match="tidak dapat membuka"):
        module.check(closed)


def test_one_school_runs_once(school: School) -> None:
    """A second hub on the same state would spoil it; afterwards it may start again."""
    refused = pytest.raises(Trouble, match="sedang berjalan")
    with module.only_one(school), refused, module.only_one(school):
        pass
    with module.only_one(school):
        pass


def test_a_state_folder_that_cannot_be_made_is_named(school: School) -> None:
    """One sentence, no traceback."""
    impossible = School(Path("/proc/sekolah"), school.clone, school.env_root, school.port)
    with pytest.raises(Trouble, match="tidak dapat ditulis"), module.only_one(impossible):
        pass


def start(school: School, output: Path) -> subprocess.Popen[bytes]:
    """Start `lapak serve` as a shell does with `&`, and wait until it says that all is up."""
    with output.open("wb") as file:
        child = subprocess.Popen(
            [Path(sys.prefix) / "bin" / "lapak", "serve"],
            cwd="/",  # the clone may be closed to the school's accounts
            env={**os.environ, **school.environment()},
            stdout=file,
            stderr=subprocess.STDOUT,
            preexec_fn=_ignore_interrupts,  # noqa: PLW1509 (no threads here)
        )
    deadline = time.monotonic() + 400
    while "Sekolah siap" not in output.read_text():
        assert child.poll() is None, output.read_text()
        assert time.monotonic() < deadline, output.read_text()
        time.sleep(0.2)
    return child


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def left_over(school: School) -> list[int]:
    """Processes that carry this school's mark."""
    found = []
    for variables in Path("/proc").glob("[0-9]*/environ"):
        try:
            if f"LAPAK_SCHOOL={school.home}".encode() in variables.read_bytes().split(b"\0"):
                found.append(int(variables.parent.name))
        except OSError:
            continue
    return found


@pytest.mark.slow
def test_a_school_starts_stops_and_goes_on(school: School, work: Path, trainee_env: Path) -> None:
    """Passwords once, everything ended within ten seconds, even after being killed."""
    output = work / f"keluaran-{school.port}"
    child = start(school, output)
    try:
        once = school.passwords.read_text()
        assert "pendamping" in once
        assert once.splitlines()[-1] in output.read_text()
        begun = time.monotonic()
        child.send_signal(signal.SIGINT)
        assert child.wait(15) == 0
        assert time.monotonic() - begun < 10
        assert left_over(school) == []

        child = start(school, output)
        assert "Kata sandi" not in output.read_text()
        assert school.passwords.read_text() == once
        child.kill()
        child.wait()
        deadline = time.monotonic() + 60  # on a busy machine the hub takes its time to end services
        while left_over(school) and time.monotonic() < deadline:
            time.sleep(0.2)
        assert left_over(school) == []

        child = start(school, output)
        child.terminate()
        assert child.wait(15) == 0
    finally:
        child.kill()
        child.wait()
