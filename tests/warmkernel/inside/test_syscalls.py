"""Calls that fail say which they were."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from warmkernel.inside import syscalls as sys_

TRY = """
from warmkernel.inside import syscalls as s
s.bound_capabilities(); s.drop_capabilities()
status = open("/proc/self/status").read()
print(status.split("CapEff:")[1].split()[0], status.split("NoNewPrivs:")[1].split()[0])
"""


def test_capabilities_are_gone(clone: Path) -> None:
    """For good, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", TRY], cwd=clone, capture_output=True, text=True, check=True
    )
    assert done.stdout == "0000000000000000 1\n"


def test_a_failure_names_the_call() -> None:
    """With the kernel's reason."""
    with pytest.raises(OSError, match=r"mount /tidak/ada: No such file"):
        sys_.mount("x", "/tidak/ada", "tmpfs")
