"""What hostile code can do in a fork: spoil its own cell, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from warmkernel import Fork, WarmProcess
from warmkernel.frames import encode

Text = Callable[[Fork, str], str]


def alive(mark: str) -> list[str]:
    """Give the command lines of this machine's processes that hold a mark."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (OSError, UnicodeDecodeError):
            continue
        if mark in line:
            found.append(line)
    return found


def test_an_endless_loop_costs_its_cell(run: Callable[..., Fork]) -> None:
    """It is interrupted; what was printed stays, and the next cell runs."""
    with run(cell_seconds=1) as fork:
        looped = fork.run("print('mulai')\nwhile True: pass")
        assert looped.status == "timeout"
        assert looped.outputs[0]["text"] == "mulai\n"
        assert fork.run("1").status == "ok"


def test_a_loop_that_ignores_interrupts_is_killed(run: Callable[..., Fork]) -> None:
    """After the grace the fork is ended, and every further cell says so."""
    with run(cell_seconds=1) as fork:
        source = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"
        assert fork.run(source).status == "timeout"
        assert (fork.run("1").status, fork.value("x")) == ("died", None)


def test_a_loop_without_the_interpreter_is_killed(run: Callable[..., Fork]) -> None:
    """A single C call that never looks for signals."""
    with run(cell_seconds=1) as fork:
        assert fork.run("import re; re.match(r'(a*)*b', 'a' * 60)").status == "timeout"


def test_a_fork_bomb_stays_within_its_processes(run: Callable[..., Fork]) -> None:
    """It runs into its own limit, and its neighbour does not notice."""
    with run(processes=40) as fork, run() as neighbour:
        bomb = "import os, time\nfor i in range(500):\n    if os.fork() == 0: time.sleep(60)"
        assert fork.run(bomb).status in ("error", "died")
        assert (
            neighbour.run("import subprocess; subprocess.run(['true']).returncode").status == "ok"
        )


def test_memory_beyond_the_limit_is_refused(run: Callable[..., Fork]) -> None:
    """10 GB at once: MemoryError in the cell, and the fork goes on."""
    with run() as fork:
        refused = fork.run("x = bytearray(10 << 30)")
        assert refused.status == "error"
        assert fork.run("1").status == "ok"


def test_memory_of_many_processes_counts_together(run: Callable[..., Fork]) -> None:
    """Each child is below the limit; together they are not, and the fork is ended."""
    source = """
import os, time
for i in range(6):
    if os.fork() == 0:
        x = bytearray(os.urandom(1 << 20)) * 200
        time.sleep(30)
        os._exit(0)
time.sleep(30)
"""
    with run(cell_seconds=20) as fork:
        ended = fork.run(source)
        assert (ended.status, ended.reason) == ("died", "it used too much: memory")


@pytest.mark.parametrize(
    "source",
    [
        "import os; os.memfd_create('x')",
        "import multiprocessing.shared_memory as s; s.SharedMemory(create=True, size=1 << 30).buf[:] = bytes(1 << 30)",
        "open('/tmp/besar', 'wb').write(bytes(200 << 20))",
        "import ctypes, os\nif ctypes.CDLL(None).shmget(0, 1 << 30, 0o1600) < 0: raise OSError",
    ],
)
def test_memory_that_is_no_process_s_own_is_limited(run: Callable[..., Fork], source: str) -> None:
    """Files in memory are refused or small."""
    with run() as fork:
        assert fork.run(source).status in ("error", "died")


def test_processor_time_of_children_counts(run: Callable[..., Fork]) -> None:
    """Children that burn while their parent sleeps."""
    source = """
import os, time
for i in range(3):
    if os.fork() == 0:
        while True: pass
time.sleep(30)
"""
    with run(cell_seconds=20, cpu_seconds=2) as fork:
        ended = fork.run(source)
        assert (ended.status, ended.reason) == ("died", "it used too much: processor time")


