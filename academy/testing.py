"""What `lapak test` does: the linters, the type checker and every test, the way CI runs them."""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from academy import orphans, programs
from academy.steps import Echo
from academy.trouble import Trouble

_TOOLS = ("ruff", "mypy", "pytest", "pytest_timeout", "xdist", "hypothesis", "playwright")
# As many as the machine has processors, to a point: most of a test's time is waiting for a browser.
_MOST_AT_A_TIME = 4


def run(clone: Path, arguments: Sequence[str], echo: Echo) -> int:
    """Check the whole house, or with arguments only the tests they name.

    Args:
        clone: this checkout.
        arguments: handed to pytest; none means everything.
        echo: prints one line.

    Returns:
        0 when all is well, else 1. Nothing that was started is left running.

    Raises:
        Trouble: a tool or a program is missing and cannot be added here.
    """
    missing = [name for name in _TOOLS if importlib.util.find_spec(name) is None]
    if missing:
        raise Trouble(
            f"Alat uji belum ada: {', '.join(missing)}. Jalankan lewat: ./lapak test",
            "The testing tools are missing here; ./lapak test brings them.",
        )
    programs.ensure(programs.OF_TESTS, echo)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with orphans.none_left():
        results = [_check(name, command, clone, echo) for name, command in _plan(arguments)]
    return 0 if all(results) else 1


def _plan(arguments: Sequence[str]) -> list[tuple[str, list[str]]]:
    if arguments:
        return [("pytest", ["pytest", "-ra", *arguments])]
    at_a_time = min(os.cpu_count() or 1, _MOST_AT_A_TIME)
    side_by_side = [f"-n{at_a_time}", "--dist=loadscope", "--no-loadscope-reorder"]
    tests = ("pytest", ["pytest", "-ra", "--durations=25", *side_by_side])
    return [
        ("ruff", ["ruff", "check"]),
        ("ruff format", ["ruff", "format", "--check"]),
        ("mypy", ["mypy"]),
        tests,
    ]


def _check(name: str, command: list[str], clone: Path, echo: Echo) -> bool:
    echo(f"── {name}")
    start = time.monotonic()
    # `-m` in the clone puts the clone first on the path, also where the environment holds a copy.
    code = orphans.run([sys.executable, "-m", *command], clone)
    verdict = "lulus" if code == 0 else f"GAGAL (kode {code})"
    echo(f"── {name}: {verdict}, {time.monotonic() - start:.0f} detik")
    return code == 0
