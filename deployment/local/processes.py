"""Starting the hub and ending everything that came of it, whatever happens to whom."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import BinaryIO

GENTLE_SECONDS, HARD_SECONDS = 5.0, 3.0
LOG_BYTES = 10_000_000
_SUBREAPER, _DEATH_SIGNAL = 36, 1
_libc = ctypes.CDLL(None, use_errno=True)


class Stop:
    """Whether somebody asked this program to end: Ctrl-C, SIGTERM or a closed terminal.

    A program started with `&` is born ignoring SIGINT, so the handlers are set explicitly.
    """

    def __init__(self) -> None:
        self.asked = False
        # While things are being prepared, a signal breaks off at once, as Ctrl-C does.
        self.breaks_off = True
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note)

    def _note(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        self.asked = True
        if self.breaks_off:
            raise KeyboardInterrupt


def run(
    command: Sequence[str],
    environment: Mapping[str, str],
    log: Path,
    stop: Stop,
    started: Callable[[], bool],
) -> int | None:
    """Run `command` until it ends or `stop` is asked for; nothing of it is left afterwards.

    Args:
        command: the hub's command.
        environment: its whole environment.
        log: file that its output is added to, 0600.
        stop: set by signals.
        started: called twice a second until it says True; tells the operator that all is up.

    Returns:
        None when it was stopped on request, else the exit code with which it ended by itself.
    """
    stop.breaks_off = False
    # Orphans below us become our children, so that we can still find them.
    _libc.prctl(_SUBREAPER, 1, 0, 0, 0)
    with _opened(log) as output:
        hub = subprocess.Popen(
            list(command),
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 (this program has one thread)
        )
    up = False
    try:
        while not stop.asked and hub.poll() is None:
            up = up or started()
            time.sleep(0.5 if not up else 0.2)
    finally:
        code = hub.poll()
        end(hub)
    return None if stop.asked else code


def end(hub: subprocess.Popen[bytes]) -> None:
    """End the hub, gently first, then every process that is still below this one."""
    if hub.poll() is None:
        hub.send_signal(signal.SIGTERM)
        # The hub ends its services one after the other; asked at once, they end together.
        for pid in _services(hub.pid):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGTERM)
        try:
            hub.wait(GENTLE_SECONDS)
        except subprocess.TimeoutExpired:
            hub.kill()
            hub.wait()
    kill_all(_living_below, HARD_SECONDS)


def end_orphans(mark: str) -> int:
    """Kill processes that an earlier, killed start of the same school left behind.

    Args:
        mark: `NAME=value` in their environment.

    Returns:
        How many there were.
    """
    # This very process and those above it (a shell, a test) may carry the variable as well.
    spared = _ancestors(os.getpid())
    orphans = [pid for pid in _marked(mark) if pid not in spared]
    kill_all(lambda: [pid for pid in _marked(mark) if pid not in spared], HARD_SECONDS)
    return len(orphans)


def kill_all(find: Callable[[], list[int]], seconds: float) -> None:
    """Kill what `find` finds, again and again until it finds nothing or time is up."""
    deadline = time.monotonic() + seconds
    while (found := find()) and time.monotonic() < deadline:
        for pid in found:
            try:
                os.kill(pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
        time.sleep(0.05)


def descendants(root: int) -> list[int]:
    """List the processes below `root`, dead ones that nobody has waited for left out."""
    parents = {pid: parent for pid, parent, state in _table() if state not in "ZX"}
    below: list[int] = []
    front = {root}
    while front:
        front = {pid for pid, parent in parents.items() if parent in front} - {root, *below}
        below += sorted(front)
    return below


def _table() -> list[tuple[int, int, str]]:
    rows = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The command's name, in brackets, may hold spaces and brackets itself.
            fields = stat.read_text(errors="replace").rpartition(")")[2]
        except OSError:
            continue
        state, parent = fields.split()[:2]
        rows.append((int(stat.parent.name), int(parent), state))
    return rows


def _services(hub: int) -> list[int]:
    mark = b"JUPYTERHUB_SERVICE_NAME="
    below = [pid for pid, parent, _ in _table() if parent == hub]
    return [pid for pid in below if any(each.startswith(mark) for each in _variables(pid))]


def _marked(mark: str) -> list[int]:
    living = [pid for pid, _, state in _table() if state not in "ZX"]
    return [pid for pid in living if mark.encode() in _variables(pid)]


def _variables(pid: int) -> list[bytes]:
    try:
        return Path("/proc", str(pid), "environ").read_bytes().split(b"\0")
    except OSError:
        return []


def _ancestors(pid: int) -> set[int]:
    parents = {child: parent for child, parent, _ in _table()}
    line = {pid}
    while (pid := parents.get(pid, 0)) > 0:
        line.add(pid)
    return line


def _living_below() -> list[int]:
    # Orphans came to us when their parents died: bury those that are dead.
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass
    return descendants(os.getpid())


def _opened(log: Path) -> BinaryIO:
    if log.exists() and log.stat().st_size > LOG_BYTES:
        log.replace(log.with_suffix(".log.1"))
    return private_append(log)


def private_append(path: Path) -> BinaryIO:
    """Open a file to add to; it is made 0600 when missing."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")


def _end_with_parent() -> None:
    _libc.prctl(_DEATH_SIGNAL, signal.SIGTERM, 0, 0, 0)
