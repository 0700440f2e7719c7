"""Runs a program and measures it: seconds by the wall, and the most memory its processes held at once."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_PAUSE = 1.0  # seconds between two looks at memory: looking costs time that is measured


@dataclass(frozen=True)
class Measured:
    """One run of a program.

    Attributes:
        seconds: from start to end.
        megabytes: the most proportional memory (PSS) that it and its descendants held together, as the
            median of five looks: one look takes a while, and what forks meanwhile is counted twice.
        output: what it printed.
    """

    seconds: float
    megabytes: float
    output: str


def measure(
    command: Sequence[str | Path], variables: Mapping[str, str], timeout: float = 3600
) -> Measured:
    """Runs a command.

    Raises:
        RuntimeError: it failed, with the end of what it said.
    """
    started = time.perf_counter()
    with subprocess.Popen(
        [str(word) for word in command],
        env=dict(variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        output, _ = process.communicate(timeout=timeout)
        seconds = time.perf_counter() - started
        watch.stop()
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{output[-3000:]}")
    return Measured(seconds, _most(watch.looks) / 1024, output)


def _most(looks: Sequence[int], at_once: int = 5) -> float:
    """Returns the highest median of so many neighbouring looks, or of all where there are fewer.

    Example:
        >>> _most([1, 2, 90, 3, 4, 4, 4])
        4
    """
    last = max(1, len(looks) - at_once + 1)
    return max(median(looks[at : at + at_once] or [0]) for at in range(last))


class _Watch(threading.Thread):
    """Looks again and again at the memory of a process and all its descendants."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self._end = pid, threading.Event()
        self.looks: list[int] = []

    def run(self) -> None:
        """Looks until it is told to stop."""
        while not self._end.wait(_PAUSE):
            self.looks.append(sum(pss(pid) for pid in family(self.pid)))

    def stop(self) -> None:
        """Ends the thread."""
        self._end.set()
        self.join()


def family(root: int) -> set[int]:
    """Returns a process and all its descendants."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError, ValueError):
            continue  # it has ended meanwhile
    family = {root}
    while True:
        more = {pid for pid, parent in parents.items() if parent in family} - family
        if not more:
            return family
        family |= more


def pss(pid: int) -> int:
    """Returns kilobytes; shared memory counts by its share."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def megabytes(root: int) -> float:
    """Returns the proportional memory (PSS) that a process and its descendants hold now."""
    return sum(pss(pid) for pid in family(root)) / 1024


def processor_seconds(root: int) -> float:
    """Returns what a process, its living descendants and those that ended have computed."""
    ticks = 0
    for pid in family(root):
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15]))  # its own, and of children that it has waited for
    return ticks / os.sysconf("SC_CLK_TCK")
