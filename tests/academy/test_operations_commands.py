"""`lapak backup`, `restore` as an operator types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from academy.cli import app


def test_no_school_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the folder that was looked at."""
    monkeypatch.setenv("LAPAK_HOME", str(tmp_path / "kosong"))
    done = CliRunner().invoke(app, ["backup", str(tmp_path)])
    assert done.exit_code == 2
    assert "belum ada sekolah" in done.output
    done = CliRunner().invoke(app, ["restore", str(tmp_path / "tidak.tar.gz")])
    assert done.exit_code == 2
    assert "tidak ada" in done.output
