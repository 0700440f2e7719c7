"""Finding and trying bubblewrap."""

from __future__ import annotations

from pathlib import Path

import pytest

from deployment.local import bubblewrap


def test_boxes_can_be_made_here() -> None:
    """The real program, really tried; nothing is said when all is well."""
    said: list[str] = []
    bubblewrap.ensure_usable(said.append)
    assert said == []


def test_a_missing_program_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to type."""
    monkeypatch.setattr(bubblewrap.shutil, "which", lambda name: None)
    with pytest.raises(bubblewrap.BoxError, match="sudo apt install bubblewrap"):
        bubblewrap.ensure_usable(lambda text: None)


def test_a_refusing_kernel_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without user namespaces says so, and how to open them."""
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'No permissions to create a new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(bubblewrap.os, "geteuid", lambda: 1000)
    with pytest.raises(bubblewrap.BoxError, match=r"user namespace.*No permissions"):
        bubblewrap.ensure_usable(lambda text: None)
