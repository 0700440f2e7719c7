"""What a backup takes, and that it never follows a link."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from academy.backup import contents


def names(top: Path) -> dict[str, contents.Found]:
    """All that is found, by name."""
    return {str(found.path): found for found in contents.walk(top)}


def test_parents_come_first_and_links_are_not_followed(tmp_path: Path) -> None:
    """A link to a folder is a link; what it leads to is not read."""
    (tmp_path / "school/homes/ani").mkdir(parents=True)
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "rahasia").write_text("x")
    (tmp_path / "school/homes/ani/tautan").symlink_to(tmp_path / "lain")
    found = names(tmp_path / "school")
    assert list(found) == ["homes", "homes/ani", "homes/ani/tautan"]
    assert found["homes/ani/tautan"].target == str(tmp_path / "lain")


def test_what_is_made_anew_stays_out(tmp_path: Path) -> None:
    """Copies, logs and side files of databases; a trainee's own file of such a name stays in."""
    for name in ("site/a", "hub/hub.log", "hub/x.sqlite-wal", "homes/ani/x-wal", "hub/x.sqlite"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    files = {name for name, found in names(tmp_path).items() if not found.is_folder}
    assert files == {"homes/ani/x-wal", "hub/x.sqlite"}


@pytest.mark.parametrize(("name", "is_one"), [("hub/x", True), ("homes/ani/x", False)])
def test_only_the_schools_own_databases_are_copied_as_such(
    tmp_path: Path, name: str, is_one: bool
) -> None:
    """Root does not let SQLite open what a trainee has made."""
    file = tmp_path / "x"
    file.write_bytes(b"SQLite format 3\0rest")
    with file.open("rb") as opened:
        assert contents.is_database(PurePosixPath(name), opened.fileno()) is is_one
