"""Tests of `graders.workfolder`: files go in as bytes and come out as bytes, links and traps do not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graders import workfolder
from graders.workfolder import work_folder, written


def test_files_are_laid_out_and_all_is_gone_afterwards() -> None:
    """Subfolders too; names that would leave the folder, or cannot be, are passed over."""
    files = {
        "a.csv": b"1",
        "data/b.csv": b"2",
        "../c": b"3",
        "/d": b"4",
        "a.csv/e": b"5",
        "x" * 300: b"6",
    }
    with work_folder(files) as folder:
        found = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
        assert found == {"a.csv", "data/b.csv"}
        assert not (folder.parent / "c").exists()
    assert not folder.exists()


def test_only_new_and_changed_plain_files_come_out(tmp_path: Path) -> None:
    """A link is never followed, a pipe never waited for, a name that is no text left where it is."""
    (tmp_path / "secret").write_text("secret")
    with work_folder({"same": b"1", "changed": b"2"}) as folder:
        (folder / "changed").write_bytes(b"3")
        (folder / "sub").mkdir()
        (folder / "sub" / "new").write_bytes(b"4")
        (folder / "link").symlink_to(tmp_path / "secret")
        (folder / "folder").symlink_to(tmp_path)
        os.mkfifo(folder / "pipe")
        (Path(os.fsdecode(bytes(folder) + b"/\xff"))).write_bytes(b"5")
        assert written(folder, {"same": b"1", "changed": b"2"}) == {
            "changed": b"3",
            "sub/new": b"4",
        }


def test_no_more_comes_out_than_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither many files nor large ones."""
    monkeypatch.setattr(workfolder, "MAX_FILES", 3)
    monkeypatch.setattr(workfolder, "MAX_BYTES", 100)
    with work_folder({}) as folder:
        for number in range(9):
            (folder / f"small{number}").write_bytes(b"x")
        (folder / "a_large").write_bytes(b"x" * 101)
        assert set(written(folder, {})) == {"small0", "small1", "small2"}


def test_a_folder_deeper_than_python_can_follow_is_removed() -> None:
    """So is one that its owner has closed."""
    with work_folder({}) as folder:
        (folder / "closed").mkdir(mode=0)
        handle = os.open(folder, os.O_RDONLY)
        for _ in range(2000):
            os.mkdir("d", dir_fd=handle)
            deeper = os.open("d", os.O_RDONLY, dir_fd=handle)
            os.close(handle)
            handle = deeper
        os.close(handle)
        assert written(folder, {}) == {}
    assert not folder.exists()
