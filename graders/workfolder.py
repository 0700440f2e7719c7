"""The folder that one notebook runs in: laid out from bytes, read back with care, gone afterwards."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from warmkernel.scratch import scratch, sweep

PREFIX, DASK_PREFIX = "lapak-kerja-", "lapak-dask-"
MAX_FILES = 200
MAX_BYTES = 32 << 20


@contextmanager
def work_folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Makes a folder with the given files, and removes it with all that was left in it.

    Args:
        files: contents by relative name; a name that would leave the folder is passed over.
    """
    with scratch(PREFIX) as folder:
        for name, data in files.items():
            if is_inside(name):
                path = folder / name
                with suppress(
                    OSError
                ):  # one name may be another's folder, or longer than a name can be
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(data)
        yield folder


def sweep_up() -> None:
    """Removes what graders that were killed have left behind."""
    for prefix in (PREFIX, DASK_PREFIX):
        sweep(prefix)


def is_inside(name: str) -> bool:
    """Whether a relative name stays in the folder.

    >>> [is_inside(name) for name in ("data/a.csv", "../a", "/etc/passwd", "")]
    [True, False, False, False]
    """
    path = PurePosixPath(name)
    return (
        bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\0" not in name
    )


def written(folder: Path, before: Mapping[str, bytes]) -> dict[str, bytes]:
    """Returns the files that are new or different; no link is followed, no more taken than a limit."""
    found: dict[str, bytes] = {}
    room = MAX_BYTES
    with suppress(OSError, RecursionError):  # what cannot be walked through is not handed on
        for parent, _, names, handle in os.fwalk(folder, follow_symlinks=False):
            for name in sorted(names):
                inside = Path(parent, name).relative_to(folder).as_posix()
                data = _plain_bytes(name, handle, room)
                if data is None or before.get(inside) == data or not _is_text(inside):
                    continue
                found[inside] = data
                room -= len(data)
                if len(found) == MAX_FILES:
                    return found
    return found


def _is_text(name: str) -> bool:
    """Whether a name can be written as text: any bytes may name a file, but not travel as JSON."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _plain_bytes(name: str, folder: int, room: int) -> bytes | None:
    try:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode) or about.st_size > room:
            return None
        data = file.read(room + 1)
    return data if len(data) <= room else None
