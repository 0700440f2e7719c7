"""The database of tries: whose file it is, what is found, what is given back and forgotten."""

from __future__ import annotations

import os
import pwd
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from academy.people.models import Base as People
from academy.people.store import Store
from academy.progress import store
from academy.progress.models import Review, Visit
from academy.progress.store import Progress
from deployment.local.layout import Layout

from ...graders.databases import running_postgresql  # noqa: TID252 (tests are no packages)
from .conftest import MONDAY, attempt


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Layout:
    """A school's folders."""
    monkeypatch.delenv(store.VARIABLE, raising=False)
    (tmp_path / "course").mkdir()
    return Layout(tmp_path)


@pytest.fixture(scope="module")
def postgresql(work: Path, plain_user: pwd.struct_passwd) -> Iterator[str]:
    """The address of an empty database on a server."""
    with running_postgresql(work / "pg-progress", plain_user) as address:
        yield address


def _fill(progress: Progress) -> None:
    visit = Visit(user_name="tosari", mentor="m", day=date(2027, 1, 5), told="Bagus", note="Rajin")
    review = Review(
        user_name="tosari",
        assignment="pembukuan_03_hpp",
        cell="alasan",
        points=4,
        score=None,
        comment="",
        changed=MONDAY,
    )
    with progress.writing() as session:
        session.add_all([visit, review, attempt("pembukuan_03_hpp", 40, days=1)])
        session.add_all([attempt("pembukuan_03_hpp", 90), attempt("x", 1, user="lumiga")])


def test_the_file_belongs_to_whoever_owns_the_course(
    files: Layout, plain_user: pwd.struct_passwd
) -> None:
    """Root's pages may be first; the grader must be able to write afterwards. Nobody else reads."""
    if os.geteuid() == 0:
        os.chown(files.course, plain_user.pw_uid, plain_user.pw_gid)
    progress = store.open_progress(files)
    _fill(progress)
    made = [path for path in files.course.iterdir() if path.name.startswith(store.FILE)]
    assert {path.stat().st_uid for path in made} == {plain_user.pw_uid}
    assert {path.stat().st_mode & 0o777 for path in made} == {0o600}
    progress.close()


def test_a_link_is_not_followed(files: Layout, tmp_path: Path) -> None:
    """Root makes and changes no file elsewhere."""
    (files.course / store.FILE).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic"):
        store.open_progress(files)
    assert not (tmp_path / "elsewhere").exists()


def test_what_is_found_is_hers_and_in_order(progress: Progress) -> None:
    """Tries from the oldest on; nobody else's."""
    _fill(progress)
    with progress.reading() as session:
        assert [one.score for one in store.attempts(session, ["tosari"])] == [90, 40]
        assert store.attempts(session, ["tosari"], "x") == []
        assert [one.note for one in store.visits(session, ["tosari", "lumiga"])] == ["Rajin"]
        assert [one.cell for one in store.reviews(session, ["tosari"])] == ["alasan"]


def test_all_is_given_back_and_forgotten(files: Layout) -> None:
    """Hers only; a school without the database has nothing, and none is made."""
    assert store.everything(files, "tosari") == {}
    store.forget(files, "tosari")
    assert list(files.course.iterdir()) == []
    progress = store.open_progress(files)
    _fill(progress)
    given = store.everything(files, "tosari")
    assert {name: len(rows) for name, rows in given.items()} == {
        "attempts": 2,
        "reviews": 1,
        "visits": 1,
    }
    store.forget(files, "tosari")
    assert store.everything(files, "tosari") == {}
    assert len(store.everything(files, "lumiga")["attempts"]) == 1
    progress.close()


def test_postgresql_holds_both_of_the_academys_databases(
    postgresql: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One server, one database: people and tries do not meet in a table."""
    people = Store(postgresql)
    monkeypatch.setenv(store.VARIABLE, postgresql)
    progress = store.open_progress(Layout(tmp_path))
    _fill(progress)
    with progress.reading() as session:
        assert [one.score for one in store.attempts(session, ["tosari"])] == [90, 40]
        names = set(session.scalars(text("SELECT tablename FROM pg_tables")))
    assert set(People.metadata.tables) <= names
    progress.close()
    people.close()
