"""What registering oneself does to the database and the logins."""

from __future__ import annotations

from datetime import date

import pytest

from academy.web.details import Details
from academy.web.signing_up import Taken, cohort_of, sign_up
from deployment.local.accounts import Accounts

from .conftest import Site

ANI = Details("Ani", "+6281377770001", "ani@contoh.id", "36.02", "Emping", None, None)


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("KODE2345", date(2027, 1, 1), "2027-1"),
        ("lain 6789", date(2027, 1, 1), "2027-2"),
        ("KODE2345", date(2099, 4, 3), "2027-1"),
        ("KODE2345", date(2099, 4, 4), None),
        ("", date(2027, 1, 1), None),
    ],
)
def test_a_code_opens_its_cohort_until_the_last_day(
    site: Site, code: str, day: date, name: str | None
) -> None:
    """However it is spelled; no code opens none."""
    with site.store.reading() as session:
        cohort = cohort_of(session, code, day)
    assert (cohort.name if cohort else None) == name


def test_a_group_of_another_cohort_is_not_hers(site: Site) -> None:
    """Somebody may send any number: she then has no group, and no strange mentor sees her."""
    with site.store.reading() as session:
        cohort = cohort_of(session, "KODE2345", date(2027, 1, 1))
    assert cohort is not None
    name = sign_up(site.school, site.store, cohort, 2, ANI, "emping menes 77")
    assert site.person(name).group_id is None
    assert site.person(name).business_group == "makanan dan minuman"


def test_who_is_there_is_not_registered_again(site: Site) -> None:
    """By number or by address; no login is left behind."""
    accounts = Accounts(site.school.accounts)
    before = accounts.names()
    with site.store.reading() as session:
        cohort = cohort_of(session, "KODE2345", date(2027, 1, 1))
    assert cohort is not None
    other = Details("Budi", "+6281377770002", "ani@contoh.id", "36.02", "", None, None)
    with pytest.raises(Taken) as error:
        sign_up(site.school, site.store, cohort, None, other, "emping menes 77")
    assert set(error.value.wrong) == {"email"}
    assert accounts.names() == before
