"""What opens to whom: by prerequisite, by a mentor's hand, at once while a room is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from academy.catalog import Catalog
from academy.people.models import Cohort, Due, Group, Opening, Person
from academy.people.store import Store
from academy.progress.opening import Opener
from academy.progress.store import Progress
from deployment.local import plans
from deployment.local.school import School

from .conftest import attempt

FIRST, SECOND, THIRD = "pembukuan_01_uang_usaha", "pembukuan_02_buku_kas", "pembukuan_03_hpp"
BEFORE = "pembukuan_00_uji_awal"


@pytest.fixture
def school(tmp_path: Path, clone: Path) -> School:
    """Four exercises are released; two people of a cohort and one without have rooms."""
    made = School(tmp_path / "sekolah", clone, tmp_path / "env")
    for name in (BEFORE, FIRST, SECOND, THIRD):
        (made.outbound / name).mkdir(parents=True)
        (made.outbound / name / f"{name}.ipynb").write_text("{}")
    for name in ("tosari", "lumiga", "peserta01"):
        (made.plan(name) / plans.OUTBOUND).mkdir(parents=True)
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A cohort with a due day, and a group of two."""
    made = Store(f"sqlite:///{tmp_path / 'academy.sqlite'}")
    days = {"starts": date(2027, 1, 4), "ends": date(2099, 4, 3)}
    cohort = Cohort(name="2027-1", code="x", **days)
    cohort.dues = [Due(assignment=SECOND, day=date(2027, 1, 20))]
    group = Group(cohort=cohort, name="Mawar", mentor="mentora")
    with made.writing() as session:
        for name in ("tosari", "lumiga"):
            person = Person(user_name=name, display_name=name, role="trainee", district="36.02")
            person.business, person.registered = "Emping", datetime(2027, 1, 4, tzinfo=UTC)
            person.cohort, person.group = cohort, group
            session.add(person)
    yield made
    made.close()


@pytest.fixture
def opener(school: School, store: Store, progress: Progress, catalog: Catalog) -> Opener:
    """Has looked once."""
    made = Opener(school, store, progress, catalog)
    assert made.look() == ["lumiga", "peserta01", "tosari"]
    return made


def shown(school: School, name: str) -> list[str]:
    """What her box lists."""
    return sorted(path.name for path in (school.plan(name) / plans.OUTBOUND).iterdir())


def test_in_the_beginning(school: School, opener: Opener) -> None:
    """What needs nothing; all of it to who is of no cohort. Nothing new: nothing done."""
    assert shown(school, "tosari") == [BEFORE, FIRST]
    assert shown(school, "peserta01") == [BEFORE, FIRST, SECOND, THIRD]
    said = plans.read(school, "tosari")["exercises"][SECOND]
    assert (said["open"], said["due"], len(said["first"])) == (False, "2027-01-20", 1)
    assert opener.look() == []


def test_mastering_opens_the_next(school: School, opener: Opener, progress: Progress) -> None:
    """To her alone, at the next look."""
    with progress.writing() as session:
        session.add(attempt(FIRST, 90))
    assert opener.look() == ["tosari"]
    assert shown(school, "tosari") == [BEFORE, FIRST, SECOND]
    assert shown(school, "lumiga") == [BEFORE, FIRST]
    assert plans.read(school, "tosari")["exercises"][FIRST]["done"]


def test_a_mentor_opens_by_hand(school: School, opener: Opener, store: Store) -> None:
    """For a person, and for a group."""
    when = datetime(2027, 1, 5, tzinfo=UTC)
    with store.writing() as session:
        session.add(Opening(user_name="tosari", assignment=SECOND, mentor="mentora", opened=when))
    opener.look()
    assert (SECOND in shown(school, "tosari"), SECOND in shown(school, "lumiga")) == (True, False)
    with store.writing() as session:
        session.add(Opening(group_id=1, assignment=THIRD, mentor="mentora", opened=when))
    opener.look()
    assert (THIRD in shown(school, "tosari"), THIRD in shown(school, "lumiga")) == (True, True)


def test_a_mentor_closes_by_hand(school: School, opener: Opener, store: Store) -> None:
    """Her box has it no more at the next look, also when another was opened meanwhile."""
    when = datetime(2027, 1, 5, tzinfo=UTC)
    with store.writing() as session:
        session.add(Opening(user_name="tosari", assignment=SECOND, mentor="mentora", opened=when))
    opener.look()
    with store.writing() as session:
        session.query(Opening).delete()
    with store.writing() as session:
        session.add(Opening(user_name="tosari", assignment=THIRD, mentor="mentora", opened=when))
    assert "tosari" in opener.look()
    assert shown(school, "tosari") == [BEFORE, FIRST, THIRD]


def test_a_school_may_leave_all_open(
    school: School, store: Store, progress: Progress, catalog: Catalog
) -> None:
    """Then her page says what comes first, and nothing is closed."""
    Opener(replace(school, enforces_opening=False), store, progress, catalog).look()
    assert shown(school, "tosari") == [BEFORE, FIRST, SECOND, THIRD]


def test_a_new_day_and_a_new_release_reach_everybody(
    school: School, opener: Opener, store: Store
) -> None:
    """Also a person who comes later, before she has a room."""
    with store.writing() as session:
        session.query(Due).one().day = date(2027, 1, 25)
    assert opener.look() == ["lumiga", "peserta01", "tosari"]
    assert plans.read(school, "lumiga")["exercises"][SECOND]["due"] == "2027-01-25"
    (school.outbound / "rintisan_03_titik_impas").mkdir()
    assert len(opener.look()) == 3
    with store.writing() as session:
        person = Person(user_name="bokasi", display_name="b", role="trainee", district="36.02")
        person.business, person.registered = "Emping", datetime(2027, 1, 4, tzinfo=UTC)
        session.add(person)
    assert opener.look() == ["bokasi"]
    assert plans.read(school, "bokasi")["next"] == BEFORE
