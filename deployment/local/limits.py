"""What one trainee's room may use of the machine, and how many rooms may be open at once."""

from __future__ import annotations

import json
import os
import platform
import re
import resource
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from warmkernel.inside import watch

MB = 1_000_000
ROOMS, IDLE, MEMORY = "LAPAK_ROOMS", "LAPAK_IDLE_MINUTES", "LAPAK_ROOM_MB"
FILE_MB, PROCESSES = 500, 200
# Measured (benchmarks/rooms.py): the school itself, and a room in which an exercise was worked on.
SCHOOL_MB, ROOM_MB = 1100, 220


@dataclass(frozen=True)
class Limits:
    """How much a school gives.

    Attributes:
        rooms: servers that may be open at once.
        idle: minutes without anybody there after which a server ends.
        memory: bytes that all processes of a room may use together.
        processes: of one account, in root's school; in a plain user's `few_processes` binds them.
        file: the largest file that may be written, in bytes.

    Example:
        >>> Limits.of(8_000 * MB).rooms
        31
    """

    rooms: int
    idle: int = 60
    memory: int = 1000 * MB
    processes: int = PROCESSES
    file: int = FILE_MB * MB

    @classmethod
    def of(cls, machine: int) -> Limits:
        """Give what suits a machine with so many bytes of memory."""
        return cls(rooms=max(2, (machine // MB - SCHOOL_MB) // ROOM_MB))

    @classmethod
    def from_environment(cls) -> Limits:
        """Read LAPAK_ROOMS, LAPAK_IDLE_MINUTES and LAPAK_ROOM_MB; this machine's memory says the rest.

        Raises:
            ValueError: one is no number; the message is for the operator.
        """
        usual = cls.of(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
        return cls(
            rooms=_number(ROOMS, usual.rooms),
            idle=_number(IDLE, usual.idle),
            memory=_number(MEMORY, usual.memory // MB) * MB,
        )

    def bind(self, *, own_account: bool) -> None:
        """Bind the process that calls this, and all that it will start.

        Args:
            own_account: whether she has an OS account: only then can processes be counted.
        """
        kinds = {
            resource.RLIMIT_DATA: self.memory,  # one process that wants it all gets a MemoryError
            resource.RLIMIT_FSIZE: self.file,
            resource.RLIMIT_CORE: 0,
            **({resource.RLIMIT_NPROC: self.processes} if own_account else {}),
        }
        for kind, value in kinds.items():
            _, most = resource.getrlimit(kind)
            least = value if most == resource.RLIM_INFINITY else min(value, most)
            resource.setrlimit(kind, (least, least))


def few_processes(kernel: str = "") -> list[str]:
    """Give the words that bind how many processes a command has, put before it in a box of a plain user's.

    An account's processes are counted apart in each user namespace since Linux 5.14. Before, all that
    the account runs would count, the school and every other room: then there is no limit.

    Args:
        kernel: its version as `uname -r` says it; of this machine by default.

    Example:
        >>> few_processes("6.1.0-18-amd64"), few_processes("5.10.0-28-amd64")
        (['/usr/bin/prlimit', '--nproc=200:200', '--'], [])
    """
    version = re.match(r"(\d+)\.(\d+)", kernel or platform.release())
    counts = version is not None and tuple(map(int, version.groups())) >= (5, 14)
    return ["/usr/bin/prlimit", f"--nproc={PROCESSES}:{PROCESSES}", "--"] if counts else []


class Guard:
    """Counts the memory of whole rooms; in one that is over its limit the largest process ends.

    Args:
        memory: bytes a room.
        say: told one line, with a user name and figures, for the operator.
    """

    def __init__(self, memory: int, say: Callable[[str], object]) -> None:
        self.memory, self.say = memory, say
        self._rooms: dict[int, str] = {}

    def watch(self, pid: int, user: str) -> None:
        """Watch the room whose first process this is, until it has ended."""
        self._rooms[pid] = user

    def look(self) -> None:
        """Take one look at all rooms."""
        children = watch.families()
        for pid, user in list(self._rooms.items()):
            below = [p for p in watch.tree(pid, children) if p != pid]
            if not Path("/proc", str(pid)).exists():
                self._rooms.pop(pid, None)
            elif sum(map(watch.resident, below)) > self.memory:
                self._end_largest(below, user)

    def _end_largest(self, pids: list[int], user: str) -> None:
        # What forks share counts once only here; it takes longer to find out.
        used = {pid: watch.proportional(pid) for pid in pids}
        if (total := sum(used.values())) <= self.memory:
            return
        largest = max(used, key=lambda pid: used[pid])
        with suppress(ProcessLookupError):
            os.kill(largest, signal.SIGKILL)
        limit = self.memory // MB
        self.say(f"ruang {user}: {total // MB} MB dari {limit} MB dipakai, 1 proses dihentikan")


def _number(name: str, usual: int) -> int:
    text = os.environ.get(name) or str(usual)
    if not text.isdigit() or int(text) < 1:
        raise ValueError(f"{name}={json.dumps(text)} bukan bilangan: tulis angka 1 atau lebih.")
    return int(text)
