"""Runs a command and leaves nothing of it behind, whatever it started in whichever session."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36  # <linux/prctl.h>
_PATIENCE = 10.0  # seconds between asking processes to stop and stopping them


@contextlib.contextmanager
def none_left() -> Iterator[None]:
    """Adopt every orphan that this process' children leave, and end them all on the way out.

    Example:
        >>> with none_left():
        ...     run(["sh", "-c", "setsid sleep 60 &"])
        0
    """
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        _end_all()


def run(
    command: Sequence[str], folder: Path | None = None, variables: Mapping[str, str] | None = None
) -> int:
    """Run a command and bury the orphans that reach this process meanwhile.

    Args:
        command: the program and its arguments.
        folder: where it runs.
        variables: environment variables beside those of this process.

    Returns:
        Its exit code, negative for a signal.
    """
    child = subprocess.Popen(list(command), cwd=folder, env={**os.environ, **(variables or {})})
    while True:
        pid, status = os.wait()
        if pid == child.pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return child.returncode


def descendants(of: int) -> list[int]:
    """Give the ids of all processes below one.

    Args:
        of: a process id.

    Returns:
        Its children, their children and so on; zombies too.
    """
    below = _children().get(of, [])
    return [*below, *(pid for child in below for pid in descendants(child))]


def _children() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended while we looked
            # After the name, which may hold blanks and brackets: state, parent, …
            parent = int(stat.read_text(errors="replace").rpartition(")")[2].split()[1])
            found.setdefault(parent, []).append(int(stat.parent.name))
    return found


def _end_all() -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        for pid in descendants(os.getpid()):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, number)
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and _any_left():
            time.sleep(0.05)


def _any_left() -> bool:
    """Bury the dead; say whether a child still lives."""
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return False
        if pid == 0:
            return True
