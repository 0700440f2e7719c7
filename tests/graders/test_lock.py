"""Tests of `graders.lock`: one coordinator at a time, and none that is dead."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graders.lock import Busy, alone

HOLD = """
import sys, time
from pathlib import Path
from graders.lock import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(folder: Path, seconds: float) -> subprocess.Popen[str]:
    """Starts another process that holds the lock."""
    command = [sys.executable, "-c", HOLD, str(folder), str(seconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_one_is_refused(tmp_path: Path) -> None:
    """Two writers at once never happen; a killed one lets go."""
    with holder(tmp_path, 60) as other:
        with pytest.raises(Busy), alone(tmp_path):
            pass
        os.kill(other.pid, signal.SIGKILL)
    with alone(tmp_path):
        assert True


def test_one_may_wait(tmp_path: Path) -> None:
    """A short batch in the background is waited for."""
    with holder(tmp_path, 1):
        started = time.monotonic()
        with alone(tmp_path, wait=30):
            assert time.monotonic() - started > 0.3
