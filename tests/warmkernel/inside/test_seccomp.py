"""The filter refuses what is on its list and leaves the rest."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest

from warmkernel.inside import seccomp

TRY = """
import ctypes, errno, os, subprocess, threading
from warmkernel.inside import seccomp, syscalls
syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
assert seccomp.refuse()
libc = ctypes.CDLL(None, use_errno=True)
column = seccomp.MACHINES[os.uname().machine][0]
for name, numbers in seccomp.REFUSED.items():
    result = libc.syscall(numbers[column], 0, 0, 0, 0, 0)
    assert (result, ctypes.get_errno()) == (-1, errno.EPERM), name
assert libc.unshare(0x10000000) == -1
assert libc.syscall(seccomp.CLONE[column], 0x10000000 | 17, 0, 0, 0, 0) == -1
thread = threading.Thread(target=print, args=("benang",)); thread.start(); thread.join()
print(subprocess.run(["echo", "anak"], capture_output=True, text=True).stdout, end="")
"""


def test_what_is_refused_and_what_is_not(clone: Path) -> None:
    """In a process of its own: the filter stays for good."""
    done = subprocess.run(
        [sys.executable, "-c", TRY], cwd=clone, capture_output=True, text=True, check=False
    )
    assert done.stdout == "benang\nanak\n", done.stderr


@pytest.mark.parametrize("machine", seccomp.MACHINES)
def test_every_jump_stays_within_the_program(machine: str) -> None:
    """For each architecture; the kernel would refuse it otherwise, on a machine that we do not have."""
    code = seccomp.program(*seccomp.MACHINES[machine])
    words = list(struct.iter_unpack("=HBBI", code))
    assert len(words) < 4096
    assert all(at + 1 + max(t, f) < len(words) for at, (_, t, f, _) in enumerate(words[:-1]))
    assert words[-1][0] == 0x06
