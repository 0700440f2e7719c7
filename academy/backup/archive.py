"""The file of a backup: a gzipped tar whose last member says what is in it and with which checksums."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import stat
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Final

from pydantic import BaseModel, ValidationError

from academy.backup.contents import Found

FORMAT: Final = 1
MANIFEST: Final = "lapak-backup.json"
TRIES: Final = 20
QUIET: Final = 0.2  # seconds without a change after which a file is taken for finished
_IN_MEMORY = 8 << 20
_MODE = 0o7777


class Damaged(Exception):
    """A backup that cannot be trusted; the message says where."""


class Manifest(BaseModel):
    """What a backup says about itself.

    Attributes:
        format: of the archive; a reader refuses a newer one.
        lapak: version that made it.
        made: when, ISO 8601 with the time zone.
        as_root: whether it is of root's school.
        checksums: SHA-256 of each file, and of each link's target, by path.
        unsettled: files that changed during every try to read them; kept as last read.
        left_out: what could not be kept, and why.
    """

    format: int = FORMAT
    lapak: str
    made: str
    as_root: bool
    checksums: dict[str, str] = {}
    unsettled: list[str] = []
    left_out: dict[str, str] = {}


class Writer:
    """Adds what was found to an archive, and keeps the manifest.

    Args:
        archive: open for writing.
        manifest: so far without checksums.
    """

    def __init__(self, archive: tarfile.TarFile, manifest: Manifest) -> None:
        self.archive, self.manifest = archive, manifest

    def add(self, found: Found) -> None:
        """Add a folder, a plain file or a link; what cannot be kept is only noted."""
        path = str(found.path)
        if found.problem:
            self.manifest.left_out[path] = found.problem
        elif found.handle is not None:
            self._add_settled(found, found.handle)
        elif found.target:
            self._add_link(found)
        else:
            self.archive.addfile(_described(path, found.status, tarfile.DIRTYPE))

    def add_file(self, path: str, source: Path, status: os.stat_result) -> None:
        """Add a file that nobody else writes, under the owner and mode that `status` has."""
        with source.open("rb") as file:
            self._put(path, status, file, source.stat().st_size)

    def finish(self) -> None:
        """Write the manifest."""
        text = self.manifest.model_dump_json(indent=1).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mode = len(text), 0o600
        self.archive.addfile(info, io.BytesIO(text))

    def _add_settled(self, found: Found, handle: int) -> None:
        """Read a file until it has not changed meanwhile, then add what was read."""
        for attempt in range(1, TRIES + 1):
            _wait_for_quiet(os.fstat(handle))
            before = os.fstat(handle)
            with tempfile.SpooledTemporaryFile(_IN_MEMORY) as draft:
                os.lseek(handle, 0, os.SEEK_SET)
                with os.fdopen(os.dup(handle), "rb") as file:
                    shutil.copyfileobj(file, draft)
                after, size = os.fstat(handle), draft.tell()
                quiet = not 0 <= time.time() - after.st_mtime < QUIET
                same = quiet and _version(before) == _version(after)
                if same or attempt == TRIES:
                    draft.seek(0)
                    self._put(str(found.path), after, draft, size)
                    if not same:
                        self.manifest.unsettled.append(str(found.path))
                    return

    def _add_link(self, found: Found) -> None:
        info = _described(str(found.path), found.status, tarfile.SYMTYPE)
        info.linkname = found.target
        self.manifest.checksums[info.name] = checksum_of_link(found.target)
        self.archive.addfile(info)

    def _put(self, path: str, status: os.stat_result, source: IO[bytes], size: int) -> None:
        info = _described(path, status, tarfile.REGTYPE)
        info.size = size
        reader = Hashing(source)
        self.archive.addfile(info, reader)
        self.manifest.checksums[path] = reader.hash.hexdigest()


class Hashing:
    """A file that is being read, and the checksum of what was read so far."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source, self.hash = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read as the file does."""
        data = self.source.read(size)
        self.hash.update(data)
        return data


def checksum_of_link(target: str) -> str:
    """Give the checksum that stands for a link.

    Example:
        >>> checksum_of_link("a")[:6]
        'f67f17'
    """
    return hashlib.sha256(f"-> {target}".encode(errors="surrogateescape")).hexdigest()


@contextmanager
def writing(path: Path) -> Iterator[tarfile.TarFile]:
    """Open a new archive, 0600 from its first byte on; it has its name once it is whole.

    Raises:
        OSError: it cannot be written; nothing is left of it then.
    """
    draft = path.with_name(f".{path.name}.part")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as archive:
                yield archive
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def members(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """Give the members of an archive that is read once from front to back.

    Raises:
        Damaged: it is cut off or no such archive, or a name leads out of the school's folder.
    """
    try:
        for info in archive:
            name = PurePosixPath(info.name)
            if name.is_absolute() or ".." in name.parts or not name.parts:
                raise Damaged(f"nama yang tidak boleh ada: {info.name}")
            yield info
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise Damaged(str(error)) from error


def read_manifest(text: bytes) -> Manifest:
    """Read what a backup says about itself.

    Raises:
        Damaged: it cannot be read.
    """
    try:
        return Manifest.model_validate(json.loads(text))
    except (ValidationError, ValueError) as error:
        raise Damaged(f"{MANIFEST}: {error}") from error


def _described(path: str, status: os.stat_result, kind: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(path)
    info.type, info.mode = kind, stat.S_IMODE(status.st_mode) & _MODE
    info.uid, info.gid, info.mtime = status.st_uid, status.st_gid, status.st_mtime
    info.uname, info.gname = _names(status)
    return info


def _wait_for_quiet(status: os.stat_result) -> None:
    # Whoever empties a file and then fills it has, for a moment, an empty file that does not change.
    left = status.st_mtime + QUIET - time.time()
    if 0 < left <= QUIET:
        time.sleep(left)


def _names(status: os.stat_result) -> tuple[str, str]:
    import grp
    import pwd

    try:
        return pwd.getpwuid(status.st_uid).pw_name, grp.getgrgid(status.st_gid).gr_name
    except KeyError:
        return "", ""


def _version(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size
