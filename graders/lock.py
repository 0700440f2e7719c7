"""Only one coordinator grades a course at a time."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = ".grading.lock"
_PAUSE = 0.2  # seconds


class Busy(RuntimeError):
    """Another process is grading this course."""


@contextmanager
def alone(course: Path, wait: float = 0.0) -> Iterator[None]:
    """Holds the course's lock; it is let go even when this process is killed.

    Args:
        course: the course's folder.
        wait: seconds to wait for somebody else's batch.

    Raises:
        Busy: somebody else still holds it.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, alone(Path(folder)):
        ...     (Path(folder) / NAME).exists()
        True
    """
    with (course / NAME).open("a") as file:
        _take(file.fileno(), time.monotonic() + wait)
        yield  # closing the file lets go


def _take(handle: int, until: float) -> None:
    while True:
        try:
            # A POSIX lock: unlike flock's, no child that outlives us can inherit it.
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() >= until:
                raise Busy("another process is grading this course") from None
            time.sleep(_PAUSE)
        else:
            return