def test_wall_time_of_all_cells(run: Callable[..., Fork]) -> None:
    """Many short cells are too long together."""
    with run(wall_seconds=1) as fork:
        runs = [fork.run("import time; time.sleep(0.3)") for _ in range(6)]
        assert runs[0].status == "ok"
        assert (runs[-1].status, runs[-1].reason) == ("died", "it used too much: wall time")


def test_wall_time_begins_with_the_first_cell(run: Callable[..., Fork]) -> None:
    """A fork that was made ahead loses nothing while it waits."""
    with run(wall_seconds=1) as fork:
        time.sleep(1.3)
        assert fork.run("1").status == "ok"


def test_a_flood_of_output_costs_its_cell(run: Callable[..., Fork]) -> None:
    """300 MB: the cell keeps what fits, the next one runs."""
    with run(cell_seconds=20, output=1 << 20) as fork:
        flood = fork.run("for i in range(300): print('x' * (1 << 20))")
        assert flood.status == "flood"
        assert sum(len(str(output)) for output in flood.outputs) < 3 << 20
        assert fork.run("print('lanjut')").outputs[0]["text"] == "lanjut\n"


@pytest.mark.parametrize(
    "source",
    [
        "import os\nfor i in range(300): os.write(1, b'x' * (1 << 20))",
        "!head -c 300000000 /dev/zero",
        "from IPython.display import HTML\nHTML('x' * (300 << 20))",
    ],
)
def test_other_floods_too(run: Callable[..., Fork], source: str) -> None:
    """Through a file descriptor, from another program, in one piece."""
    with run(cell_seconds=20, output=1 << 20, memory=2 << 30) as fork:
        assert fork.run(source).status in ("flood", "timeout")


def test_a_flood_on_the_socket_ends_the_fork(run: Callable[..., Fork]) -> None:
    """Code that writes to the other side by itself gets no further than the limit."""
    source = f"""
import os, socket
s = socket.socket(fileno=3)
f = {encode(["stream", {"name": "stdout", "text": "x" * 60_000}])!r}
while True: s.sendall(f)
"""
    with run(output=1 << 20, cell_seconds=20) as fork:
        flood = fork.run(source)
        assert flood.status == "flood"
        assert sum(len(str(output)) for output in flood.outputs) < 4 << 20


@pytest.mark.parametrize(
    "source",
    [
        "import os; os._exit(0)",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "import ctypes; ctypes.string_at(0)",
        "import os; os.abort()",
        "import os; os.close(3)",
        "import sys; sys.setrecursionlimit(10**9)\ndef f(): f()\nf()",
    ],
)
def test_a_death_keeps_what_was_shown(run: Callable[..., Fork], source: str) -> None:
    """The cell says that it died, with what it had printed; earlier cells are as they were."""
    with run() as fork:
        assert fork.run("x = 5").status == "ok"
        died = fork.run(f"print('sampai sini', flush=True)\n{source}")
        assert died.status == "died"
        assert died.outputs[0]["text"] == "sampai sini\n"
        assert fork.run("x").status == "died"


def test_parents_cannot_be_killed(run: Callable[..., Fork], warm: WarmProcess) -> None:
    """Neither its first process nor anything outside."""
    source = """
import os, signal
for pid in (os.getppid(), 1, -1):
    try: os.kill(pid, signal.SIGKILL)
    except OSError: pass
"""
    with run() as neighbour:
        with run() as fork:
            fork.run(source)
        assert neighbour.run("1").status == "ok"
    assert Path("/proc", str(warm.pid)).exists()


def test_a_daemon_dies_with_its_fork(run: Callable[..., Fork]) -> None:
    """Although it is in another session and its parent has long gone."""
    mark = f"7{time.time_ns() % 10**8}"
    source = f"""
import os, subprocess
if os.fork() == 0:
    os.setsid()
    subprocess.Popen(['sleep', '{mark}'], start_new_session=True)
    os._exit(0)
"""
    with run() as fork:
        assert fork.run(source).status == "ok"
        until = time.monotonic() + 5
        while not alive(f"sleep {mark}"):
            assert time.monotonic() < until, "it did not start"
    assert not alive(f"sleep {mark}")
