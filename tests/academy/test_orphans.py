"""A command's exit code comes back, and whatever it left running is ended."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from academy import orphans


def _in_a_process_of_its_own(code: str) -> str:
    """Run code where becoming everybody's foster parent does not disturb the tests."""
    command = [sys.executable, "-c", textwrap.dedent(code)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def _alive(mark: str) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            continue
    return found


def test_exit_code_comes_back_although_orphans_die_first() -> None:
    """An orphan that ends meanwhile is buried and not taken for the command."""
    out = _in_a_process_of_its_own(
        """
        from academy import orphans
        with orphans.none_left():
            code = orphans.run(["sh", "-c", "(setsid sleep 0.2 &) ; sleep 0.6; exit 7"])
        print(code)
        """
    )
    assert out.strip() == "7"


@pytest.mark.parametrize(
    "escape", ["setsid sleep 81.01 &", "trap '' TERM; setsid sh -c 'sleep 81.01; :' &"]
)
def test_nothing_is_left(escape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another session, a cleared environment or a deaf ear does not help a process to stay."""
    _in_a_process_of_its_own(
        f"""
        from academy import orphans
        orphans._PATIENCE = 1
        with orphans.none_left():
            orphans.run(["env", "-i", "/bin/sh", "-c", {escape!r}])
        """
    )
    assert _alive("81.01") == []


def test_descendants_are_found_through_generations() -> None:
    """Children and grandchildren, and not this process itself."""
    child = subprocess.Popen(["sh", "-c", "sleep 30 & wait"])
    try:
        end = time.monotonic() + 5
        while len(orphans.descendants(child.pid)) < 1 and time.monotonic() < end:
            time.sleep(0.02)
        below = orphans.descendants(child.pid)
        assert len(below) == 1
        assert child.pid not in below
    finally:
        for pid in [*orphans.descendants(child.pid), child.pid]:
            subprocess.run(["kill", str(pid)], check=False)
        child.wait()
