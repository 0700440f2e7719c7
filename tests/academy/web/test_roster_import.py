"""Registering from a file: a messy list, mended in the page, accepted, and nothing at a second time."""

from __future__ import annotations

import asyncio
import re
from html import unescape
from typing import Any

import pytest

from academy.people.enrolment import Plan
from academy.people.models import Group, Person
from academy.people.roster import Written
from academy.people.store import Store
from academy.web import drafts
from academy.web.drafts import Draft
from academy.web.registering import register
from academy.web.rights import Viewer
from academy.web.roster_import import GONE, NO_FILE, NOBODY, OTHER_LIST
from deployment.local.accounts import Accounts, Outcome
from deployment.local.school import School
from tests.academy.people import messy

from .conftest import Site, Visitor

RIGHT = {
    "phone": "0812-7000-0011",
    "name": "Siti Kesepuluh",
    "district": "Kota Serang",
    "sex": "P",
    "age": "34",
}
PROBLEM_AT = ("phone", "phone", "name", "district", "sex", "age")


def upload(visitor: Visitor, data: bytes, **fields: str) -> str:
    """Send a file; gives the page that follows."""
    files = {"berkas": ("daftar.xlsx", data)}
    page = visitor.send_form("impor", angkatan="2027-1", kelompok="", files=files, **fields)
    return unescape(page.text)


def wrong_rows(page: str) -> dict[int, str]:
    """Read what the page says of each wrong row."""
    found = re.findall(r'id="b(\d+)-salah">(.*?)</div></div>', page, re.DOTALL)
    return {int(line): re.sub(r"<[^>]+>", "", said) for line, said in found}


def fields_of(page: str) -> dict[str, str]:
    """Read the rows' fields as a browser would send them back."""
    return dict(re.findall(r'type="text" id="(b\d+-[a-z]+)"[^>]*? value="([^"]*)"', page))


@pytest.fixture
def office(site: Site) -> Visitor:
    """Somebody of the office."""
    return site.visitor("kantora")


def test_a_messy_list_is_mended_in_the_page_and_accepted(site: Site, office: Visitor) -> None:
    """200 people, 6 rows in error; afterwards all have a login, and the same file changes nothing."""
    data = messy.workbook(messy.with_mistakes(messy.people()))
    page = upload(office, data)
    assert "194 orang" in page
    said = wrong_rows(page)
    assert sorted(said) == [at + messy.ABOVE + 1 for at in messy.WRONG]
    assert len(page.encode()) < 150_000
    form = fields_of(page)
    for line, field in zip(sorted(said), PROBLEM_AT, strict=True):
        form[f"b{line}-{field}"] = RIGHT[field].replace("0011", f"{line:04d}")
    page = unescape(office.send_form("impor/periksa", aksi="periksa", **form).text)
    assert wrong_rows(page) == {}
    assert "200 orang" in page

    page = office.send_form("impor/periksa", aksi="daftarkan").text
    sheets = re.findall(r'href="/services/pelatihan/(impor/kartu/kartu-[a-z0-9-]+)"', page)
    shown = "".join(office.get(sheet).text for sheet in sheets)
    logins = re.findall(
        r"<b>([a-z]{6})</b></p>\n<p>Kata sandi sekali pakai:<br><b>(.+?)</b>", shown
    )
    assert len(dict(logins)) == 200
    name, password = logins[-1]
    accounts = Accounts(site.school.accounts)
    assert accounts.check(name, password, "10.0.0.9").outcome is Outcome.MUST_CHANGE
    with site.store.reading() as session:
        assert session.query(Person).count() == 207

    page = upload(office, data)
    assert re.search(r"Baru, siap didaftarkan</dt><dd><b>0 orang", page)
    assert re.search(r"Sudah terdaftar, tidak berubah</dt><dd>194 orang", page)
    with site.store.reading() as session:
        assert session.query(Person).count() == 207


def test_what_is_wrong_is_in_front_and_the_rest_is_folded(office: Visitor) -> None:
    """Where a number is another person's too, nothing is folded: who of them is wrong, no machine knows."""
    page = upload(
        office,
        b"Nama;No HP;Kab/Kota\nAni;0813;Lebak\nBu Euis;081355550009;Lebak\nIda;081355550009;Lebak\n",
    )
    first, second = re.findall(r"<fieldset>.*?</fieldset>", page, re.DOTALL)
    shown, _, folded = first.partition("<details>")
    assert re.findall(r'name="b2-([a-z]+)"', shown) == ["phone"]
    assert len(re.findall(r'name="b2-([a-z]+)"', folded)) == 9  # the box to leave it out, too
    assert "Baris 2: Ani" in shown
    assert "<details>" not in second
    assert len(re.findall('type="text"', second)) == 9


