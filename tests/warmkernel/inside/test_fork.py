"""From a request to a fork: whose it is, and what it is given."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path

import pytest

from warmkernel import Job, Limits, WarmProcess
from warmkernel.inside.fork import Asked, give


def asked(*, as_root: bool) -> Asked:
    """Give a request in the folder /a."""
    job = {"folder": "/a", "at": "/kerja", "shown": {"/x": "/b"}, "limits": asdict(Limits())}
    config = {"as_root": as_root, "host": "/host", "base": {"/usr": "/usr"}}
    return Asked(job, config, slot=7)


def test_root_s_forks_have_their_own_account() -> None:
    """Others keep theirs."""
    assert asked(as_root=True).person.uid == 60_107
    assert asked(as_root=False).person.uid is None


def test_the_view_holds_the_base_and_what_is_shown() -> None:
    """And nothing of the warm process's own places."""
    view = asked(as_root=False).view
    assert view.shown == {"/usr": "/usr", "/x": "/b"}
    assert (view.host, view.folder) == ("/host", "/a")


@pytest.mark.root
def test_a_folder_is_given_without_following_links(tmp_path: Path) -> None:
    """Links themselves change hands, what they point to does not."""
    outside = tmp_path / "luar"
    outside.touch()
    folder = tmp_path / "kerja"
    (folder / "dalam").mkdir(parents=True)
    (folder / "dalam" / "x").touch()
    (folder / "taut").symlink_to(outside)
    give(str(folder), 60_500)
    assert [p.lstat().st_uid for p in (folder, *folder.rglob("*"))] == [60_500] * 4
    assert outside.stat().st_uid == os.geteuid()


def test_only_its_own_files_are_open(warm: WarmProcess, tmp_path: Path) -> None:
    """Not the warm process's sockets, nor another fork's."""
    with warm.fork(Job(tmp_path)), warm.fork(Job(tmp_path)) as fork:
        fork.run(
            "import os\nx = []\nfor n in range(256):\n    try: x.append(os.readlink(f'/proc/self/fd/{n}').split(':')[0])\n    except OSError: pass"
        )
        found = fork.value("x")
    assert found.count("socket") <= 3  # to its owner, and the pair by which its event loop wakes
    assert set(found) <= {"/dev/null", "pipe", "socket", "anon_inode"}
