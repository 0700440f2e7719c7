"""What `lapak restore` refuses, and what it makes of a backup on a machine that knows nobody."""

from __future__ import annotations

import grp
import os
import pwd
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from academy.backup import restoring
from academy.backup.archive import Manifest
from academy.backup.making import back_up
from academy.backup.restoring import restore
from academy.serve import only_one
from academy.trouble import Trouble
from deployment.local import os_accounts
from deployment.local.school import School
from tests.academy.backup.conftest import USER


@pytest.fixture
def file(school: School, place: Path) -> Path:
    """A backup of the school."""
    return back_up(school, place, lambda _: None)


def refused(school: School, file: Path, words: str) -> Trouble:
    """Restores, expects a sentence with these words, and nothing left in the folder."""
    with pytest.raises(Trouble, match=words) as found:
        restore(school, file, lambda _: None)
    assert {path.name for path in school.home.iterdir()} <= {".lock", "isi"}
    return found.value


def test_a_changed_or_cut_archive_is_refused(file: Path, empty: Callable[[str], School]) -> None:
    """One byte anywhere, or an end that a full stick has swallowed; nothing of it is kept."""
    whole = file.read_bytes()
    for at in (0.02, 0.3, 0.5, 0.7, 0.98):
        data = bytearray(whole)
        data[int(len(data) * at)] ^= 0xFF
        file.write_bytes(bytes(data))
        assert refused(empty("lain"), file, "tidak dapat dipercaya").code == 1
    for cut in (200, len(whole) // 2, len(whole)):
        file.write_bytes(whole[:-cut])
        refused(empty("lain"), file, "tidak dapat dipercaya")


def test_a_newer_lapak_is_named(
    school: School, place: Path, empty: Callable[[str], School], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its databases would not be understood here."""
    monkeypatch.setattr("academy.backup.making.version", lambda _: "99.0")
    refused(empty("lain"), back_up(school, place, print), r"Lapak 99\.0: perbarui Lapak")


def test_a_newer_format_is_named(
    school: School, place: Path, empty: Callable[[str], School], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever else it holds."""
    newer = lambda **words: Manifest(**{**words, "format": 9})  # noqa: E731
    monkeypatch.setattr("academy.backup.making.Manifest", newer)
    refused(empty("lain"), back_up(school, place, print), "lebih baru")


def test_a_folder_with_something_in_it_is_left_alone(
    file: Path, empty: Callable[[str], School]
) -> None:
    """A school is never mixed with another."""
    there = empty("lain")
    there.home.mkdir()
    (there.home / "isi").write_text("x")
    assert refused(there, file, "tidak kosong").code == 2


def test_a_running_school_is_left_alone(file: Path, empty: Callable[[str], School]) -> None:
    """Also one that is only just starting."""
    there = empty("lain")
    with only_one(there), pytest.raises(Trouble, match="sedang berjalan"):
        restore(there, file, print)


def test_no_such_file_is_a_sentence(empty: Callable[[str], School], place: Path) -> None:
    """And no folder is made for it."""
    with pytest.raises(Trouble, match="tidak ada"):
        restore(empty("lain"), place / "tidak", print)
    assert not empty("lain").home.exists()


@pytest.mark.root
def test_accounts_are_made_anew(
    school: School, place: Path, empty: Callable[[str], School], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a fresh machine nobody of the school is known and the numbers are others'."""
    account = school.account_of(USER)
    old = pwd.getpwnam(account)
    file = back_up(school, place, print)
    assert os_accounts.remove(account)
    taken = f"lapak-uji-{os.getpid()}"
    try:
        # Somebody else has the number now, so hers must be another one.
        group = ["groupadd", "--gid", str(old.pw_gid), taken]
        user = ["useradd", "--uid", str(old.pw_uid), "--gid", str(old.pw_gid), "--no-create-home"]
        subprocess.run(group, check=True)
        subprocess.run([*user, taken], check=True)
        there = empty("lain")
        restore(there, file, print)
        now = pwd.getpwnam(account)
        assert now.pw_uid != old.pw_uid
        for path in (there.home_of(USER), *there.home_of(USER).rglob("*")):
            assert (path.lstat().st_uid, path.lstat().st_gid) == (now.pw_uid, now.pw_gid), path
        handed = next(there.inbound(USER).iterdir()) / "submission_secret.txt"
        assert handed.stat().st_uid == now.pw_uid
        assert grp.getgrgid(there.inbound(USER).stat().st_gid).gr_name == "lapak-grader"
    finally:
        subprocess.run(["userdel", "--force", taken], check=True, capture_output=True)


@pytest.mark.root
def test_a_plain_users_school_becomes_roots(
    school: School, place: Path, empty: Callable[[str], School], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trial on somebody's laptop goes on as a school of its own: places say whose a file is."""
    for top, folders, files in os.walk(school.home):
        for path in (Path(top, name) for name in (*folders, *files)):
            os.chown(path, 0, 0, follow_symlinks=False)
            if not path.is_symlink():
                path.chmod(0o700 if path.is_dir() else 0o600)
    monkeypatch.setattr("academy.backup.making.Manifest", _of_a_plain_user)
    there = empty("lain")
    restore(there, back_up(school, place, print), print)
    handed = next(there.inbound(USER).iterdir()) / "submission_secret.txt"
    grader = pwd.getpwnam("lapak-grader")
    assert handed.stat().st_uid == pwd.getpwnam(f"lapak-{USER}").pw_uid
    reads = ["setpriv", f"--reuid={grader.pw_uid}", f"--regid={grader.pw_gid}", "--clear-groups"]
    subprocess.run([*reads, "cat", handed], check=True, capture_output=True)
    assert there.gradebook.stat().st_uid == grader.pw_uid
    assert there.accounts.stat().st_uid == 0


def _of_a_plain_user(**words: object) -> Manifest:
    return Manifest(**{**words, "as_root": False})  # type: ignore[arg-type]


def test_a_full_disk_is_told(
    file: Path, empty: Callable[[str], School], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not the backup's fault, and nothing half is left."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "unpack", full)
    assert refused(empty("lain"), file, "No space left").code == 73
