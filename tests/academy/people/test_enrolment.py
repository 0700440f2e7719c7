"""From a list to accounts: what is new, and that a second time changes nothing."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from academy.people import enrolment
from academy.people.models import Group, Person
from academy.people.roster import Entry, read_roster
from academy.people.store import Store
from deployment.local.accounts import Accounts, Outcome
from deployment.local.hub_groups import OFFICE, HubGroups
from deployment.local.school import School

from .conftest import entry
from .messy import WRONG, people, with_mistakes, workbook

TODAY = date(2026, 11, 23)


def planned(store: Store, data: bytes) -> enrolment.Plan:
    """What an import of a file into the cohort would do."""
    with store.reading() as session:
        return enrolment.plan(session, read_roster(data, TODAY), "2027-1")


def everybody(store: Store) -> list[Person]:
    """All people, by their ids."""
    with store.reading() as session:
        return session.query(Person).order_by(Person.id).all()


def card_of(path: Path) -> list[tuple[str, ...]]:
    """User names and passwords of a file with cards."""
    found = re.findall(r"<b>([^<]*)</b>", path.read_text())
    return list(zip(found[::2], found[1::2], strict=True))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords hashed with less work: 200 of them cost ten seconds otherwise."""
    from deployment.local import passwords

    monkeypatch.setitem(passwords._SCRYPT, "n", 2**4)


@pytest.mark.usefixtures("quick")
def test_a_messy_list_then_the_mended_one_then_the_same_again(school: School, store: Store) -> None:
    """194 first, the six mended ones next, nobody the third time; each has a login and a card."""
    rows = people()
    first = planned(store, workbook(with_mistakes(rows)))
    assert (len(first.new), len(first.present), len(first.wrong_lines)) == (194, 0, 6)
    paths = enrolment.enrol(school, store, first.new, today=TODAY)
    assert [path.name for path in paths] == [
        "kartu-kelompok-3.html", "kartu-mawar.html", "kartu-melati.html"
    ]  # fmt: skip
    before = [(p.user_name, p.display_name, p.phone, p.registered) for p in everybody(store)]

    second = planned(store, workbook(rows))
    assert (len(second.new), len(second.present), second.problems) == (6, 194, ())
    assert {e.line for e in second.new} == {at + 5 for at in WRONG}
    paths += enrolment.enrol(school, store, second.new, today=TODAY)
    third = planned(store, workbook(rows))
    assert (third.new, len(third.present)) == ((), 200)
    assert enrolment.enrol(school, store, third.new) == []

    after = everybody(store)
    assert [(p.user_name, p.display_name, p.phone, p.registered) for p in after[:194]] == before
    names = {person.user_name for person in after}
    assert len(names) == len(after) == 200
    cards = dict(pair for path in paths for pair in card_of(path))  # type: ignore[misc]
    accounts = Accounts(school.accounts)
    assert set(cards) == names == set(accounts.names()) - {"pendamping", "peserta01", "peserta02"}
    tried = after[199].user_name
    assert accounts.check(tried, cards[tried], "a").outcome is Outcome.MUST_CHANGE
    with store.reading() as session:
        assert {group.name for group in session.query(Group)} == {"Mawar", "Melati", "Kelompok 3"}


def test_what_is_kept_of_a_person(school: School, store: Store, two_people: list[Entry]) -> None:
    """Consent with its day and text where the list says so; no birthday; a name of its own."""
    enrolment.enrol(school, store, two_people, today=TODAY)
    first, second = everybody(store)
    assert (first.consent_day, first.consent_text) == (None, None)
    assert (second.consent_day, second.consent_text) == (TODAY, enrolment.CONSENT_TEXT)
    assert (first.district, first.business_group) == ("36.02", "makanan dan minuman")
    assert first.role == "trainee"
    assert Accounts(school.accounts).role(first.user_name) == "trainee"


def test_roles(school: School, store: Store, two_people: list[Entry]) -> None:
    """Mentors and the office log in as such."""
    enrolment.enrol(school, store, two_people[:1], "mentor")
    enrolment.enrol(school, store, two_people[1:], "operator")
    groups, accounts = HubGroups(school.accounts), Accounts(school.accounts)
    mentor, office = (person.user_name for person in everybody(store))
    assert "formgrade-lapak" in groups.of(mentor, accounts.role(mentor))
    assert groups.of(office, accounts.role(office)) == (OFFICE,)


def test_anothers_number_and_a_missing_cohort_are_told(
    school: School, store: Store, two_people: list[Entry]
) -> None:
    """By user name: the sentence has no name and no number of the other person's."""
    enrolment.enrol(school, store, two_people)
    data = (
        b"Nama,HP,E-mail,Kota,Angkatan\nBudi,081200000001,,Lebak,\n"
        b"Eka,081200000009,,Lebak,1999-1\nSITI NOMOR C,81200000002,,Lebak,\n"
    )
    plan = planned(store, data)
    owner = everybody(store)[0]
    assert [problem.lines for problem in plan.problems] == [(2,), (3,)]
    assert owner.user_name in plan.problems[0].text
    assert "Siti" not in plan.problems[0].text
    assert "1999-1" in plan.problems[1].text
    assert [e.line for e in plan.present] == [4]
    with store.reading() as session:
        plan = enrolment.plan(session, read_roster(b"Nama,HP,Kota\nEka,081200000009,Lebak", TODAY))
    assert plan.problems[0].text == enrolment.NO_COHORT


def test_nothing_is_left_of_an_import_that_fails(
    school: School, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No person without a login; the same import works afterwards."""
    with monkeypatch.context() as patch:
        patch.setattr(Accounts, "add_all", lambda *_: (_ for _ in ()).throw(OSError("disk")))
        with pytest.raises(OSError, match="disk"):
            enrolment.enrol(school, store, [entry(1)])
    assert everybody(store) == []
    assert len(enrolment.enrol(school, store, [entry(1)])) == 1
    assert len(everybody(store)) == 1


def test_the_preview_says_it_in_rows(store: Store) -> None:
    """Counts first, rows next, what to do last."""
    plan = planned(
        store, b"Nama,HP,Kota\nAni,0812345678,Lebak\nAni,0812345678,Lebak\nBudi,,Lebak\n"
    )
    lines = list(enrolment.preview(plan))
    assert lines == [
        "Baru: 1 orang. Sudah terdaftar: 0 orang.",
        "Tertulis dua kali, diambil sekali: baris 3.",
        "Perlu diperbaiki: 1 baris.",
        "  Baris 4: Nomor HP dan e-mail kosong. Isi salah satunya.",
        enrolment.MEND,
    ]
    assert list(enrolment.preview(replace(plan, new=(), problems=())))[-1].startswith("Tidak ada")


def test_reading_ten_times_as_many_stays_quick(store: Store) -> None:
    """2,000 rows in a few seconds."""
    begin = time.monotonic()
    rows = [[*r[:2], f"0857{at:07d}", *r[3:]] for at, r in enumerate(people(count=100) * 20, 1)]
    plan = planned(store, workbook(rows))
    assert len(plan.new) + len(plan.wrong_lines) == 2000
    assert time.monotonic() - begin < 30
