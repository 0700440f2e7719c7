"""The outer wall where bubblewrap is missing: namespaces and a room for the warm process itself."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from typing import Any

from warmkernel.inside import confine, room, server
from warmkernel.inside import syscalls as sys_

HOST = "/host"
LIBRARY = "/run/warm"
SCRATCH = 256 << 20


def main(control_fd: int, owner: int) -> None:
    """Shuts the warm process in, and goes on as `server.main`.

    Args:
        control_fd: as there.
        owner: as there.
    """
    with socket.socket(fileno=os.dup(control_fd)) as control:
        config = json.loads(control.recv(server.REQUEST_SIZE, socket.MSG_PEEK))
    try:
        _shut_in(config)
    except OSError as problem:
        sys.stderr.write(f"{problem}\n")
        os._exit(1)
    server.main(control_fd, owner)


def _shut_in(config: dict[str, Any]) -> None:
    if not config["as_root"]:
        uid, gid = os.geteuid(), os.getegid()
        sys_.unshare(sys_.CLONE_NEWUSER)
        confine.map_account(0, uid, gid)
    sys_.unshare(sys_.CLONE_NEWPID | confine.ALONE)
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        os._exit(0)
    sys_.prctl(sys_.PR_SET_PDEATHSIG, signal.SIGKILL)
    room.enter(room.View("", config["base"], "/", HOST, SCRATCH))
    # What was loaded so far came from a place that does not show any more.
    sys.path[0] = LIBRARY
    for name in ("warmkernel", "warmkernel.inside"):
        sys.modules[name].__path__[:] = [f"{LIBRARY}/{name.replace('.', '/')}"]