def test_a_mentors_new_group_is_hers_and_a_strangers_is_refused(site: Site) -> None:
    """Row 2 goes into a group of her own making, row 3 into another mentor's: that one is wrong."""
    lines = (
        "Nama;No HP;Kab/Kota;Kelompok;Angkatan",
        "Ani Lestari;081311110001;Lebak;Kenanga;2027-2",
        "Budi Kurnia;081311110002;Lebak;Melati;2027-2",
    )
    mentor = site.visitor("mentora")
    page = upload(mentor, "\n".join(lines).encode())
    assert list(wrong_rows(page)) == [3]
    assert "bukan kelompok Anda" in wrong_rows(page)[3]
    page = mentor.send_form("impor/periksa", aksi="daftarkan", **fields_of(page)).text
    assert "1 baris yang belum didaftarkan" in page
    with site.store.reading() as session:
        assert session.query(Group).filter_by(name="Kenanga").one().mentor == "mentora"
        people = session.query(Person).filter(Person.phone.startswith("+6281311110")).all()
    assert [person.display_name for person in people] == ["Ani Lestari"]
    assert "Ani Lestari" in mentor.get("peserta").text
    assert "Ani Lestari" not in site.visitor("mentorb").get("peserta").text


def test_a_row_can_be_left_out_and_a_list_thrown_away(site: Site, office: Visitor) -> None:
    """Nothing of either is registered."""
    page = upload(office, b"Nama;No HP;Kab/Kota\nAni;0813;Lebak\n")
    ticked = {**fields_of(page), "b2-lewati": "ya"}
    page = unescape(office.send_form("impor/periksa", aksi="periksa", **ticked).text)
    assert wrong_rows(page) == {}
    assert office.send_form("impor/periksa", aksi="buang").url.endswith("/impor")
    gone = office.get("impor/periksa")
    assert gone.status_code == 410
    assert GONE in unescape(gone.text)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", NO_FILE),
        (b"\x89PNG\r\n\x1a\n", "Berkas ini gambar, bukan tabel"),
        (b"Nama;Kota\nAni;Lebak\n", "Kolom"),
        (b"Nama;No HP;Kota\n(1);(2);(3)\n", NOBODY),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(office: Visitor, data: bytes, said: str) -> None:
    """Nothing, a picture, a table without phone numbers, a list of nobody."""
    assert said in upload(office, data)


def test_everybody_has_a_list_of_her_own(site: Site, office: Visitor) -> None:
    """Another's list cannot be seen, however the address is guessed."""
    upload(office, b"Nama;No HP;Kab/Kota\nAni;0813;Lebak\n")
    assert site.visitor("mentorb").get("impor/periksa").status_code == 410
    assert site.visitor("tosari").get("impor/periksa").status_code == 403


def test_what_was_not_shown_is_not_registered(site: Site, office: Visitor) -> None:
    """A page of an earlier list, still open in another window, does nothing to the later one."""
    upload(office, b"Nama;No HP;Kab/Kota\nAni Lama;081355550001;Lebak\n")
    earlier = office.get("impor/periksa")
    upload(office, b"Nama;No HP;Kab/Kota\nBudi Baru;081355550002;Lebak\n")
    refused = office.send_page(earlier, "impor/periksa", aksi="daftarkan")
    assert refused.status_code == 409
    assert OTHER_LIST in unescape(refused.text)
    assert "Budi Baru" in office.get("impor/periksa").text
    with site.store.reading() as session:
        assert not session.query(Person).filter_by(phone="+6281355550002").count()


def test_a_list_that_came_meanwhile_is_kept(
    site: Site, office: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left of the one that was being registered does not take its place."""
    later = Draft((Written(2, {"name": "Candra"}),), "2027-1")

    def slow(school: School, store: Store, draft: Draft, viewer: Viewer) -> Draft:
        rest = register(school, store, draft, viewer)
        site.app.settings["drafts"].put(viewer.name, later)
        return rest

    upload(office, b"Nama;No HP;Kab/Kota\nAni;0813;Lebak\n")
    monkeypatch.setattr("academy.web.roster_import.register", slow)
    office.send_form("impor/periksa", aksi="daftarkan")
    assert site.app.settings["drafts"].of("kantora") is later


def test_a_long_list_is_judged_apart(
    site: Site, office: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands of rows take seconds, in which other people's pages go on."""
    busy: list[bool] = []
    original = drafts.plan

    def plan(*args: Any) -> Plan:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            busy.append(False)
        else:
            busy.append(True)
        return original(*args)

    monkeypatch.setattr(drafts, "plan", plan)
    assert "Ani" in upload(office, b"Nama;No HP;Kab/Kota\nAni Lestari;081355550003;Lebak\n")
    assert busy == [False]
