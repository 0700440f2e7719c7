"""Owners and modes of the school's folders."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from deployment.local import folders, os_accounts
from deployment.local.school import GRADER, School


def mode(path: Path) -> int:
    """The mode bits of a path."""
    return stat.S_IMODE(path.lstat().st_mode)


def owner(path: Path) -> str:
    """Owner and group of a path."""
    return f"{path.owner()}:{path.group()}"


@pytest.mark.root
def test_roots_school_gives_each_her_own(school: School) -> None:
    """The table of owners and modes, as the decision note promises it."""
    folders.prepare_person(school, "peserta01")
    me = "lapak-peserta01"
    assert (mode(school.home), owner(school.home)) == (0o710, f"root:{GRADER}")
    assert (mode(school.hub), owner(school.hub)) == (0o700, "root:root")
    assert (mode(school.course), owner(school.course)) == (0o700, f"{GRADER}:{GRADER}")
    assert (mode(school.salt), owner(school.salt)) == (0o600, f"{GRADER}:{GRADER}")
    home, inbound = school.home_of("peserta01"), school.inbound("peserta01")
    assert (mode(home), owner(home)) == (0o700, f"{me}:{me}")
    assert (mode(inbound), owner(inbound)) == (0o2770, f"{me}:{GRADER}")
    for given in (school.feedback("peserta01"), school.variant("peserta01")):
        assert (mode(given), owner(given)) == (0o2750, f"{GRADER}:{me}")
    for parent in (school.inbounds, school.feedbacks):
        assert (mode(parent), owner(parent)) == (0o750, f"{GRADER}:{GRADER}")
    assert (mode(school.exchange), owner(school.exchange)) == (0o1777, "root:root")


@pytest.mark.root
def test_preparing_follows_no_link(school: School, open_folder: Path) -> None:
    """A link in the place of a trainee's folder: refused, and its target stays as it is."""
    outside = open_folder / "milik-root"
    outside.mkdir(mode=0o755)
    school.inbound("peserta01").symlink_to(outside)
    with pytest.raises(OSError, match=r"Not a directory|symbolic link"):
        folders.prepare_person(school, "peserta01")
    assert (mode(outside), outside.owner()) == (0o755, "root")


@pytest.mark.root
def test_one_trainee_cannot_reach_anothers(school: School) -> None:
    """Even outside a box: the kernel says no to reading and to replacing."""
    for user in ("peserta01", "peserta02"):
        folders.prepare_person(school, user)
    child = os.fork()
    if child == 0:
        os_accounts.become("lapak-peserta02")
        secret = (school.hub, school.course, school.inbounds, school.home_of("peserta01"))
        seen = [path for path in secret if os.access(path, os.R_OK)]
        seen += [school.salt] if os.access(school.salt, os.R_OK) else []
        os._exit(len(seen))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_plain_users_school_is_closed_to_others(
    school: School, monkeypatch: pytest.MonkeyPatch, open_folder: Path
) -> None:
    """There everything belongs to one account, so everything is 0700."""
    monkeypatch.setattr(School, "as_root", False)
    own = School(open_folder / "biasa", school.clone, school.env_root)
    own.prepare()
    folders.prepare_person(own, "peserta01")
    made = [path for path in own.home.rglob("*") if path.is_dir()]
    assert {mode(path) for path in (own.home, own.hub, own.inbound("peserta01"))} == {0o700}
    assert len(made) > 10


def test_preparing_twice_changes_nothing(school: School) -> None:
    """A second start goes on with the same salt."""
    salt = school.salt.read_text()
    school.prepare()
    assert school.salt.read_text() == salt
    assert len(bytes.fromhex(salt)) == 32


@pytest.mark.root
def test_handing_over_follows_no_link(school: School, open_folder: Path) -> None:
    """What a link in the course points to stays root's."""
    outside = open_folder / "milik-root"
    outside.write_text("x")
    (school.course / "tautan").symlink_to(outside)
    (school.course / "source").mkdir()
    (school.course / "source" / "a.ipynb").write_text("{}")
    folders.hand_over(school)
    assert outside.owner() == "root"
    assert (school.course / "source" / "a.ipynb").owner() == GRADER


@pytest.mark.root
def test_a_school_that_has_moved_gives_trainees_their_work_back(
    school: School, open_folder: Path
) -> None:
    """Account numbers differ from machine to machine; links still lead nowhere."""
    home = school.home_of("peserta01")
    home.mkdir()
    (home / "catatan").write_text("x")
    outside = open_folder / "milik-root"
    outside.write_text("x")
    (home / "tautan").symlink_to(outside)
    for path in (home, home / "catatan"):
        os.chown(path, 64000, 64000)
    folders.prepare_person(school, "peserta01")
    assert (home / "catatan").owner() == "lapak-peserta01"
    assert outside.owner() == "root"


def test_inside_a_box_nobody_else_has_a_name(school: School) -> None:
    """Her /etc/passwd knows her, and nobody of the school."""
    folders.prepare_person(school, "peserta01")
    names = (school.etc / "boxes/peserta01/passwd").read_text()
    assert [line.split(":")[0] for line in names.splitlines()] == ["peserta01", "nobody"]
