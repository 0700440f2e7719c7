"""Lays an archive out in an empty folder and compares every byte with its manifest."""

from __future__ import annotations

import os
import shutil
import tarfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from academy.backup.archive import (
    FORMAT,
    MANIFEST,
    Damaged,
    Hashing,
    Manifest,
    checksum_of_link,
    members,
    read_manifest,
)

_UNREADABLE = (tarfile.TarError, EOFError, zlib.error)


@dataclass
class Unpacked:
    """What was laid out.

    Attributes:
        manifest: what the archive says about itself.
        infos: its members by path, without the manifest.
    """

    manifest: Manifest
    infos: dict[str, tarfile.TarInfo] = field(default_factory=dict)


def unpack(file: Path, folder: Path) -> Unpacked:
    """Lay an archive out.

    Links are made last, so nothing is written through one. Owners and modes are the caller's work.

    Args:
        file: the archive.
        folder: empty, and closed to others.

    Raises:
        Damaged: it is cut off, was changed, or is of a newer format.
        OSError: the disk is full.
    """
    infos: dict[str, tarfile.TarInfo] = {}
    sums: dict[str, str] = {}
    text = b""
    with _opened(file) as archive:
        for info in members(archive):
            if info.name == MANIFEST:
                text = _Reader(archive, info).read()
            elif info.name in infos:
                raise Damaged(f"dua kali: {info.name}")
            else:
                infos[info.name] = info
                sums |= _lay_out(archive, info, folder)
    manifest = _checked(text, sums)
    for info in infos.values():
        if info.issym():
            (folder / info.name).symlink_to(info.linkname)
    return Unpacked(manifest, infos)


def _checked(text: bytes, sums: dict[str, str]) -> Manifest:
    if not text:
        raise Damaged("daftar isinya tidak ada: berkas terpotong")
    manifest = read_manifest(text)
    if manifest.format > FORMAT:
        raise Damaged(
            f"dibuat oleh Lapak yang lebih baru ({manifest.lapak}): perbarui Lapak dahulu"
        )
    for name in sorted({*sums, *manifest.checksums}):
        if sums.get(name) != manifest.checksums.get(name):
            raise Damaged(f"isi yang berubah: {name}")
    return manifest


def _lay_out(archive: tarfile.TarFile, info: tarfile.TarInfo, folder: Path) -> dict[str, str]:
    target = folder / info.name
    if info.isdir():
        target.mkdir(mode=0o700, parents=True)
        return {}
    if info.issym():
        return {info.name: checksum_of_link(info.linkname)}
    if not info.isreg():
        raise Damaged(f"bukan berkas biasa: {info.name}")
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    reader = _Reader(archive, info)
    with os.fdopen(handle, "wb") as file:
        shutil.copyfileobj(reader, file)
    return {info.name: reader.hash.hexdigest()}


class _Reader(Hashing):
    """A member that is being read; what cannot be read is damage, what cannot be written is not."""

    def __init__(self, archive: tarfile.TarFile, info: tarfile.TarInfo) -> None:
        source = archive.extractfile(info)
        assert source is not None, "a plain file"
        super().__init__(source)

    def read(self, size: int = -1) -> bytes:
        """Read on.

        Raises:
            Damaged: the archive is cut off or changed.
        """
        try:
            return super().read(size)
        except (*_UNREADABLE, OSError) as error:
            raise Damaged(str(error)) from error


def _opened(file: Path) -> tarfile.TarFile:
    try:
        return tarfile.open(file, mode="r:gz")
    except (*_UNREADABLE, OSError) as error:
        raise Damaged(str(error)) from error
