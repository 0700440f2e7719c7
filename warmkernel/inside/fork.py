"""One fork, from the request to its first cell."""

from __future__ import annotations

import gc
import os
import signal
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warmkernel.frames import encode
from warmkernel.inside import syscalls as sys_
from warmkernel.inside.confine import INSIDE_UID, Person, confine, guard, limit
from warmkernel.inside.room import View

FIRST_UID = 60_100  # of the numbers that Debian keeps free for such use: 60000-64999


@dataclass(frozen=True)
class Asked:
    """A request for a fork, with what the server knows besides.

    Attributes:
        job: as `warmkernel.process` sends it.
        config: the server's.
        slot: a number that no other fork has at this time.
    """

    job: dict[str, Any]
    config: dict[str, Any]
    slot: int

    @property
    def limits(self) -> dict[str, Any]:
        """The limits, by name; none for a kernel of Jupyter's."""
        return dict(self.job.get("limits") or {})

    @property
    def folder_here(self) -> str:
        """The working folder as the warm process sees it."""
        return str(self.config["host"]) + str(self.job["folder"])

    @property
    def person(self) -> Person:
        """Root's forks run under an account of their own, which nobody else has."""
        if not self.config["as_root"]:
            return Person(None, None)
        return Person(FIRST_UID + self.slot, FIRST_UID + self.slot)

    @property
    def view(self) -> View:
        """What shows in the fork's room."""
        shown = {**self.config["base"], **self.job["shown"]}
        host, scratch = str(self.config["host"]), int(self.limits["scratch"])
        account = self.person.uid or INSIDE_UID
        return View(host, shown, str(self.job["folder"]), str(self.job["at"]), scratch, account)


def start(asked: Asked, kernel: Any, data: socket.socket, pids: int) -> int:
    """Forks; returns the first process of the fork, as this process sees it.

    Args:
        asked: what is to be forked.
        kernel: the warm kernel; None for a trial of the box.
        data: the fork's end of the socket to the one who asked.
        pids: this process's own namespace of processes.
    """
    if asked.person.uid is not None:
        give(asked.folder_here, asked.person.uid)
    boxed = asked.config["boxed"]
    if boxed:
        sys_.unshare(sys_.CLONE_NEWPID)
    pid = os.fork()
    if pid:
        if boxed:
            sys_.setns(pids, sys_.CLONE_NEWPID)
        return pid
    with suppress(BaseException):  # an exception must not go on with the server's work
        _become(asked, kernel, data)
    os._exit(0)


def give(folder: str, uid: int) -> None:
    """Makes an account the owner of a folder and of all in it; follows no link."""
    for _, folders, files, fd in os.fwalk(folder, follow_symlinks=False):
        os.fchown(fd, uid, uid)
        for name in (*folders, *files):
            os.chown(name, uid, uid, dir_fd=fd, follow_symlinks=False)


def _become(asked: Asked, kernel: Any, data: socket.socket) -> None:
    """Goes on as the fork, and never returns to the server's work."""
    os.setsid()
    data = _only(data)
    try:
        _settle_in(asked, data)
    except OSError as problem:
        data.sendall(encode(["failed", str(problem)]))
        return
    if kernel is None:
        data.sendall(encode(["ready", None]))
    elif "connection" in asked.job:
        _serve_jupyter(asked, kernel, data)
    else:
        _serve_cells(asked, kernel, data)


def _settle_in(asked: Asked, data: socket.socket) -> None:
    """Is shut in, or where there is no box, at least limited."""
    if asked.config["boxed"]:
        confine(asked.view, asked.person, asked.limits)
        child = os.fork()
        if child:
            data.close()
            guard(child)
        os.chdir(asked.job["at"])
        return
    sys_.prctl(sys_.PR_SET_PDEATHSIG, signal.SIGKILL)
    if asked.limits:
        limit(asked.limits)
    os.chdir(asked.job["folder"])


def _only(data: socket.socket) -> socket.socket:
    """Closes every file but the socket, which becomes number 3; 0, 1 and 2 lead nowhere."""
    null = os.open("/dev/null", os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    if data.fileno() != 3:
        os.dup2(data.fileno(), 3, inheritable=False)
        data.detach()
        data = socket.socket(fileno=3)
    for path in list(Path("/proc/self/fd").iterdir()):
        if int(path.name) > 3:
            with suppress(OSError):  # the folder that was listed is closed already
                os.close(int(path.name))
    return data


def _serve_cells(asked: Asked, kernel: Any, data: socket.socket) -> None:
    from warmkernel.inside.cells import Cells
    from warmkernel.inside.live import LiveWidgets
    from warmkernel.inside.preload import reseed

    gc.enable()
    reseed()
    os.environ.update(asked.job["env"])
    face = LiveWidgets if asked.job.get("live") else Cells
    face(kernel, data, int(asked.limits["output"]), asked.job["reader"]).serve()


def _serve_jupyter(asked: Asked, kernel: Any, data: socket.socket) -> None:
    from warmkernel.inside import sockets
    from warmkernel.inside.preload import reseed

    gc.enable()
    reseed()
    try:
        sockets.adopt(kernel, asked.job["env"], asked.job["folder"])
        pid = os.getpid()
        sockets.serve(kernel, asked.job["connection"], lambda: data.sendall(encode(["ready", pid])))
    except Exception as problem:
        data.sendall(encode(["failed", f"{type(problem).__name__}: {problem}"]))
        raise
