"""A fork's file system holds what it was given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from warmkernel import Fork, Job, WarmProcess

Text = Callable[[Fork, str], str]


def test_the_root_holds_the_system_and_the_folder(fork: Fork, text: Text) -> None:
    """No home, no /var, no /host."""
    roots = set(text(fork, "import os; print(*os.listdir('/'))").split())
    assert {"usr", "etc", "dev", "proc", "tmp", "run", "kerja"} <= roots
    assert not {"home", "root", "var", "host", "sys", "boot", "mnt", "opt"} & roots


def test_devices_are_the_harmless_ones(fork: Fork, text: Text) -> None:
    """And a terminal can be opened, for programs that want one."""
    found = text(fork, "import os; print(*sorted(os.listdir('/dev')))").split()
    assert found == sorted(
        [
            *("fd", "full", "null", "ptmx", "pts", "random", "shm"),
            *("stderr", "stdin", "stdout", "tty", "urandom", "zero"),
        ]
    )
    assert fork.run("import pty; pty.openpty()").status == "ok"


def test_places_in_memory_are_small(fork: Fork, text: Text) -> None:
    """As the limits say."""
    source = "import os\nfor p in ('/tmp', '/dev/shm'):\n s = os.statvfs(p); print(s.f_blocks * s.f_frsize >> 20)"
    assert text(fork, source) == "64\n64\n"


def test_the_folder_may_show_elsewhere(warm: WarmProcess, tmp_path: Path, text: Text) -> None:
    """Where the job says."""
    (tmp_path / "data.csv").write_text("a\n")
    with warm.fork(Job(tmp_path, at="/srv/tugas/satu")) as fork:
        assert (
            text(fork, "import os; print(os.getcwd(), os.listdir())")
            == "/srv/tugas/satu ['data.csv']\n"
        )
