"""A private key's file: its owner's alone, and never half or twice."""

from __future__ import annotations

from pathlib import Path

from academy.key_files import keep_once


def test_the_first_stays_and_nothing_else_is_left(tmp_path: Path) -> None:
    """0600, whole; a second one is told, and changes nothing."""
    path = tmp_path / "kunci.pem"
    assert keep_once(path, b"satu")
    assert not keep_once(path, b"dua")
    assert path.read_bytes() == b"satu"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]
