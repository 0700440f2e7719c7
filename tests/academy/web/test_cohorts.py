"""Cohorts in the browser: the office makes and changes them, a mentor looks, nobody else sees them."""

from __future__ import annotations

from datetime import date

import pytest

from academy.people import cohorts as rules
from academy.people.models import Cohort, Group
from academy.web.cohorts import TAKEN
from academy.web.words import english

from .conftest import Site

DAYS = {"mulai": "2027-01-04", "selesai": "2027-04-03"}


def _cohort(site: Site, name: str) -> Cohort:
    with site.store.reading() as session:
        found = session.query(Cohort).filter_by(name=name).one()
        found.dues  # noqa: B018 (read while the database is open)
        return found


def _number(site: Site, name: str = "2027-1") -> int:
    return _cohort(site, name).id


def test_a_cohort_from_nothing(site: Site) -> None:
    """Made with a code, days for two parts, a group with its mentor; the code ended and made anew."""
    office = site.visitor("kantora")
    page = office.send_form("angkatan", "angkatan/baru", nama=" 2028-1 ", **DAYS)
    assert page.url.endswith(f"angkatan/{_number(site, '2028-1')}")
    first = _cohort(site, "2028-1")
    assert first.open_code in page.text
    assert (first.starts, first.ends) == (date(2027, 1, 4), date(2027, 4, 3))
    at = f"angkatan/{first.id}"
    dues = {"pembukuan_03_hpp": "2027-01-20", "rintisan_99_uji_akhir": "2027-04-03"}
    page = office.send_form(at, f"{at}/hari", **DAYS, **dues)
    assert 'value="2027-01-20"' in page.text
    assert {d.assignment: d.day.isoformat() for d in _cohort(site, "2028-1").dues} == dues
    page = office.send_form(at, f"{at}/kelompok", kelompok="Kenanga")
    with site.store.reading() as session:
        group = session.query(Group).filter_by(name="Kenanga").one().id
    page = office.send_form(at, f"{at}/pendamping", pendamping="mentora", yang=str(group))
    assert '<td data-label="Pendamping">Siti Mentora</td>' in page.text
    with site.store.reading() as session:
        assert session.get(Group, group).mentor == "mentora"  # type: ignore[union-attr]
    page = office.send_form(at, f"{at}/kode", kode="akhiri")
    assert first.code not in page.text
    assert "Kode sudah diakhiri" in page.text
    assert first.code not in office.get("peserta").text
    page = office.send_form(at, f"{at}/kode", kode="baru")
    assert _cohort(site, "2028-1").open_code in page.text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"nama": ""}, "Beri angkatan nama"),
        ({"nama": "x" * 81}, "Beri angkatan nama"),
        ({"nama": "2027-1"}, TAKEN),
        ({"nama": "baru", "selesai": "2027-01-03"}, rules.ENDS_FIRST),
        ({"nama": "baru", "mulai": "besok"}, rules.NO_DAY),
    ],
)
def test_what_cannot_be_made(site: Site, fields: dict[str, str], sentence: str) -> None:
    """A sentence at the field, what was typed still there, nothing made."""
    office = site.visitor("kantora")
    page = office.send_form("angkatan", "angkatan/baru", **{**DAYS, **fields})
    assert page.status_code == 400
    assert sentence in page.text
    assert f'value="{fields["nama"]}"' in page.text
    with site.store.reading() as session:
        assert session.query(Cohort).filter_by(name="baru").count() == 0


def test_what_cannot_be_changed(site: Site) -> None:
    """A day outside of the cohort, a group twice, somebody who is no mentor, a group of elsewhere."""
    office, at = site.visitor("kantora"), f"angkatan/{_number(site)}"
    days = {"mulai": "2026-11-02", "selesai": "2099-04-03"}
    page = office.send_form(at, f"{at}/hari", **days, pembukuan_03_hpp="2026-11-01")
    assert page.status_code == 400
    assert rules.OUTSIDE in page.text
    assert 'value="2026-11-01"' in page.text
    page = office.send_form(at, f"{at}/kelompok", kelompok="Mawar")
    assert rules.THERE in page.text
    with site.store.reading() as session:
        group = str(session.query(Group).filter_by(name="Mawar").one().id)
    for nobody in ("tosari", "kantora", "hantua"):
        page = office.send_form(at, f"{at}/pendamping", pendamping=nobody, yang=group)
        assert (page.status_code, rules.NO_MENTOR in page.text) == (400, True)
    page = office.send_form(at, f"{at}/pendamping", pendamping="mentora", yang="4711")
    assert page.status_code == 400
    assert _cohort(site, "2027-1").dues == []


def test_a_mentor_looks(site: Site) -> None:
    """At her groups' cohorts, without a form; each deed is refused, with a token in order."""
    mentor, mine = site.visitor("mentora"), _number(site)
    other = _number(site, "2027-2")
    text = mentor.get("angkatan").text
    assert "2027-1" in text
    assert "2027-2" not in text
    text = mentor.get(f"angkatan/{mine}").text
    assert "KODE2345" in text
    assert "<form" not in text
    assert mentor.get(f"angkatan/{other}").status_code == 403
    for deed in ("hari", "kode", "kelompok", "pendamping"):
        for name in ("mentora", "tosari", "tamutak", ""):
            assert site.visitor(name).press(f"angkatan/{mine}/{deed}").status_code == 403
    assert mentor.press("angkatan/baru", nama="x", **DAYS).status_code == 403
    assert _cohort(site, "2027-1").code == "KODE2345"


def test_the_rules_sentences_have_their_english() -> None:
    """They stand in another module than the pages."""
    texts = {rules.NO_DAY, rules.ENDS_FIRST, rules.OUTSIDE, rules.NO_MENTOR, rules.NO_NAME}
    assert texts | {rules.THERE} <= set(english())
