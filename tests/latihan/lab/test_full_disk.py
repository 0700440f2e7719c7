"""A disk that is really full: a small file system of its own, filled to the last byte."""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from latihan.lab import exchange
from latihan.lab.places import Places

HPP = "pembukuan_03_hpp"
Answer = Callable[[str, str], None]


@pytest.fixture
def small(room: Places) -> Iterator[Path]:
    """Her inbound folder, on a disk of one megabyte."""
    inbound = room.exchange / "lapak" / "inbound"
    mode = f"mode={inbound.stat().st_mode & 0o7777:o}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size=1m,{mode}", "tmpfs", inbound], check=True)
    try:
        yield inbound
    finally:
        subprocess.run(["umount", inbound], check=True)


def fill(folder: Path) -> Path:
    """Write until nothing more fits."""
    path = folder / "penuh"
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 512)
    return path


def checksums(folder: Path) -> dict[str, str]:
    """Every file below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "penuh"]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.root
def test_a_full_disk_never_loses_a_submission(room: Places, answer: Answer, small: Path) -> None:
    """The earlier one stays whole, the new one is refused with a sentence, and goes once there is room."""
    exchange.fetch(room, HPP)
    answer("jawab", "biaya_bahan = 6")
    first, _ = exchange.submit(room, HPP)
    earlier = checksums(small)
    assert len(earlier) >= 3

    full = fill(small)
    answer("jawab", "biaya_bahan = 7")
    with pytest.raises(exchange.ExchangeProblem, match=r"penuh.*pendamping"):
        exchange.submit(room, HPP)
    assert checksums(small) == earlier
    assert [path.name for path in small.iterdir() if path.is_dir()] == [
        next(iter(earlier)).split("/")[-2]
    ]
    assert exchange.last_receipt(room, HPP) == first
    assert "biaya_bahan = 7" in (room.exercises / HPP / "03_hpp.ipynb").read_text()

    full.unlink()
    second, new = exchange.submit(room, HPP)
    assert new
    assert second.number == first.number + 1
    assert earlier.items() <= checksums(small).items()
