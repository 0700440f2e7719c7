"""A person's own page: seeing, correcting, agreeing."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from html import unescape

import pytest

from academy.lti.models import LtiSubject
from academy.people.enrolment import CONSENT_TEXT
from academy.web.own_details import NOTHING_KEPT

from .conftest import PREFIX, Site, hidden

NEW = {"name": "Siti Baru", "phone": "081255550001", "email": "", "district": "36.71"}


class Morning(datetime):
    """Three in the morning in Banten."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        """Give it."""
        return datetime(2027, 1, 4, 20, 0, tzinfo=UTC).astimezone(tz)


def test_she_corrects_her_own_details_and_nobody_elses(site: Site) -> None:
    """The page has no place for another's name: it is always her own row."""
    visitor = site.visitor("tosari")
    assert "081211110000" in visitor.get("saya").text
    page = visitor.send_form("saya", **NEW, business="Keripik", user_name="lumiga", role="operator")
    assert "Sudah disimpan" in page.text
    changed = site.person("tosari")
    assert (changed.display_name, changed.phone) == ("Siti Baru", "+6281255550001")
    assert (changed.district, changed.business, changed.role) == ("36.71", "Keripik", "trainee")
    assert site.person("lumiga").display_name == "Siti Lumiga"


def test_a_wrong_correction_changes_nothing(site: Site) -> None:
    """Another's number, no number: the sentence stands at the field, what was typed is kept."""
    visitor = site.visitor("lumiga")
    for changes in ({"phone": "081211110002"}, {"phone": ""}, {"name": ""}):
        page = visitor.send_form("saya", **{**NEW, **changes})
        assert page.status_code == 400
        assert 'aria-invalid="true"' in page.text
    assert site.person("lumiga").phone == "+6281211110001"


def test_who_has_not_agreed_is_asked(site: Site) -> None:
    """Once: the day and the text are kept."""
    with site.store.writing() as session:
        person = session.merge(site.person("kerupa"))
        person.consent_day = person.consent_text = None
    visitor = site.visitor("kerupa")
    assert visitor.send_form("saya", "saya/setuju").status_code == 400
    assert site.person("kerupa").consent_day is None
    page = visitor.send_form("saya", "saya/setuju", setuju="ya")
    assert 'action="/services/pelatihan/saya/setuju"' not in page.text
    assert site.person("kerupa").consent_text == CONSENT_TEXT


def test_who_came_from_a_campus_reads_what_goes_back(site: Site) -> None:
    """Before she agrees, and afterwards; others do not read it."""
    sentence = "Anda datang dari kampus"
    with site.store.writing() as session:
        session.add(LtiSubject(user_name="lumiga", issuer="https://k.example", subject="17"))
    assert sentence in site.visitor("lumiga").get("saya").text
    assert sentence not in site.visitor("tosari").get("saya").text


@pytest.mark.parametrize(
    ("named", "way"),
    [
        ("beranda", "/hub/"),
        ("pembukuan_03_hpp", "/hub/user-redirect/lab/tree/pelajaran/pembukuan/03_hpp.ipynb?reset"),
        ("https://lain.example", "/services/pelatihan/saya?tersimpan=ya"),
    ],
)
def test_who_came_from_her_campus_goes_on(site: Site, named: str, way: str) -> None:
    """To what she clicked there, once she has agreed; to nowhere else."""
    with site.store.writing() as session:
        person = session.merge(site.person("kerupa"))
        person.consent_day = person.consent_text = None
    visitor = site.visitor("kerupa")
    page = visitor.get("saya", params={"lanjut": named})
    fields = {**hidden(page.text, f"{PREFIX}saya/setuju"), "setuju": "ya"}
    answer = visitor.post("saya/setuju", data=fields, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, way)


def test_an_account_of_the_first_start_has_no_details(site: Site) -> None:
    """It is told so, and can change nothing."""
    site.roles["pendamping"] = "mentor"
    visitor = site.visitor("pendamping")
    assert NOTHING_KEPT in visitor.get("saya").text
    for path in ("saya", "saya/setuju", "saya/berkas"):
        answer = visitor.press(path, setuju="ya", **NEW)
        assert answer.status_code == 404
        assert NOTHING_KEPT in unescape(answer.text)


def test_she_agrees_on_the_day_that_it_is_in_banten(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Early in the morning the server's day is still the one before."""
    monkeypatch.setattr("usaha.dates.datetime", Morning)
    with site.store.writing() as session:
        session.merge(site.person("bokasi")).consent_day = None
    site.visitor("bokasi").send_form("saya", "saya/setuju", setuju="ya")
    assert site.person("bokasi").consent_day == date(2027, 1, 5)
