"""Landlock: a second wall inside the room, which holds even where a mount could be got around."""

from __future__ import annotations

import ctypes
import os
import struct
from contextlib import suppress
from pathlib import Path

from warmkernel.inside.syscalls import SYS_LANDLOCK, check, libc

# Rights on files, by the version (ABI) that brought them: linux/landlock.h.
_FIRST = (1 << 13) - 1
_ALL = {1: _FIRST, 2: _FIRST | 1 << 13, 3: _FIRST | 3 << 13, 5: _FIRST | 7 << 13}
_LIST = 1 << 3
_READ = 1 << 0 | 1 << 2 | _LIST  # execute, read a file, list a folder
_ON_FILES = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15
_TCP = 3  # bind, connect
_SCOPES = 3  # abstract sockets, signals


class _Ruleset(ctypes.Structure):
    _fields_ = (("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


def version() -> int:
    """Returns the version of Landlock that this kernel speaks; 0 where it has none."""
    return int(max(0, libc.syscall(SYS_LANDLOCK, None, 0, 1)))


def restrict(readable: list[str], writable: list[str]) -> bool:
    """Leaves this process the given places only, and no TCP; says whether Landlock is here.

    Raises:
        OSError: Landlock is here and does not take the rules.
    """
    abi = version()
    if not abi:
        return False
    rights = _ALL[max(v for v in _ALL if v <= abi)]
    rules = _Ruleset(rights, _TCP if abi >= 4 else 0, _SCOPES if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    ruleset = check(libc.syscall(SYS_LANDLOCK, ctypes.byref(rules), size, 0), "landlock")
    try:
        for paths, access in ((["/"], _LIST), (readable, _READ), (writable, rights)):
            for path in paths:
                with suppress(FileNotFoundError):
                    _allow(ruleset, path, access & rights)
        check(libc.syscall(SYS_LANDLOCK + 2, ruleset, 0), "landlock_restrict_self")
    finally:
        os.close(ruleset)
    return True


def _allow(ruleset: int, path: str, access: int) -> None:
    fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        if not Path(path).is_dir():
            access &= _ON_FILES
        rule = struct.pack("=Qi", access, fd)
        check(libc.syscall(SYS_LANDLOCK + 1, ruleset, 1, rule, 0), f"landlock {path}")
    finally:
        os.close(fd)
