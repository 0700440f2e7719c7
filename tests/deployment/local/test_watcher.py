"""The service `penilai` as the hub starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from deployment.local.school import School


def test_it_ends_when_it_is_told_to(school: School, clone: Path) -> None:
    """SIGTERM, within two seconds and without a traceback."""
    school.course.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "deployment.local.watcher"],
        cwd=clone,
        env={**os.environ, **school.environment()},
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(6)
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=5)
    assert process.returncode == 0
    assert "Traceback" not in said


def test_feedback_can_be_switched_off(school: School) -> None:
    """The setting travels with the school's variables."""
    assert school.environment()["LAPAK_FEEDBACK"] == "auto"
