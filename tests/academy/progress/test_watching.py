"""The service `penilai` as the hub starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from deployment.local.school import School


def test_it_ends_when_it_is_told_to(tmp_path: Path, clone: Path, trainee_env: Path) -> None:
    """SIGTERM, within two seconds and without a traceback; the database of tries is there by then."""
    school = School(tmp_path, clone, trainee_env.parent)
    school.course.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "academy.progress.watching"],
        cwd=clone,
        env={**os.environ, **school.environment()},
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while not (school.course / "kemajuan.sqlite").exists() and time.monotonic() < until:
        assert process.poll() is None
        time.sleep(0.2)
    time.sleep(3)  # one look at least
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "Traceback" not in said
    assert (school.course / "kemajuan.sqlite").exists()
