"""Days, codes and mentors of cohorts, as the office sets them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from academy.people import cohorts
from academy.people.models import Cohort, Group, Person
from academy.people.store import Store, add_cohort, cohorts_in_words
from academy.web.signing_up import cohort_of
from deployment.local.accounts import Accounts

FIRST, LAST = date(2027, 1, 4), date(2027, 4, 3)


def _cohort() -> Cohort:
    return Cohort(name="A", starts=FIRST, ends=LAST, code="KODE2345")


def test_days_and_dues() -> None:
    """Set, changed, taken away; whatever is wrong changes nothing."""
    cohort = _cohort()
    assert cohorts.set_days(cohort, (FIRST, LAST), {"hpp": date(2027, 1, 20), "kas": None}) == {}
    assert {due.assignment: due.day for due in cohort.dues} == {"hpp": date(2027, 1, 20)}
    later = date(2027, 5, 1)
    assert cohorts.set_days(cohort, (FIRST, later), {"hpp": LAST, "kas": later}) == {}
    assert {due.assignment: due.day for due in cohort.dues} == {"hpp": LAST, "kas": later}
    wrong = cohorts.set_days(cohort, (FIRST, LAST), {"hpp": None, "kas": later})
    assert wrong == {"kas": cohorts.OUTSIDE}
    assert cohorts.set_days(cohort, (LAST, FIRST), {}) == {"selesai": cohorts.ENDS_FIRST}
    assert cohorts.set_days(cohort, (None, LAST), {}) == {"mulai": cohorts.NO_DAY}
    assert (cohort.ends, len(cohort.dues)) == (later, 2)
    assert cohorts.set_days(cohort, (FIRST, later), {"hpp": None}) == {}
    assert [due.assignment for due in cohort.dues] == ["kas"]


def test_an_ended_code_opens_nothing(tmp_path: Path) -> None:
    """Whatever is typed; several may be ended; a new one opens again."""
    store = Store(f"sqlite:///{tmp_path / 'academy.sqlite'}")
    with store.writing() as session:
        made = [add_cohort(session, name, (FIRST, LAST), f"KODE234{name}") for name in "AB"]
        for cohort in made:
            cohorts.end_code(cohort)
    with store.writing() as session:
        assert all(each.open_code == "" for each in made)
        for typed in ("KODE234A", "-1", "1", "", made[0].code):
            assert cohort_of(session, typed, FIRST) is None
        assert "kode diakhiri" in next(cohorts_in_words(session))
        made[0] = session.merge(made[0])
        made[0].code = cohorts.new_code()
        session.flush()
        assert cohort_of(session, made[0].code.lower(), FIRST) is made[0]
    store.close()


def test_who_can_be_a_mentor(tmp_path: Path) -> None:
    """Registered ones that are not closed, and the first start's; nobody of the office."""
    store = Store(f"sqlite:///{tmp_path / 'academy.sqlite'}")
    accounts = Accounts(tmp_path / "accounts.sqlite")
    for name in ("pendamping", "mentora", "mentorb", "kantora"):
        accounts.add(name, "mentor")
    accounts.add("tosari", "trainee")
    roles = {"mentora": "mentor", "mentorb": "mentor", "kantora": "operator", "tosari": "trainee"}
    with store.writing() as session:
        for name, role in roles.items():
            session.add(
                Person(user_name=name, display_name=name.title(), role=role, district="36.02",
                       business="", registered=datetime(2027, 1, 4, tzinfo=UTC))
            )  # fmt: skip
        session.flush()
        session.query(Person).filter_by(user_name="mentorb").one().closed = datetime.now(UTC)
        found = cohorts.mentors(session, accounts)
    assert found == {"mentora": "Mentora", "pendamping": "pendamping"}
    store.close()


def test_groups(tmp_path: Path) -> None:
    """With a name, once in a cohort."""
    store = Store(f"sqlite:///{tmp_path / 'academy.sqlite'}")
    with store.writing() as session:
        cohort = add_cohort(session, "A", (FIRST, LAST), "x")
        assert cohorts.add_group(session, cohort, "Mawar") == ""
        assert cohorts.add_group(session, cohort, "Mawar") == cohorts.THERE
        assert cohorts.add_group(session, cohort, " ") == cohorts.NO_NAME
        assert [group.name for group in session.query(Group)] == ["Mawar"]
    store.close()
