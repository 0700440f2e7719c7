"""What is measured is what processes and folders use."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from warmkernel import Limits
from warmkernel.inside import watch
from warmkernel.inside.watch import Usage

FAMILY = """
import subprocess, sys, time
x = bytearray(50 << 20)
p = subprocess.Popen([sys.executable, "-c", "while True: pass"])
print(p.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def family() -> Iterator[tuple[int, int]]:
    """A process with 50 MB, and its child that burns processor time."""
    with subprocess.Popen([sys.executable, "-c", FAMILY], stdout=subprocess.PIPE, text=True) as one:
        assert one.stdout is not None
        child = int(one.stdout.readline())
        yield one.pid, child
        os.kill(child, 9)
        one.kill()


def test_a_tree_has_the_child(family: tuple[int, int]) -> None:
    """And nobody else."""
    assert watch.tree(family[0]) == list(family)


def test_memory_and_time_are_the_family_s(family: tuple[int, int]) -> None:
    """Fifty megabytes in the one, time in the other."""
    assert 50 << 20 < watch.resident(family[0]) < 90 << 20
    assert watch.proportional(family[0]) > 50 << 20
    time.sleep(0.3)
    assert watch.processor_seconds(family[1]) > 0


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(), ""),
        (Limits(memory=30 << 20), "memory"),
        (Limits(cpu_seconds=0.05), "processor time"),
    ],
)
def test_excess(family: tuple[int, int], tmp_path: Path, limits: Limits, reason: str) -> None:
    """The limit that is passed is named."""
    time.sleep(0.3)
    assert Usage(family[0], str(tmp_path), asdict(limits)).excess() == reason


def test_folders_are_measured_without_following_links(tmp_path: Path) -> None:
    """And no further than needed."""
    (tmp_path / "akar").symlink_to("/")
    for name in range(5):
        (tmp_path / str(name)).write_bytes(bytes(8192))
    size, count = watch.measure(str(tmp_path), 100)
    assert count == 6
    assert 5 * 8192 <= size < 6 * 8192 + 4096


def test_a_process_that_has_gone_uses_nothing() -> None:
    """It may go while it is looked at."""
    assert watch.tree(2**30) == [2**30]
    assert (watch.resident(2**30), watch.processor_seconds(2**30)) == (0, 0.0)


def test_nothing_hides_in_deep_folders(tmp_path: Path) -> None:
    """Three thousand folders in each other: counted to the end of what a path can name, then as too much."""
    here = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(3000):
            Path("d").mkdir()
            os.chdir("d")
        assert watch.measure(str(tmp_path), 100_000)[1] == 100_000
    finally:
        os.chdir(here)
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)
