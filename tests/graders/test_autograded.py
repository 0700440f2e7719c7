"""Tests of `graders.autograded`: whole folders or none, and nothing from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from graders.autograded import discard, draft, plain_files, publish

NOTEBOOKS = {"satu.ipynb": "{}"}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the folder of a submission belongs."""
    return tmp_path / "autograded" / "ani" / "tugas"


def test_only_plain_files_are_taken(tmp_path: Path) -> None:
    """No link out of the folder, no notebook, nothing that the course ignores."""
    (tmp_path / "data").mkdir()
    for name in ("data/a.csv", "satu.ipynb", "x.pyc", "timestamp.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "secret").symlink_to("/etc/passwd")
    (tmp_path / "etc").symlink_to("/etc")
    assert list(plain_files(tmp_path, ["*.pyc"])) == ["data/a.csv", "timestamp.txt"]
    assert plain_files(tmp_path / "nowhere", []) == {}


def test_nothing_shows_before_it_is_published(tmp_path: Path, target: Path) -> None:
    """The old folder is there until the new one is whole."""
    (tmp_path / "a.csv").write_text("1")
    draft(target, {"data/a.csv": tmp_path / "a.csv"}, {"plot.png": b"x"}, NOTEBOOKS, 0o444)
    assert not target.exists()
    publish(target)
    names = sorted(p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_file())
    assert names == ["data/a.csv", "plot.png", "satu.ipynb"]
    assert (target / "satu.ipynb").stat().st_mode & 0o777 == 0o444
    draft(target, {}, {}, {"satu.ipynb": "new"}, 0o444)
    assert (target / "satu.ipynb").read_text() == "{}"
    publish(target)
    assert [p.name for p in target.parent.rglob("*")] == ["tugas", "satu.ipynb"]
    assert (target / "satu.ipynb").read_text() == "new"


def test_what_a_killed_batch_left_is_cleared(target: Path) -> None:
    """A draft that was never published does not get into the next one."""
    draft(target, {}, {"old.txt": b"x"}, NOTEBOOKS, 0o444)
    draft(target, {}, {}, NOTEBOOKS, 0o444)
    publish(target)
    assert [p.name for p in target.iterdir()] == ["satu.ipynb"]
    draft(target, {}, {}, NOTEBOOKS, 0o444)
    discard(target)
    assert [p.name for p in target.parent.iterdir()] == ["tugas"]


@pytest.mark.parametrize("name", ["../out.txt", "/tmp/out.txt", "a/../../out.txt", ""])
def test_no_name_leads_outside(tmp_path: Path, target: Path, name: str) -> None:
    """Names come from a box in which anything ran."""
    draft(target, {}, {name: b"x"}, NOTEBOOKS, 0o444)
    assert not list(tmp_path.rglob("out.txt"))


def test_written_files_replace_nothing(tmp_path: Path, target: Path) -> None:
    """The time of submission and the graded notebook are not the notebook's to write."""
    (tmp_path / "timestamp.txt").write_text("true")
    written = {"timestamp.txt": b"false", "satu.ipynb": b"false"}
    draft(target, {"timestamp.txt": tmp_path / "timestamp.txt"}, written, NOTEBOOKS, 0o444)
    publish(target)
    assert (target / "timestamp.txt").read_text() == "true"
    assert (target / "satu.ipynb").read_text() == "{}"
