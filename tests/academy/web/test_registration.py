"""Registering oneself: the code, the fields, the consent, the limits."""

from __future__ import annotations

import re

import pytest

from academy.people.enrolment import CONSENT_TEXT
from academy.people.models import Person
from academy.web.limits import Limiter
from academy.web.registration import NO_CONSENT, WRONG_CODE
from deployment.local.accounts import Accounts, Outcome

from .conftest import Site

GOOD = {
    "name": "siti kembang",
    "phone": "0813 9999 0001",
    "district": "36.01",
    "business": "Emping",
    "sex": "P",
    "age": "35–44",
    "sandi": "emping menes 77",
    "ulang": "emping menes 77",
    "setuju": "ya",
}


@pytest.fixture(autouse=True)
def no_waiting(site: Site) -> None:
    """Each test begins with all its tries."""
    site.app.settings |= {"codes": Limiter(free=10), "registrations": Limiter(free=60)}


def test_with_a_code_and_consent_she_has_an_account_at_once(site: Site) -> None:
    """Her name is drawn, her password is her own, and the day and the text of her consent are kept."""
    visitor = site.visitor()
    form = visitor.send_form("daftar", kode=" kode-2345 ")
    assert "Undang-Undang Nomor 27 Tahun 2022" in form.text
    page = visitor.send_page(form, "daftar", kelompok="1", **GOOD)
    assert page.status_code == 200, page.text
    name = re.findall(r'class="secret">([a-z]{6})<', page.text)[0]
    person = site.person(name)
    assert (person.display_name, person.phone) == ("Siti Kembang", "+6281399990001")
    assert (person.district, person.sex, person.age_group) == ("36.01", "P", "35–44")
    assert (person.role, person.cohort_id, person.group_id) == ("trainee", 1, 1)
    assert person.consent_day is not None
    assert person.consent_text == CONSENT_TEXT
    accounts = Accounts(site.school.accounts)
    assert accounts.role(name) == "trainee"
    assert accounts.check(name, GOOD["sandi"], "10.2.0.1").outcome is Outcome.OK
    assert name in site.visitor("mentora").get("peserta").text


@pytest.mark.parametrize("code", ["", "KODE2346", "%", "KODE2345'--", "k" * 500])
def test_a_wrong_code_opens_nothing(site: Site, code: str) -> None:
    """Nor does a form with a wrong code and all the rest."""
    visitor = site.visitor()
    for more in ({}, {**GOOD, "tahap": "2"}):
        page = visitor.send_form("daftar", **{**more, "kode": code})
        assert page.status_code == 403
        assert WRONG_CODE in page.text
        assert "2027-1" not in page.text


def test_guessing_codes_gets_slow(site: Site) -> None:
    """After ten wrong ones this address waits, with a right one too; another one does not."""
    visitor = site.visitor()
    codes = [visitor.send_form("daftar", kode=f"SALAH{n:03d}").status_code for n in range(11)]
    assert codes == [403] * 10 + [429]
    late = visitor.send_form("daftar", kode="KODE2345")
    assert late.status_code == 429
    assert 0 < int(late.headers["Retry-After"]) <= 30
    visitor.headers["X-Forwarded-For"] = "203.0.113.7, 198.51.100.9"
    assert visitor.send_form("daftar", kode="KODE2345").status_code == 200
    visitor.headers["X-Forwarded-For"] = "203.0.113.8, lokal"  # only the last is our proxy's
    assert visitor.send_form("daftar", kode="KODE2345").status_code == 429


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"setuju": ""}, NO_CONSENT),
        ({"name": "12"}, "Nama belum terbaca"),
        ({"phone": "123"}, "Nomor HP belum terbaca"),
        ({"phone": ""}, "Nomor HP dan e-mail kosong"),
        ({"email": "ani@"}, "Alamat e-mail belum terbaca"),
        ({"district": "32.73"}, "Pilih kabupaten atau kota"),
        ({"sandi": "pendek", "ulang": "pendek"}, "terlalu pendek"),
        ({"ulang": "lain sama sekali"}, "Kedua isian belum sama"),
        ({"phone": "081211110000"}, "Sudah ada akun dengan nomor"),
    ],
)
def test_a_wrong_field_is_explained_and_the_rest_stays(
    site: Site, changes: dict[str, str], said: str
) -> None:
    """Nobody is registered; what was typed is still there, the password is not."""
    visitor = site.visitor()
    form = visitor.send_form("daftar", kode="KODE2345")
    with site.store.reading() as session:
        before = session.query(Person).count()
    page = visitor.send_page(form, "daftar", **{**GOOD, "phone": "081399990077", **changes})
    assert page.status_code == 400
    assert said in page.text
    assert 'value="Emping"' in page.text
    assert GOOD["sandi"] not in page.text
    with site.store.reading() as session:
        assert session.query(Person).count() == before


def test_a_leaked_code_fills_no_database(site: Site) -> None:
    """After sixty registrations from one address it is slow."""
    site.app.settings["registrations"] = Limiter(free=1)
    visitor = site.visitor()
    form = visitor.send_form("daftar", kode="KODE2345")
    for number, status in ((2, 200), (3, 429)):
        answer = visitor.send_page(form, "daftar", **{**GOOD, "phone": f"08139999000{number}"})
        assert answer.status_code == status
