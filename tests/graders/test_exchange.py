"""Tests of `graders.exchange`: who submitted is whose folder it is, and links lead nowhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from graders.exchange import Refused, safe_copy

from .conftest import ASSIGNMENT, Classroom


def test_a_forged_name_is_refused(classroom: Classroom) -> None:
    """A submission under somebody else's name in one's own folder is nobody's."""
    folder = classroom.submit_solution("budi")
    folder.rename(folder.with_name(folder.name.replace("budi+", "ani+")))
    classroom.submit("ani")
    assert list(classroom.grade()) == ["ani"]
    assert classroom.grade()["ani"].score == 0


def test_the_newest_submission_counts(classroom: Classroom) -> None:
    """Submitting again replaces what was collected before."""
    old = classroom.submit("ani")
    classroom.grade()
    newer = old.with_name(old.name.replace("10:00:00", "11:00:00"))
    shutil.rmtree(old)
    classroom.submit_solution("ani").rename(newer)
    (newer / "timestamp.txt").write_text("2026-11-23 11:00:00.000000 UTC")
    assert classroom.grade()["ani"].score > 0


def test_a_link_is_refused_and_the_others_are_collected(classroom: Classroom) -> None:
    """A link to the gradebook in a submission: that one is refused, the batch goes on."""
    folder = classroom.submit_solution("budi")
    (folder / "03_hpp.ipynb").unlink()
    (folder / "03_hpp.ipynb").symlink_to(classroom.course.root / "gradebook.db")
    classroom.submit_solution("ani")
    assert list(classroom.grade()) == ["ani"]


def test_names_that_are_no_submissions_are_passed_over(classroom: Classroom) -> None:
    """Anything else in an inbound folder harms nobody."""
    classroom.submit_solution("ani")
    inbound = classroom.course.exchange / "lapak" / "inbound" / "ani"
    for name in ("x", f"ani+{ASSIGNMENT}+gestern+x", f"+++{ASSIGNMENT}"):
        (inbound / name).mkdir()
    assert classroom.grade()["ani"].error == ""


def test_feedback_goes_to_its_owner_only(classroom: Classroom) -> None:
    """Each folder gets its own page, readable by owner and group."""
    classroom.submit_solution("ani")
    classroom.submit("budi")
    classroom.grade()
    classroom.runner.feedback(ASSIGNMENT)
    for user, score in (("ani", "16 dari 20"), ("budi", "0 dari 20")):
        pages = list((classroom.course.exchange / "lapak" / "feedback" / user).glob("*.html"))
        assert len(pages) == 1
        assert f"Nilai Anda: {score}" in pages[0].read_text()
        assert pages[0].stat().st_mode & 0o007 == 0


def test_copying_follows_no_link(tmp_path: Path) -> None:
    """Neither a linked file nor a linked folder brings anything along."""
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "salt").write_text("rahasia")
    hers = tmp_path / "hers"
    hers.mkdir()
    (hers / "folder").symlink_to(secret)
    safe_copy(hers, tmp_path / "a", 1000)
    assert not (tmp_path / "a" / "folder" / "salt").exists()
    (hers / "file").symlink_to(secret / "salt")
    with pytest.raises(Refused):
        safe_copy(hers, tmp_path / "b", 1000)


def test_pipes_and_floods_are_refused(tmp_path: Path) -> None:
    """A named pipe does not hang the collector; too much is too much."""
    pipe = tmp_path / "pipe"
    pipe.mkdir()
    os.mkfifo(pipe / "03_hpp.ipynb")
    with pytest.raises(Refused, match="plain"):
        safe_copy(pipe, tmp_path / "a", 1000)
    big = tmp_path / "big"
    big.mkdir()
    (big / "x").write_bytes(b"x" * 1001)
    with pytest.raises(Refused, match="large"):
        safe_copy(big, tmp_path / "b", 1000)
