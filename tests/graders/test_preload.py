"""Tests of `graders.preload`: forks find their libraries imported, and share them for good."""

from __future__ import annotations

import subprocess
import sys


def test_everything_is_there_and_still() -> None:
    """Dask and what a worker needs are imported, and none of it is looked through for garbage."""
    code = """if True:
        import gc, sys
        import graders.preload
        assert {"distributed", "graders.worker_plugin"} <= set(sys.modules)
        print(gc.get_freeze_count())
    """
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert int(ran.stdout) > 50_000
