"""Lists between upload and registration."""

from __future__ import annotations

from datetime import date

import pytest

from academy.people.roster import Written
from academy.web.drafts import KEPT, Draft, Drafts, claim, plan
from academy.web.rights import Viewer

from .conftest import Site

DAY = date(2027, 1, 10)
MENTOR, OFFICE = Viewer("mentora", "mentor"), Viewer("kantora", "operator")


def row(line: int, **fields: str) -> Written:
    """A row that is all right."""
    usual = {"name": "Ani Lestari", "phone": f"0813111100{line:02d}", "district": "Lebak"}
    return Written(line, {**usual, **fields})


def test_a_draft_is_one_persons_and_is_forgotten() -> None:
    """After an hour it is gone; so is the one that a new one replaces."""
    now = [0.0]
    drafts = Drafts(clock=lambda: now[0])
    first, second = (Draft((row(n),), "2027-1") for n in (2, 3))
    drafts.put("mentora", first)
    assert drafts.of("mentorb") is None
    drafts.put("mentora", second)
    assert drafts.of("mentora") == second
    now[0] = KEPT + 1
    assert drafts.of("mentora") is None
    drafts.put("mentorb", first)
    assert list(drafts._kept) == ["mentorb"]
    drafts.drop("mentorb")
    assert drafts.of("mentorb") is None


@pytest.mark.parametrize(
    ("viewer", "fields", "said"),
    [
        (OFFICE, {}, None),
        (OFFICE, {"cohort": "2027-9"}, 'Angkatan "2027-9" belum ada'),
        (OFFICE, {"group": "Melati", "cohort": "2027-2"}, None),
        (MENTOR, {}, "Kelompok kosong"),
        (MENTOR, {"group": "Mawar"}, None),
        (MENTOR, {"group": "Baru"}, None),
        (MENTOR, {"group": "Melati", "cohort": "2027-2"}, 'Kelompok "Melati" bukan'),
        (MENTOR, {"group": "Mawar", "cohort": "2027-2"}, None),  # a new one of the same name
    ],
)
def test_who_may_register_whom_where(
    site: Site, viewer: Viewer, fields: dict[str, str], said: str | None
) -> None:
    """The office anywhere; a mentor in her groups and in new ones."""
    with site.store.reading() as session:
        made = plan(session, Draft((row(2, **fields),), "2027-1"), viewer, DAY)
    assert len(made.new) == (0 if said else 1)
    assert [problem.lines for problem in made.problems] == ([(2,)] if said else [])
    if said:
        assert said in made.problems[0].text


def test_a_group_is_claimed_once(site: Site) -> None:
    """By the first mentor; the second is told."""
    with site.store.writing() as session:
        claim(session, MENTOR, "2027-1", "Anggrek")
        claim(session, MENTOR, "2027-1", "Anggrek")
    with site.store.writing() as session, pytest.raises(LookupError, match="bukan kelompok Anda"):
        claim(session, Viewer("mentorb", "mentor"), "2027-1", "Anggrek")
