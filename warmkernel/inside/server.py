"""The warm process: imports once, then forks a boxed kernel for each request.

It is the first process of its namespace, so that all ends with it, and it ends with its owner.
"""

from __future__ import annotations

import array
import json
import math
import os
import secrets
import select
import signal
import socket
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warmkernel.inside import syscalls as sys_
from warmkernel.inside.fork import Asked, start
from warmkernel.inside.watch import Children, Usage, families, tree

LOOK_SECONDS = 0.05
LOOK_SHARE = 5  # between two looks passes so many times what the last one took …
LOOK_AT_MOST = 0.2  # … and not more than this
REQUEST_SIZE = 1 << 17
SLOTS = 1000  # accounts for root's forks


@dataclass
class Live:
    """A fork that runs."""

    pid: int
    pidfd: int
    keeper: socket.socket
    usage: Usage | None
    until: float
    wall_seconds: float
    slot: int
    folder: str

    def excess(self, children: Children) -> str:
        """Returns which of its limits it has passed, if any."""
        if time.monotonic() > self.until:
            return "wall time"
        return self.usage.excess(children) if self.usage else ""

    def tell(self, reason: str, code: int) -> None:
        """Says to the owner why it ended, and how, as subprocess counts."""
        with suppress(OSError):  # the owner may not listen any more
            self.keeper.send(json.dumps({"ended": reason, "code": code}).encode())


class Server:
    """Serves one owner.

    Args:
        control: requests come here, each with two sockets: for data, and to keep the fork by.
        owner: a pidfd of the owner's process.
        config: as `warmkernel.process` sends it.
        kernel: the warm kernel.
    """

    def __init__(
        self, control: socket.socket, owner: int, config: dict[str, Any], kernel: Any
    ) -> None:
        self._control = control
        self._owner = owner
        self._config = config
        self._kernel = kernel
        self._live: dict[int, Live] = {}
        self._poll = select.poll()
        self._slot = secrets.randbelow(SLOTS)  # another warm process of root's may begin elsewhere
        self._pids = os.open("/proc/self/ns/pid", os.O_RDONLY)

    def serve(self) -> None:
        """Forks and watches until the owner closes the socket or ends."""
        self._poll.register(self._control, select.POLLIN)
        self._poll.register(self._owner, select.POLLIN)
        looked, pause = 0.0, LOOK_SECONDS
        while self._owner not in (ready := self._ready()):
            if self._control.fileno() in ready and not self._take():
                break
            for live in list(self._live.values()):
                self._attend(live, ready)
            began = time.monotonic()
            if began - looked >= pause:
                self._look()
                looked = time.monotonic()
                # Many forks take long to look at: that must not become all that is done.
                took = (looked - began) * LOOK_SHARE
                pause = min(max(LOOK_SECONDS, took), LOOK_AT_MOST)
        for live in self._live.values():
            self._kill(live)

    def _ready(self) -> set[int]:
        """Waits until something happens, or it is time to look at what forks use."""
        return {fd for fd, _ in self._poll.poll(LOOK_SECONDS * 1000 if self._live else None)}

    def _attend(self, live: Live, ready: set[int]) -> None:
        if live.keeper.fileno() in ready:
            self._obey(live)
        if live.pidfd in ready:
            self._end(live, "its process ended")

    def _take(self) -> bool:
        """Takes a request for a fork; says whether the owner is still there."""
        body, fds = _receive(self._control)
        if not body:
            return False
        data, keeper = (socket.socket(fileno=fd) for fd in fds)
        job = json.loads(body)
        asked = Asked(job, self._config, self._free_slot(job["folder"]))
        try:
            pid = start(asked, self._kernel, data, self._pids)
            live = self._watch(pid, keeper, asked)
        except OSError as problem:
            keeper.send(json.dumps({"ended": f"it could not be started: {problem}"}).encode())
            keeper.close()
            return True
        finally:
            data.close()
        self._poll.register(live.keeper, select.POLLIN)
        self._poll.register(live.pidfd, select.POLLIN)
        return True

    def _watch(self, pid: int, keeper: socket.socket, asked: Asked) -> Live:
        limits = asked.limits
        usage = Usage(pid, asked.folder_here, limits) if limits else None
        wall = float(limits.get("wall_seconds", math.inf))
        # A fork for cells may be made ahead: its time begins when its owner says so.
        until = time.monotonic() + wall if asked.job.get("live") else math.inf
        folder = asked.job["folder"]
        live = Live(pid, os.pidfd_open(pid), keeper, usage, until, wall, asked.slot, folder)
        self._live[pid] = live
        return live

    def _free_slot(self, folder: str) -> int:
        """Returns a number for a fork's account: nobody else's, unless they share a folder."""
        taken = {live.slot for live in self._live.values()}
        for live in self._live.values():
            if live.folder == folder:
                return live.slot
        while True:
            self._slot = (self._slot + 1) % SLOTS
            if self._slot not in taken:
                return self._slot

    def _obey(self, live: Live) -> None:
        message = live.keeper.recv(64)
        if message == b"interrupt":
            os.kill(live.pid, signal.SIGINT)
        elif message == b"begin":
            live.until = time.monotonic() + live.wall_seconds
        else:
            self._kill(live)

    def _kill(self, live: Live) -> None:
        """Kills a fork; with the first process of its namespace all others in it die."""
        pids = [live.pid] if self._config["boxed"] else tree(live.pid)
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue

    def _look(self) -> None:
        children = families()
        for live in list(self._live.values()):
            if reason := live.excess(children):
                self._kill(live)
                self._end(live, f"it used too much: {reason}")
        self._reap_strays()

    def _end(self, live: Live, reason: str) -> None:
        code = os.waitstatus_to_exitcode(os.waitpid(live.pid, 0)[1])
        self._poll.unregister(live.keeper)
        self._poll.unregister(live.pidfd)
        live.tell(reason, code)
        live.keeper.close()
        os.close(live.pidfd)
        del self._live[live.pid]
        self._reap_strays()

    def _reap_strays(self) -> None:
        """Ends what forks have left behind and what came to this process as its new parent."""
        if not self._config["boxed"]:
            kept = {pid for live in self._live.values() for pid in tree(live.pid)}
            strays = [pid for pid in tree(os.getpid())[1:] if pid not in kept]
            for pid in strays:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            for pid in strays:
                with suppress(ChildProcessError):
                    os.waitpid(pid, 0)
        while (ended := _ended_child()) and ended not in self._live:
            os.waitpid(ended, 0)


