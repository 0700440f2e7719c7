"""Folders that are gone when their owner is: at its end, or at somebody's next start if it was killed."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from warmkernel.inside.fork import FIRST_UID
from warmkernel.inside.server import SLOTS


@contextmanager
def scratch(prefix: str) -> Iterator[Path]:
    """Makes a folder for temporary files, and removes it with all that was left in it.

    Args:
        prefix: what its name begins with; `sweep` finds it by that.

    Example:
        >>> with scratch("contoh-") as folder:
        ...     folder.is_dir()
        True
        >>> folder.exists()
        False
    """
    folder, lock = _held(prefix)
    try:
        yield folder
    finally:
        remove(folder)
        os.close(lock)


def sweep(prefix: str) -> list[Path]:
    """Removes the folders of that prefix whose owner was killed; returns which.

    Who lives holds a lock on his folder, which the kernel lets go of with him. Folders of other accounts
    are left alone: where everybody may write, anybody may have made one of that name.
    """
    gone = []
    for folder in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        with suppress(OSError), _opened(folder) as lock:  # it may be a link, or gone meanwhile
            if _is_ours(os.fstat(lock).st_uid):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                remove(folder)
                gone.append(folder)
    return gone


def remove(folder: Path) -> None:
    """Removes a folder that may be closed, or nested deeper than Python can follow."""
    try:
        shutil.rmtree(folder)
    except (OSError, RecursionError):
        for command in (["chmod", "-R", "u+rwx"], ["rm", "-rf"]):
            subprocess.run([*command, str(folder)], check=False, capture_output=True, timeout=120)


def _held(prefix: str) -> tuple[Path, int]:
    """Returns a new folder and the lock on it; makes another where somebody swept it up at once."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix))
        with suppress(FileNotFoundError):
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            with suppress(OSError):  # on a file system without locks nobody can sweep either
                fcntl.flock(lock, fcntl.LOCK_EX)
            if folder.exists():
                return folder, lock
            os.close(lock)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        yield handle
    finally:
        os.close(handle)


def _is_ours(uid: int) -> bool:
    """Whether a folder is this account's, or was lent to a fork of root's."""
    forks = range(FIRST_UID, FIRST_UID + SLOTS)
    return uid == os.geteuid() or (os.geteuid() == 0 and uid in forks)
