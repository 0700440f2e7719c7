"""What the build left for the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from voila_apps.template.assets import Assets


def test_reads_what_was_built(tmp_path: Path) -> None:
    """The scripts' hashed names and the style sheet."""
    folder = tmp_path / "statik"
    folder.mkdir()
    (folder / "daftar.json").write_text('{"script": "halaman.0123.js", "full": "penuh.4567.js"}')
    (folder / "style.css").write_text("p{margin:0}")
    assert Assets.read(tmp_path) == Assets("halaman.0123.js", "p{margin:0}", full="penuh.4567.js")


def test_says_what_is_missing(tmp_path: Path) -> None:
    """Without a build there is no page."""
    with pytest.raises(FileNotFoundError, match=r"daftar\.json"):
        Assets.read(tmp_path)
