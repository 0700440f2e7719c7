"""Closing, erasing, and what stays."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from academy.certificates.models import Certificate, Revocation
from academy.people import erasure, records
from academy.people import store as stored
from academy.people.enrolment import enrol, plan
from academy.people.models import Erased
from academy.people.roster import Entry, Roster
from academy.people.store import Store
from academy.progress import store as progress
from deployment.local import os_accounts
from deployment.local.accounts import Accounts, Outcome
from deployment.local.school import School
from graders.failures import failed

from .course import leave_progress, leave_traces


@pytest.fixture
def names(school: School, store: Store, two_people: list[Entry]) -> list[str]:
    """User names of two registered people."""
    enrol(school, store, two_people)
    with store.reading() as session:
        return [person.user_name for person in stored.listed(session)]


def test_a_new_password_replaces_the_old_one(
    school: School, store: Store, names: list[str]
) -> None:
    """Also for the mentor of the first start; nobody unknown gets one."""
    accounts = Accounts(school.accounts)
    accounts.change(names[0], "emping menes 77")
    once = erasure.new_password(school, store, names[0])
    assert accounts.check(names[0], "emping menes 77", "a").outcome is Outcome.WRONG
    assert accounts.check(names[0], once, "a").outcome is Outcome.MUST_CHANGE
    assert erasure.new_password(school, store, "pendamping")
    with pytest.raises(LookupError):
        erasure.new_password(school, store, "siapa")


def test_a_closed_account_keeps_its_data_and_lets_nobody_in(
    school: School, store: Store, names: list[str]
) -> None:
    """Not with the old password, and it gets no new one."""
    accounts = Accounts(school.accounts)
    accounts.change(names[0], "emping menes 77")
    erasure.close(school, store, names[0])
    erasure.close(school, store, names[0])
    assert accounts.check(names[0], "emping menes 77", "a").outcome is Outcome.WRONG
    assert accounts.waiting_for_change(names[0])
    with pytest.raises(LookupError, match="sudah ditutup"):
        erasure.new_password(school, store, names[0])
    with store.reading() as session:
        person = stored.find(session, names[0])
        assert (person.closed is not None, person.phone) == (True, "+6281200000001")


def _certificate(store: Store, name: str, position: int) -> str:
    """A certificate of somebody; gives its id."""
    id_ = "abcdefgh"[position] * 16
    with store.writing() as session:
        row = {"award": "pembukuan", "issued": date(2027, 4, 3), "position": position}
        document = stored.find(session, name).display_name
        session.add(Certificate(id=id_, user_name=name, document=document, **row))
    return id_


def test_only_a_count_stays(
    school: School, store: Store, names: list[str], two_people: list[Entry]
) -> None:
    """No name, no number, no work; the other person has everything; the list can bring her back."""
    for name in names:
        leave_traces(school, name, 3)
    leave_progress(school, *names)
    with store.writing() as session:
        stored.find(session, names[1]).group.mentor = names[0]  # type: ignore[union-attr]
        session.execute(text("CREATE TABLE visits (user_name TEXT, note TEXT)"))
        session.execute(text("INSERT INTO visits VALUES (:n, 'datang')"), {"n": names[0]})
    certificates = [_certificate(store, name, at) for at, name in enumerate(names)]
    remains = erasure.erase(school, store, names[0])
    assert (remains.district, remains.sex, remains.graded, remains.share) == ("36.02", "P", 1, 75)
    assert Accounts(school.accounts).check(names[0], "x", "a").outcome is Outcome.WRONG
    assert [sorted(progress.everything(school, name)) for name in names] == [[], ["visits"]]
    with store.reading() as session:
        assert [p.user_name for p in stored.listed(session)] == [names[1]]
        assert session.query(Erased).one().user_name == names[0]
        assert [one.id for one in session.query(Certificate)] == certificates[1:]
        assert [one.id for one in session.query(Revocation)] == certificates[:1]
        assert names[0] in stored.used_names(session)
        assert session.execute(text("SELECT count(*) FROM visits")).scalar() == 0
        assert stored.find(session, names[1]).group.mentor is None  # type: ignore[union-attr]
        assert [e.line for e in plan(session, Roster(tuple(two_people), ())).new] == [1]
    kept = [path for path in school.home.rglob("*") if path.is_file()]
    for secret in (b"Siti Nomor B", b"81200000001"):
        assert [path for path in kept if secret in path.read_bytes()] == []
    assert b"Siti Nomor C" in (school.home / "kartu-mawar.html").read_bytes()
    assert records.grades_of(school, names[1])[0]["score"] == 3
    assert failed(school.course) == 1
    with pytest.raises(LookupError):
        erasure.erase(school, store, names[0])
    if school.as_root:
        os_accounts.remove(school.account_of(names[1]))


def test_an_erasure_that_broke_off_can_be_repeated(
    school: School, store: Store, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The count is that of the first time, when there were grades to count."""
    leave_traces(school, names[0], 2)
    with monkeypatch.context() as patch:
        patch.setattr(erasure.cards, "remove", lambda *_: (_ for _ in ()).throw(OSError("disk")))
        with pytest.raises(OSError, match="disk"):
            erasure.erase(school, store, names[0])
    remains = erasure.erase(school, store, names[0])
    assert (remains.graded, remains.share) == (1, 50)
