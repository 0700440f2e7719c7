"""Registering the people of a draft."""

from __future__ import annotations

import pytest

from academy.people import cards
from academy.people.models import Person
from academy.people.roster import Written
from academy.web import registering
from academy.web.drafts import Draft
from academy.web.registering import register
from academy.web.rights import Viewer

from .conftest import Site


def rows(count: int) -> tuple[Written, ...]:
    """People who are all right, and one who is not."""
    right = [
        Written(n, {"name": "Ani Lestari", "phone": f"0813222200{n:02d}", "district": "Lebak"})
        for n in range(2, count + 2)
    ]
    return (*right, Written(99, {"name": "Budi", "phone": "", "district": "Lebak"}))


def test_what_is_over_the_limit_waits(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """In lots; what is wrong and what was too much stays in the draft, and the next time finds it."""
    monkeypatch.setattr(registering, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(registering, "LOT", 2)
    office = Viewer("kantora", "operator")
    rest = register(site.school, site.store, Draft(rows(4), "2027-1", "Mawar"), office)
    assert [row.line for row in rest.rows] == [5, 99]
    rest = register(site.school, site.store, rest, office)
    assert [row.line for row in rest.rows] == [99]
    folder = cards.folder_of(site.school, "kantora")
    assert folder.stat().st_mode & 0o777 == 0o700
    sheets = sorted(folder.iterdir())
    assert [path.read_text().count('class="card"') for path in sheets] == [1, 1, 2]
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in sheets)
    with site.store.reading() as session:
        new = session.query(Person).filter(Person.phone.startswith("+62813222200"))
        assert {person.group.name for person in new if person.group} == {"Mawar"}
        assert new.count() == 4
