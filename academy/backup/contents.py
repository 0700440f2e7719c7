"""What of a school's folder goes into a backup, walked without ever following a link.

Trainees change their homes while they are read, and the reader may be root: each folder is opened
through its parent's open handle, so a link that is put in its place leads nowhere.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

OLD_DATABASES = "sebelum-pembaruan"  # copies that an update leaves
# Made anew at each start, or of this machine only. Logs are no part of a school's state.
LEFT_OUT = frozenset(
    (
        *("site", "apps", "etc", "rencana", ".lock", ".pulih", OLD_DATABASES, "hub/logs"),
        *("hub/hub.log", "hub/hub.log.1", "hub/proxy.pid", "course/.grading.lock"),
    )
)
SIDE_FILES = ("-wal", "-shm", "-journal")
DATABASE_FOLDERS = ("hub", "course")
DEPTH = 40
_MAGIC = b"SQLite format 3\0"
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK


@dataclass
class Found:
    """One thing in the school's folder.

    Attributes:
        path: relative to the school's folder.
        status: what the system says about it.
        handle: open descriptor of a plain file, closed when the walk goes on; else None.
        target: where a link points; else "".
        problem: why it cannot be kept; else "".
    """

    path: PurePosixPath
    status: os.stat_result
    handle: int | None = None
    target: str = ""
    problem: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return stat.S_ISDIR(self.status.st_mode)


def walk(top: str | os.PathLike[str]) -> Iterator[Found]:
    """Give all that belongs into a backup, parents before what is in them.

    Args:
        top: the school's folder.

    Yields:
        Folders, plain files (open) and links; sockets and the like with a problem. What vanishes
        meanwhile is left out without a word.
    """
    handle = os.open(top, _FOLDER)
    try:
        yield from _folder(handle, PurePosixPath())
    finally:
        os.close(handle)


def is_database(path: PurePosixPath, handle: int) -> bool:
    """Say whether an open file is one of the school's SQLite databases (trainees' own are files)."""
    return path.parts[0] in DATABASE_FOLDERS and os.pread(handle, len(_MAGIC), 0) == _MAGIC


def _folder(handle: int, at: PurePosixPath) -> Iterator[Found]:
    for name in sorted(os.listdir(handle)):
        path = at / name
        if str(path) in LEFT_OUT or _beside_a_database(path):
            continue
        try:
            status = os.stat(name, dir_fd=handle, follow_symlinks=False)
            yield from _one(handle, name, path, status)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            yield Found(path, status, problem=error.strerror or str(error))


def _one(parent: int, name: str, path: PurePosixPath, status: os.stat_result) -> Iterator[Found]:
    if stat.S_ISLNK(status.st_mode):
        yield Found(path, status, target=os.readlink(name, dir_fd=parent))
    elif stat.S_ISDIR(status.st_mode):
        if len(path.parts) > DEPTH:
            yield Found(path, status, problem=f"more than {DEPTH} folders deep")
            return
        with _opened(name, _FOLDER, parent) as folder:
            yield Found(path, os.fstat(folder))
            yield from _folder(folder, path)
    elif stat.S_ISREG(status.st_mode):
        with _opened(name, _FILE, parent) as file:
            yield Found(path, os.fstat(file), handle=file)
    else:
        yield Found(path, status, problem="neither file nor folder")


class _opened:  # noqa: N801 (reads as a verb where it is used)
    """An open descriptor that is closed at the end, also when the walk is given up."""

    def __init__(self, name: str, flags: int, parent: int) -> None:
        self.handle = os.open(name, flags, dir_fd=parent)

    def __enter__(self) -> int:
        return self.handle

    def __exit__(self, *_: object) -> None:
        os.close(self.handle)


def _beside_a_database(path: PurePosixPath) -> bool:
    return path.parts[0] in DATABASE_FOLDERS and path.name.endswith(SIDE_FILES)
