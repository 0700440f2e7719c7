"""Files that change while they are read, and archives that appear whole or not at all."""

from __future__ import annotations

import os
import tarfile
import threading
from pathlib import Path, PurePosixPath

import pytest

from academy.backup import archive
from academy.backup.archive import Damaged, Manifest, Writer, members, read_manifest, writing
from academy.backup.contents import Found


def manifest() -> Manifest:
    """An empty one."""
    return Manifest(lapak="0.1.0", made="2027-01-04T00:00:00+00:00", as_root=False)


def added(path: Path, target: Path) -> Manifest:
    """Adds one file to a new archive, as the walk does."""
    said = manifest()
    with path.open("rb") as file, writing(target) as opened:
        found = Found(PurePosixPath("x"), os.fstat(file.fileno()), handle=file.fileno())
        Writer(opened, said).add(found)
    return said


def content(target: Path) -> bytes:
    """What the archive holds of that file."""
    with tarfile.open(target) as opened:
        member = opened.extractfile("x")
        assert member is not None
        return member.read()


def test_a_half_written_file_is_read_again(tmp_path: Path) -> None:
    """Somebody empties it, and fills it a tenth of a second later."""
    path = tmp_path / "x"
    path.write_bytes(b"")
    writer = threading.Timer(0.1, path.write_bytes, [b"penuh"])
    writer.start()
    said = added(path, tmp_path / "a.tar.gz")
    writer.join()
    assert content(tmp_path / "a.tar.gz") == b"penuh"
    assert said.unsettled == []


def test_a_file_that_never_rests_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept as it was last read."""
    path = tmp_path / "x"
    path.write_bytes(b"lama")
    monkeypatch.setattr(archive, "_version", lambda status: object())
    said = added(path, tmp_path / "a.tar.gz")
    assert said.unsettled == ["x"]
    assert content(tmp_path / "a.tar.gz") == b"lama"


def test_a_broken_off_archive_leaves_nothing(tmp_path: Path) -> None:
    """Neither under its name nor as a draft."""
    with pytest.raises(KeyboardInterrupt), writing(tmp_path / "a.tar.gz"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["/etc/passwd", "homes/../../x"])
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    """Whoever made the archive."""
    with tarfile.open(tmp_path / "a.tar", "w") as opened:
        opened.addfile(tarfile.TarInfo(name))
    with tarfile.open(tmp_path / "a.tar") as opened, pytest.raises(Damaged, match="tidak boleh"):
        list(members(opened))


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"format": "x"}'])
def test_a_manifest_that_is_none_is_damage(text: bytes) -> None:
    """A sentence, no traceback."""
    with pytest.raises(Damaged):
        read_manifest(text)