def _ended_child() -> int:
    """Returns a child that has ended and is not reaped yet, or 0."""
    with suppress(ChildProcessError):
        found = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        return found.si_pid if found else 0
    return 0


def _receive(control: socket.socket) -> tuple[bytes, list[int]]:
    fds = array.array("i")
    body, ancillary, _, _ = control.recvmsg(REQUEST_SIZE, socket.CMSG_SPACE(2 * fds.itemsize))
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            fds.frombytes(data[: len(data) - len(data) % fds.itemsize])
    return body, list(fds)


def main(control_fd: int, owner: int) -> None:
    """Reads the configuration, warms up, says so, and serves.

    Args:
        control_fd: a socket that keeps message boundaries, to the owner.
        owner: a pidfd of the owner's process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=control_fd)
    config = json.loads(control.recv(REQUEST_SIZE))
    try:
        kernel, ran = _warm_up(config)
    except BaseException:  # noqa: BLE001  whatever it is, the owner has to know
        control.send(json.dumps({"failed": traceback.format_exc()[-8000:]}).encode())
        os._exit(1)
    _send_ready(control, ran)
    Server(control, owner, config, kernel).serve()
    os._exit(0)


def _send_ready(control: socket.socket, ran: dict[str, Any]) -> None:
    """Sends what the notebook showed, and its widgets, in pieces that the socket takes."""
    body = json.dumps(ran, default=str).encode()
    control.send(json.dumps({"ready": len(body)}).encode())
    for at in range(0, len(body), REQUEST_SIZE // 2):
        control.send(body[at : at + REQUEST_SIZE // 2])


def _warm_up(config: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    if config["probe"]:
        return None, {}
    if not config["boxed"]:
        sys_.prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: what a fork leaves behind comes to us
    # What a fork uses later is imported here too, once for all.
    from warmkernel import plain  # noqa: F401
    from warmkernel.inside import live, preload, sockets, widgets  # noqa: F401
    from warmkernel.inside.kernel import Kernel

    kernel = Kernel()
    preload.load(config["imports"])
    preload.exercise(kernel)
    if config["widgets"]:
        widgets.number_widgets(config["widgets"])
    runs = preload.run_notebook(kernel, Path(config["notebook"])) if config["notebook"] else []
    ran = {"runs": runs, "widgets": widgets.states()}
    preload.settle()
    return kernel, ran
