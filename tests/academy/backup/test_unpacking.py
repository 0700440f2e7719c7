"""Archives that somebody has made up: none writes outside, or through a link."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from academy.backup.archive import MANIFEST, Damaged, Manifest
from academy.backup.unpacking import unpack


def member(name: str, data: bytes = b"", **words: object) -> tuple[tarfile.TarInfo, bytes]:
    """A member of an archive."""
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for key, value in words.items():
        setattr(info, key, value)
    return info, data


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    """Makes an archive of members; the manifest's checksums are given."""

    def make(*parts: tuple[tarfile.TarInfo, bytes], **checksums: str) -> Path:
        said = Manifest(lapak="0.1.0", made="x", as_root=False, checksums=checksums)
        parts = (*parts, member(MANIFEST, said.model_dump_json().encode()))
        with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as opened:
            for info, data in parts:
                opened.addfile(info, io.BytesIO(data))
        return tmp_path / "a.tar.gz"

    return make


def test_nothing_is_written_through_a_link(archive: Callable[..., Path], tmp_path: Path) -> None:
    """A link, and then a file that would go where it leads."""
    outside, folder = tmp_path / "luar", tmp_path / "masuk"
    outside.mkdir()
    folder.mkdir()
    link = member("x", type=tarfile.SYMTYPE, linkname=str(outside))
    file = archive(link, member("x/y", b"z"))
    with pytest.raises((Damaged, OSError)):
        unpack(file, folder)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("kind", [tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.LNKTYPE])
def test_only_plain_things_come_out(
    archive: Callable[..., Path], tmp_path: Path, kind: bytes
) -> None:
    """No devices, no pipes, no second names of files."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    with pytest.raises(Damaged, match="bukan berkas biasa"):
        unpack(archive(member("x", type=kind, linkname="y")), folder)


@pytest.mark.parametrize(
    ("checksums", "data"), [({}, b"x"), ({"x": "00"}, b"x"), ({"y": "00"}, b"x")]
)
def test_each_file_has_its_checksum(
    archive: Callable[..., Path], tmp_path: Path, checksums: dict[str, str], data: bytes
) -> None:
    """One too many, one too few, one that differs."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    with pytest.raises(Damaged, match="isi yang berubah"):
        unpack(archive(member("x", data), **checksums), folder)


def test_twice_the_same_name_is_refused(archive: Callable[..., Path], tmp_path: Path) -> None:
    """The second would hide the first."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    with pytest.raises(Damaged, match="dua kali"):
        unpack(archive(member("x", b"1"), member("x", b"2")), folder)
