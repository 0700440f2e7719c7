"""What a fork with everything that it started uses: memory, processor time, and its folder."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TICKS = os.sysconf("SC_CLK_TCK")
Children = dict[int, list[int]]
FOLDER_EVERY = 8  # looks at the folder at every eighth look at the processes


@dataclass
class Usage:
    """Watches one fork.

    Attributes:
        pid: its first process, as this process sees it.
        folder: its working folder, as this process sees it.
        limits: as `warmkernel.job.Limits`, by name.
    """

    pid: int
    folder: str
    limits: dict[str, Any]
    _looks: int = 0
    _at_start: int = field(init=False)

    def __post_init__(self) -> None:
        self._at_start = measure(self.folder, int(self.limits["files"]) + 1)[0]

    def excess(self, children: Children | None = None) -> str:
        """Returns which limit has been passed, in a few English words, or nothing.

        Args:
            children: what `families` said, where several forks are looked at.
        """
        pids = tree(self.pid, children)
        if sum(map(processor_seconds, pids)) > self.limits["cpu_seconds"]:
            return "processor time"
        # The quick sum counts what forks share many times over; only where it is high, look closer.
        memory = self.limits["memory"]
        if sum(map(resident, pids)) > memory and sum(map(proportional, pids)) > memory:
            return "memory"
        self._looks += 1
        if self._looks % FOLDER_EVERY == 0:
            return self._folder_excess()
        return ""

    def _folder_excess(self) -> str:
        most = int(self.limits["files"])
        size, count = measure(self.folder, most + 1)
        if count > most:
            return "number of files"
        return "disk" if size - self._at_start > self.limits["disk"] else ""


def families() -> Children:
    """Returns the processes that show here, by their parent."""
    children: Children = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal() and (stat := _stat(int(entry.name))):
            children.setdefault(int(stat[1]), []).append(int(entry.name))
    return children


def tree(root: int, children: Children | None = None) -> list[int]:
    """Returns a process and all that descend from it, as far as they are still there."""
    children = families() if children is None else children
    found, left = [], [root]
    while left:
        found.append(left.pop())
        left += children.get(found[-1], [])
    return found


def processor_seconds(pid: int) -> float:
    """Returns the processor time of a process and of its children that have ended."""
    stat = _stat(pid)
    return sum(map(int, stat[11:15])) / TICKS if stat else 0.0


def resident(pid: int) -> int:
    """Returns the bytes of memory in a process that belong to no file, shared ones in full."""
    return _sum(f"/proc/{pid}/status", ("RssAnon:", "RssShmem:"))


def proportional(pid: int) -> int:
    """Returns the same, each shared byte divided by the number of those who share it."""
    found = _sum(f"/proc/{pid}/smaps_rollup", ("Pss_Anon:", "Pss_Shmem:"))
    return found or resident(pid)


def measure(folder: str, most: int) -> tuple[int, int]:
    """Returns the bytes on disk and the number of files below a folder, counting up to `most`.

    Folders nested so deeply that no path reaches the last one count as `most`: nothing may hide there.
    """
    size = count = 0
    left = [folder]
    while left and count < most:
        try:
            with os.scandir(left.pop()) as entries:
                for entry in entries:
                    count += 1
                    if count >= most:
                        break
                    size += _blocks(entry)
                    if entry.is_dir(follow_symlinks=False):
                        left.append(entry.path)
        except OSError as problem:
            if problem.errno == errno.ENAMETOOLONG:
                return size, most
    return size, count


def _blocks(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_blocks * 512
    except OSError:
        return 0  # gone since


def _stat(pid: int) -> list[str]:
    """Returns the fields of /proc/PID/stat after the name, which may hold anything."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.rpartition(")")[2].split()


def _sum(path: str, names: tuple[str, ...]) -> int:
    try:
        text = Path(path).read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    lines = [line.split() for line in text.splitlines() if line.startswith(names)]
    return sum(int(words[1]) for words in lines) << 10
