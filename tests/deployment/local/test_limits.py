"""What one room may use: settings, limits of processes, and the guard over whole rooms."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from deployment.local import limits
from deployment.local.limits import MB, Guard, Limits
from tests.browser.school import wait_until

HOLDS = (
    "import sys, time; held = bytearray(int(sys.argv[1])); print('ya', flush=True); time.sleep(60)"
)


@pytest.mark.parametrize(("gigabytes", "rooms"), [(1, 2), (4, 13), (8, 31)])
def test_rooms_follow_the_memory(gigabytes: int, rooms: int) -> None:
    """As measured; a tiny machine still opens two."""
    assert Limits.of(gigabytes * 1000 * MB).rooms == rooms


def test_settings_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a slip of the keyboard is a sentence."""
    monkeypatch.setenv(limits.ROOMS, "7")
    monkeypatch.setenv(limits.MEMORY, "300")
    assert Limits.from_environment().rooms == 7
    assert Limits.from_environment().memory == 300 * MB
    monkeypatch.setenv(limits.IDLE, "satu jam")
    with pytest.raises(ValueError, match=limits.IDLE):
        Limits.from_environment()


def bound(code: str) -> subprocess.CompletedProcess[str]:
    """Runs a Python program with limits of 300 MB of memory and 5 MB a file."""
    small = Limits(rooms=1, memory=300 * MB, file=5 * MB, processes=64)
    command = [sys.executable, "-c", code]
    apply = lambda: small.bind(own_account=False)  # noqa: E731
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=apply)


def test_one_process_that_wants_it_all_is_told() -> None:
    """Python raises MemoryError, which a notebook shows; what fits still works."""
    assert bound("bytearray(100_000_000); print('ya')").stdout == "ya\n"
    assert "MemoryError" in bound("bytearray(600_000_000)").stderr


def test_a_file_without_end_ends(tmp_path: object) -> None:
    """An endless output does not fill the disk for all."""
    done = bound(f"open({str(tmp_path) + '/x'!r}, 'wb').write(bytes(6_000_000))")
    assert "File too large" in done.stderr


FORKS = """
import os, time
made = 0
try:
    while made < 500:
        if os.fork() == 0:
            time.sleep(20)
            os._exit(0)
        made += 1
except OSError as error:
    print(made, error.strerror)
"""


def test_processes_without_end_end_in_a_plain_users_box() -> None:
    """Those of the same account outside do not count: there are as many already."""
    down = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    down = down if os.geteuid() == 0 else []
    python = os.path.realpath(sys.executable)  # an environment may lie where others cannot enter
    others = [subprocess.Popen([*down, "sleep", "60"]) for _ in range(limits.PROCESSES)]
    try:
        walls = [
            "bwrap",
            "--ro-bind",
            "/",
            "/",
            "--proc",
            "/proc",
            "--unshare-user",
            "--unshare-pid",
        ]
        command = [*down, *walls, "--", *limits.few_processes(), python, "-Ic", FORKS]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    finally:
        for other in others:
            other.kill()
            other.wait()
    made, why = done.stdout.split(maxsplit=1)
    assert limits.PROCESSES - 10 < int(made) < limits.PROCESSES
    assert why == "Resource temporarily unavailable\n"


@contextmanager
def room(*sizes: int) -> Iterator[subprocess.Popen[bytes]]:
    """A process with one child a size, each of which holds so many MB."""
    code = (
        "import subprocess, sys\n"
        f"run = [subprocess.Popen([sys.executable, '-c', {HOLDS!r}, s], stdout=-1) for s in sys.argv[1:]]\n"
        "for one in run: one.stdout.readline()\n"
        "print('siap', flush=True)\n"
        "print([one.wait() for one in run], flush=True)\n"
    )
    words = [sys.executable, "-c", code, *(str(size * MB) for size in sizes)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, start_new_session=True) as top:
        assert top.stdout is not None
        assert top.stdout.readline() == b"siap\n"
        try:
            yield top
        finally:
            os.killpg(top.pid, signal.SIGKILL)


def test_the_largest_of_a_room_over_its_limit_ends() -> None:
    """Many processes that are small each: their sum counts; nobody else's room is touched."""
    said: list[str] = []
    guard = Guard(150 * MB, said.append)
    with room(60, 90) as over, room(60, 20) as well:
        guard.watch(over.pid, "tosari")
        guard.watch(well.pid, "lumiga")
        guard.look()
        wait_until("the largest is gone", lambda: len(_children(over.pid)) == 1, 20)
        guard.look()
        assert len(_children(well.pid)) == 2
    assert len(said) == 1
    assert said[0].startswith("ruang tosari: ")
    guard.look()
    assert guard._rooms == {}


def _children(pid: int) -> list[int]:
    time.sleep(0.05)
    return [child for child in limits.watch.tree(pid) if child != pid and _lives(child)]


def _lives(pid: int) -> bool:
    return limits.watch.resident(pid) > 0
