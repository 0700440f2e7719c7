"""The academy's database: who may read its file, what is found, what is refused."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from academy.people import store as stored
from academy.people.enrolment import enrol
from academy.people.models import Cohort, Group
from academy.people.roster import Entry
from academy.people.store import Store
from deployment.local.accounts import Accounts
from deployment.local.school import School


def test_the_file_is_the_operators_only(school: School, store: Store) -> None:
    """0600, and what SQLite writes beside it too."""
    files = list(school.hub.glob("academy.sqlite*"))
    assert files
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_the_address_can_be_another(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting of the operator's."""
    assert stored.address(school).endswith("/hub/academy.sqlite")
    monkeypatch.setenv(stored.VARIABLE, "postgresql://lapak@db/academy")
    assert stored.address(school) == "postgresql://lapak@db/academy"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_may_be_written_in_each_way(
    scheme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also with the driver's name, which was taken for a file of SQLite's."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OperationalError):
        Store(f"{scheme}://lapak@127.0.0.1:1/academy")
    assert list(tmp_path.iterdir()) == []


def test_half_a_change_is_none(store: Store) -> None:
    """What breaks off leaves nothing."""

    def break_off() -> None:
        with store.writing() as session:
            stored.add_cohort(session, "2027-2", (date(2027, 5, 1), date(2027, 6, 1)), "X")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    with store.reading() as session, pytest.raises(LookupError, match="cohort add 2027-2"):
        stored.cohort(session, "2027-2")


def test_two_writers_wait_for_each_other(store: Store) -> None:
    """Both look first and write then, and neither fails."""
    wrong = []

    def write(number: int) -> None:
        try:
            for at in range(10):
                with store.writing() as session:
                    stored.group(session, stored.cohort(session, "2027-1"), f"{number}-{at}")
        except Exception as error:  # noqa: BLE001 (told below)
            wrong.append(error)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert wrong == []
    with store.reading() as session:
        assert session.query(Group).count() == 30


def test_cohorts_and_what_is_due(store: Store) -> None:
    """A second time moves the day; a cohort cannot be there twice or end before it starts."""
    with store.writing() as session:
        cohort = stored.cohort(session, "2027-1")
        stored.set_due(cohort, "pembukuan_03_hpp", date(2027, 1, 20))
        stored.set_due(cohort, "pembukuan_03_hpp", date(2027, 1, 27))
        for name, days in (("2027-1", (1, 2)), ("2027-3", (2, 1)), (" ", (1, 2))):
            with pytest.raises(ValueError, match=r"[Aa]ngkatan"):
                stored.add_cohort(
                    session, name, (date(2027, 1, days[0]), date(2027, 1, days[1])), "Y"
                )
    with store.reading() as session:
        assert list(stored.cohorts_in_words(session)) == [
            "2027-1\t04-01-2027 sampai 03-04-2027\tkode KODE2345\t0 orang",
            "  pembukuan_03_hpp\tpaling lambat 27-01-2027",
        ]


def test_people_are_listed_by_cohort_and_group(
    school: School, store: Store, two_people: list[Entry]
) -> None:
    """And found by user name."""
    enrol(school, store, two_people)
    with store.reading() as session:
        listed = stored.listed(session, "2027-1", "Mawar")
        assert [person.display_name for person in listed] == ["Siti Nomor B", "Siti Nomor C"]
        assert stored.in_words(listed[0])[2:] == ("peserta", "2027-1", "Mawar", "aktif")
        assert stored.listed(session, group_name="Melati") == []
        assert stored.find(session, listed[0].user_name).phone == "+6281200000001"
        with pytest.raises(LookupError, match="people list"):
            stored.find(session, "siapa")
        with pytest.raises(LookupError, match="belum ada"):
            stored.listed(session, "1999-1")


def test_who_is_a_mentor(school: School, store: Store, two_people: list[Entry]) -> None:
    """Those registered as one and the one of the first start; no trainee."""
    enrol(school, store, two_people[:1])
    enrol(school, store, two_people[1:], "mentor")
    accounts = Accounts(school.accounts)
    with store.reading() as session:
        trainee, mentor = (person.user_name for person in stored.listed(session))
        kinds = [
            stored.is_mentor(session, accounts, name)
            for name in (trainee, mentor, "pendamping", "peserta01", "siapa")
        ]
        assert session.query(Cohort).count() == 1
    assert kinds == [False, True, True, False, False]
