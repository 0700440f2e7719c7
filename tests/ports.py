"""Ports for a school that a test starts, none of which another test is about to take."""

from __future__ import annotations

import os
import socket
from itertools import count

PORTS = 7  # a school takes its port and the next six
FIRST, PLACES = 11_000, 3_000  # below those that the system gives to connections
# Tests run side by side, in processes whose numbers follow each other: each begins far from the others.
_next = count(os.getpid() * 1009)


def seven_free() -> int:
    """Give the first of seven neighbouring ports on which nobody listens, each time others."""
    for _ in range(PLACES):
        first = FIRST + PORTS * (next(_next) % PLACES)
        if all(_is_free(first + at) for at in range(PORTS)):
            return first
    raise RuntimeError("no seven free ports")


def _is_free(port: int) -> bool:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
