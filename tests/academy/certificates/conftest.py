"""A school that gives certificates: keys, a database, two people, the real catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from academy.catalog import load_catalog
from academy.certificates.keys import keys
from academy.certificates.models import Certificate
from academy.certificates.records import Issuer, give
from academy.people.models import Person
from academy.people.store import Store, address, find
from deployment.local.layout import Layout

ADDRESS = "https://lapak.example"
NOW = datetime(2027, 4, 2, 20, 30, tzinfo=UTC)  # the third of April in Banten


@pytest.fixture
def files(tmp_path: Path) -> Layout:
    """The folders of a school."""
    made = Layout(tmp_path / "sekolah")
    made.hub.mkdir(parents=True)
    return made


@pytest.fixture
def issuer(files: Layout, clone: Path) -> Issuer:
    """The school, with its first key."""
    return Issuer(load_catalog(clone), keys(files), ADDRESS)


@pytest.fixture
def store(files: Layout) -> Iterator[Store]:
    """Its database, with `tosari` and `lumiga` in it."""
    made = Store(address(files))
    with made.writing() as session:
        for number, name in enumerate(("Siti Tosari", "Rohmah Lumiga")):
            session.add(
                Person(
                    user_name=name.split()[1].lower(),
                    display_name=name,
                    role="trainee",
                    phone=f"+62812111100{number:02d}",
                    district="36.02",
                    business="Emping",
                    registered=NOW,
                )
            )
    yield made
    made.close()


def given(
    store: Store, issuer: Issuer, user: str = "tosari", award: str = "pembukuan"
) -> Certificate:
    """A certificate for somebody."""
    with store.writing() as session:
        person = find(session, user)
        return give(session, issuer, person, issuer.catalog.certification.award(award), NOW)
