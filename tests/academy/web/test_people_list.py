"""The list: by cohort and group, by a part of a name, page by page."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from academy.people.models import Cohort, Person
from academy.web.people_list import PAGE

from .conftest import Site

MORE = "Tulis nama yang lebih lengkap."


def names(page: str) -> set[str]:
    """Read the user names of a list."""
    return set(re.findall(r'href="/services/pelatihan/peserta/([a-z0-9]+)"', page))


def test_by_cohort_and_group(site: Site) -> None:
    """The office sees all of a cohort; numbers that are none show all."""
    office = site.visitor("kantora")
    assert names(office.get("peserta").text) >= {"tosari", "kerupa", "mentorb"}
    assert names(office.get("peserta?angkatan=2").text) == {"kerupa"}
    assert names(office.get("peserta?angkatan=1&kelompok=1").text) == {"tosari", "lumiga"}
    assert names(office.get("peserta?angkatan=-1&kelompok=x").text) >= {"tosari", "kerupa"}


def test_a_mentor_sees_her_groups_whatever_she_asks_for(site: Site) -> None:
    """Also with the numbers of another's cohort and group, and the code of hers alone."""
    mentor = site.visitor("mentorb")
    assert names(mentor.get("peserta").text) == {"kerupa"}
    assert names(mentor.get("peserta?angkatan=1").text) == set()
    page = mentor.get("peserta?kelompok=1").text
    assert names(page) == set()
    assert "LAIN6789" in page
    assert "KODE2345" not in page


def test_a_name_is_looked_for_without_standing_in_an_address(site: Site) -> None:
    """By a form; signs of the database's own are nothing but signs."""
    office = site.visitor("kantora")
    page = office.send_form("peserta", cari="lumi")
    assert "lumi" not in page.url
    assert names(page.text) == {"lumiga"}
    assert names(office.send_form("peserta", cari="%").text) == set()
    assert names(site.visitor("mentorb").send_form("peserta", cari="Siti").text) == {"kerupa"}


def test_a_long_list_has_pages(site: Site) -> None:
    """Each shows fifty; the last one the rest."""
    with site.store.writing() as session:
        cohort = session.query(Cohort).filter_by(name="2027-1").one()
        session.add_all(
            Person(
                user_name=f"banyak{number:03d}",
                display_name=f"Orang {number:03d}",
                role="trainee",
                email=f"orang{number}@contoh.id",
                district="36.02",
                business="",
                cohort=cohort,
                registered=datetime(2027, 1, 4, tzinfo=UTC),
            )
            for number in range(2 * PAGE)
        )
    office = site.visitor("kantora")
    pages = [names(office.get(f"peserta?hal={number}").text) for number in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [PAGE, PAGE, 7, 0]
    assert len(set.union(*pages)) == 2 * PAGE + 7


def test_what_a_search_does_not_show_is_said(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first people found are shown; that there are more, and what to do, stands below them."""
    kantor = site.visitor("kantora")
    assert MORE not in unescape(kantor.send_form("peserta", cari="Siti").text)
    monkeypatch.setattr("academy.web.people_list.PAGE", 3)
    page = unescape(kantor.send_form("peserta", cari="Siti").text)
    assert page.count('href="/services/pelatihan/peserta/') == 3
    assert MORE in page
