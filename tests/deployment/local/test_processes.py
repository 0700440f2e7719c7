"""Starting and ending what belongs together: tried with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deployment.local import processes

# A hub that starts one helper in a session of its own and, if told so, ignores SIGTERM.
HUB = """
import os, signal, subprocess, sys, time
if "stur" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
helper = subprocess.Popen(["sleep", "300"], start_new_session=True)
open(sys.argv[1], "w").write(f"{os.getpid()} {helper.pid}")
time.sleep(300)
"""
SUPERVISOR = """
import sys
from pathlib import Path
from deployment.local import processes
ids, log = Path(sys.argv[1]), Path(sys.argv[2])
stop = processes.Stop()
code = processes.run([sys.executable, "-c", sys.argv[3], str(ids), *sys.argv[4:]], {}, log, stop,
                     lambda: ids.exists() and (print("siap", flush=True) or True))
print("selesai", code)
"""


def born_ignoring() -> None:
    """What a shell does to a program that is started with `&`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def start(
    folder: Path, *words: str, ignoring: bool = False
) -> tuple[subprocess.Popen[str], list[int]]:
    """Start the supervisor; give it and the ids of the hub and its helper."""
    ids = folder / "ids"
    ids.unlink(missing_ok=True)
    child = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, str(ids), str(folder / "log"), HUB, *words],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=born_ignoring if ignoring else None,  # noqa: PLW1509 (no threads here)
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "siap\n"
    while not (text := ids.read_text()):
        time.sleep(0.01)
    return child, [int(word) for word in text.split()]


def alive(pid: int) -> bool:
    """Whether a process runs; one that is only waiting to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def gone(pids: list[int], seconds: float = 5) -> bool:
    """Wait until none of the processes is alive."""
    deadline = time.monotonic() + seconds
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not any(map(alive, pids))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_all(tmp_path: Path, number: signal.Signals) -> None:
    """Also SIGINT to a program that was started with `&`, which is born ignoring it."""
    child, pids = start(tmp_path, ignoring=True)
    child.send_signal(number)
    said, _ = child.communicate(timeout=10)
    assert said == "selesai None\n"
    assert gone(pids, 0.5)


def test_a_hub_that_does_not_listen_is_killed_in_time(tmp_path: Path) -> None:
    """Ten seconds is the promise, for hub and helper alike."""
    child, pids = start(tmp_path, "stur")
    begun = time.monotonic()
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=20)
    assert time.monotonic() - begun < 10
    assert gone(pids, 0.5)


def test_services_are_asked_all_at_once(tmp_path: Path) -> None:
    """The hub would end one after the other, and have no time left for people's rooms."""
    listening = 'trap "touch $0.asked; exit" TERM; touch $0.there; while :; do sleep 0.05; done'
    hub = f"""if True:
        import os, signal, subprocess, sys, time
        from pathlib import Path
        signal.signal(signal.SIGTERM, lambda *_: (time.sleep(1), os._exit(0)))
        for name in ("lapak", "alat", "ruang"):
            more = {{}} if name == "ruang" else {{"JUPYTERHUB_SERVICE_NAME": name}}
            command = ["sh", "-c", {listening!r}, {str(tmp_path)!r} + "/" + name]
            subprocess.Popen(command, env={{**os.environ, **more}})
        while len(list(Path({str(tmp_path)!r}).glob("*.there"))) < 3:
            time.sleep(0.02)
        Path(sys.argv[1]).write_text("there")
        time.sleep(300)
    """
    files = (str(tmp_path / "ids"), str(tmp_path / "log"))
    child = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, *files, hub], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "siap\n"
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=20)
    assert {path.name for path in tmp_path.glob("*.asked")} == {"lapak.asked", "alat.asked"}


def test_a_hub_that_dies_takes_its_helpers_along(tmp_path: Path) -> None:
    """The supervisor notices, cleans up and says with which code."""
    child, pids = start(tmp_path)
    os.kill(pids[0], signal.SIGKILL)
    said, _ = child.communicate(timeout=10)
    assert said == "selesai -9\n"
    assert gone(pids, 0.5)


def test_a_killed_supervisor_ends_its_hub(tmp_path: Path) -> None:
    """The kernel tells the hub; what the hub leaves is found at the next start."""
    child, (hub, helper) = start(tmp_path)
    child.kill()
    child.communicate()
    try:
        assert gone([hub])
    finally:
        os.kill(helper, signal.SIGKILL)


def test_orphans_of_a_school_are_found_by_their_mark() -> None:
    """Only those with exactly this mark; ourselves never."""
    mark = f"LAPAK_SCHOOL=/uji/{os.getpid()}"
    name, _, value = mark.partition("=")
    ours = subprocess.Popen(["sleep", "300"], env={name: value}, start_new_session=True)
    other = subprocess.Popen(["sleep", "300"], env={name: value + "0"}, start_new_session=True)
    try:
        assert processes.end_orphans(mark) == 1
        assert ours.wait(5) == -signal.SIGKILL
        assert alive(other.pid)
    finally:
        other.kill()
        other.wait()


def test_the_log_is_private_and_does_not_grow_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """0600, and put aside once when it has become long."""
    log = tmp_path / "hub.log"
    with processes._opened(log) as file:
        file.write(b"x" * 20)
    assert log.stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr(processes, "LOG_BYTES", 10)
    processes._opened(log).close()
    assert log.stat().st_size == 0
    assert log.with_suffix(".log.1").stat().st_size == 20
