"""A school with a course's folders, logins of a first start, and a database of people."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from academy.people.models import Cohort
from academy.people.roster import Entry
from academy.people.store import Store, address
from deployment.local import cards
from deployment.local.school import School


@pytest.fixture
def school(tmp_path: Path, work: Path, trainee_env: Path) -> Iterator[School]:
    """A school in a folder that the school's accounts can enter."""
    folder = work / tmp_path.name
    made = School(folder / "sekolah", folder / "clone", trainee_env.parent)
    made.prepare()
    cards.first_accounts(made)
    yield made
    shutil.rmtree(folder)


@pytest.fixture
def store(school: School) -> Iterator[Store]:
    """The school's database, with the cohort 2027-1."""
    made = Store(address(school))
    with made.writing() as session:
        session.add(
            Cohort(name="2027-1", starts=date(2027, 1, 4), ends=date(2027, 4, 3), code="KODE2345")
        )
    yield made
    made.close()


def entry(number: int, **changes: object) -> Entry:
    """A person of a list."""
    usual = {
        "line": number,
        "name": f"Siti Nomor {'ABCDEFGH'[number % 8]}",
        "phone": f"+6281200000{number:03d}",
        "email": None,
        "district": "36.02",
        "business": "Emping",
        "sex": "P",
        "cohort": "2027-1",
        "group": "Mawar",
    }
    return Entry(**{**usual, **changes})  # type: ignore[arg-type]


@pytest.fixture
def two_people() -> list[Entry]:
    """Two people of one group."""
    return [entry(1), entry(2, consent=True)]
