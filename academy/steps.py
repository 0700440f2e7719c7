"""Runs a long step of another program: quietly, with a sign of life, and a reason when it fails."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from academy.trouble import explain

Echo = Callable[[str], None]
Command = Sequence[str | Path]

_SIGN_OF_LIFE = 10.0  # seconds


def step(
    what: str,
    command: Command,
    echo: Echo,
    *,
    folder: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> None:
    """Run one command to its end; what it makes is readable by every account.

    Args:
        what: what it does, for the operator, in Indonesian.
        command: the program and its arguments.
        echo: prints one line.
        folder: where it runs.
        variables: environment variables beside those of this process.

    Raises:
        Trouble: it failed, with the reason.

    Example:
        >>> step("Menunggu", ["true"], print)
        Menunggu …
    """
    echo(f"{what} …")
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen(
            list(command),
            cwd=folder,
            env={**os.environ, **(variables or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            umask=0o022,
        )
        try:
            status = _wait(child, echo)
        finally:
            child.kill()
            child.wait()
        if status:
            log.seek(0)
            raise explain(log.read().decode(errors="replace"))


def _wait(child: subprocess.Popen[bytes], echo: Echo) -> int:
    start = time.monotonic()
    while True:
        try:
            return child.wait(timeout=_SIGN_OF_LIFE)
        except subprocess.TimeoutExpired:
            echo(f"  … {time.monotonic() - start:.0f} detik")
