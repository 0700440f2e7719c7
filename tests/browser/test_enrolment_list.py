"""An office's list of 200 people, mended and accepted by a mentor; the office's report of them on paper."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from academy.people import contacts, roster, traits
from academy.web.navigation import OPERATOR, items_for
from tests.academy.people import messy
from tests.browser.conftest import COHORT, GROUP
from tests.browser.mentor import Mentor
from tests.browser.people import phone, type_login
from tests.browser.school import School
from tests.paper import words_on
from usaha.districts import read_district

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

TRAINING = "/services/pelatihan/"
SMALL = {"width": 360, "height": 740}
# What is wrong in which row, the field that mends it, and what is written there.
MENDED: dict[int, tuple[str, str, str]] = {
    11: (contacts.ROUNDED, "Nomor HP", "0812-7000-0011"),
    37: (roster.NO_CONTACT, "Nomor HP", "0812-7000-0037"),
    60: ("Nama kosong. Tulis nama lengkap.", "Nama", "Siti Kesepuluh"),
    101: ('"Serang" dapat berarti Kab. Serang atau Kota Serang.', "Kabupaten/kota", "Kota Serang"),
    150: (traits.NOT_SEX.format("?"), "L atau P", "P"),
    199: (traits.NOT_AGE.format("abc"), "Umur", "34"),
}


def line(at: int) -> int:
    """The number of a row as Excel shows it."""
    return at + messy.ABOVE + 1


def mended() -> list[list[Any]]:
    """The list with its six rows put right, as the office would save it."""
    rows = messy.with_mistakes(messy.people())
    for at, (_, _, right) in MENDED.items():
        rows[at][messy.WRONG[at][0]] = right
    return rows


def upload(page: Page, school: School, rows: list[list[Any]]) -> None:
    """Choose the file and send it; gives what is found in it."""
    page.goto(f"{school.address}{TRAINING}impor")
    file = {"name": "daftar peserta.xlsx", "mimeType": "", "buffer": messy.workbook(rows)}
    page.get_by_label("Berkas Excel (.xlsx) atau CSV").set_input_files([file])  # type: ignore[list-item]
    page.get_by_label("Angkatan").select_option(COHORT)
    page.get_by_label("Kelompok").fill(GROUP)
    page.get_by_role("button", name="Periksa berkas").click()
    expect(page.get_by_role("heading", name="Periksa daftar")).to_be_visible()


def found(page: Page) -> dict[str, str]:
    """Read what the page counts."""
    terms, numbers = (page.get_by_role("status").locator(part) for part in ("dt", "dd"))
    return dict(zip(terms.all_inner_texts(), numbers.all_inner_texts(), strict=True))


def row(page: Page, at: int) -> Locator:
    """The fields of a row in error."""
    return page.get_by_role("group", name=re.compile(rf"^Baris {line(at)}\b"))


def card_of(page: Page, name: str) -> list[str]:
    """Look through the sheets of cards for somebody's; gives her user name and one-time password."""
    sheets = page.get_by_role("link", name="Buka untuk dicetak")
    for number in range(sheets.count()):
        sheets.nth(number).click()
        card = page.locator(".card", has_text=name)
        if card.count():
            return card.locator("b").all_inner_texts()
        page.go_back()
    raise LookupError(name)


def test_six_rows_of_two_hundred_are_mended_in_the_page(
    school: School, browser: Browser, mentor: Mentor, code: str, shots: object
) -> None:
    """On a phone: each with its number and its reason; then all are there, and their cards let them in."""
    page = mentor.page.context.new_page()
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    upload(page, school, messy.with_mistakes(messy.people()))
    assert found(page)["Baru, siap didaftarkan"] == "194 orang"
    assert found(page)["Perlu diperbaiki"] == "6 baris"
    legends = page.locator("fieldset legend").all_inner_texts()
    assert [legend.partition(":")[0] for legend in legends] == [
        f"Baris {line(at)}" for at in MENDED
    ]
    page.screenshot(path=f"{shots}/daftar-periksa.png", full_page=True)
    for at, (why, label, right) in MENDED.items():
        expect(row(page, at)).to_contain_text(why)
        row(page, at).get_by_label(label).fill(right)
    page.get_by_role("button", name="Simpan perbaikan").click()
    expect(page.get_by_text("200 orang", exact=True)).to_be_visible()
    assert found(page)["Perlu diperbaiki"] == "0 baris"
    page.get_by_role("button", name="Daftarkan 200 orang").click()
    expect(page.get_by_role("heading", name="Kartu masuk")).to_be_visible(timeout=180_000)
    page.screenshot(path=f"{shots}/daftar-kartu.png", full_page=True)

    name, once = card_of(page, MENDED[60][2])
    hers = phone(browser)
    type_login(hers, school.address, name, once)
    expect(hers.get_by_role("heading", name="Buat kata sandi Anda")).to_be_visible()
    hers.context.close()

    page.goto(f"{school.address}{TRAINING}peserta")
    page.get_by_text("Saring dan cari").click()
    in_groups = 0
    for group in messy.GROUPS:
        page.get_by_label("Kelompok").select_option(group)
        page.get_by_role("button", name="Tampilkan").click()
        in_groups += int(page.get_by_role("status").inner_text().split()[0])
    assert in_groups >= 200
    page.close()
    log = school.files.log.read_text(encoding="utf-8", errors="replace")
    assert "Kesepuluh" not in log


def test_the_mended_file_changes_nothing(school: School, mentor: Mentor) -> None:
    """The same people, put right in the file too, and sent once more."""
    page = mentor.page.context.new_page()
    upload(page, school, mended())
    said = found(page)
    assert said["Baru, siap didaftarkan"] == "0 orang"
    assert said["Sudah terdaftar, tidak berubah"] == "200 orang"
    assert said["Perlu diperbaiki"] == "0 baris"
    expect(page.get_by_text("Tidak ada yang berubah")).to_be_visible()
    page.get_by_role("button", name="Buang daftar ini").click()
    # Closed on its way to another page, Chromium at times never says that it is closed.
    expect(page.get_by_role("button", name="Periksa berkas")).to_be_visible()
    page.close()


def test_the_offices_report_on_paper(school: School, office: Page, shots: object) -> None:
    """The browser's own print: its numbers are those of the list, and no link is on the paper."""
    office.goto(f"{school.address}{TRAINING}")
    office.get_by_role("link", name="Laporan", exact=True).click()
    office.get_by_label("Angkatan atau masa").select_option(f"Angkatan {COHORT}")
    office.get_by_role("button", name="Tampilkan").click()
    shown = [line.all_inner_texts() for line in _lines(office)]
    file = office.pdf(format="A4")
    for number, sheet in enumerate(pypdfium2.PdfDocument(file)):
        sheet.render(scale=1).to_pil().save(f"{shots}/laporan-cetak-{number}.png")
    office.set_viewport_size(SMALL)  # type: ignore[arg-type]
    office.screenshot(path=f"{shots}/laporan.png", full_page=True)
    office.set_viewport_size({"width": 1280, "height": 800})

    printed = words_on(file)
    districts = [read_district(str(people[3]))[0] for people in mended()]
    expected = Counter(district.name for district in districts if district)
    enrolled = {cells[0]: cells[1] for cells in shown}
    registered = sum(expected.values())
    assert registered == 200
    assert int(enrolled["Jumlah"]) - registered in {0, 1}, "who registered herself may be there too"
    for name, number in expected.items():
        assert int(enrolled[name]) - number in {0, 1}, name
    for cells in shown:
        assert " ".join(cells) in " ".join(printed.split()), "no column is cut off"
    links = {item.label for item in items_for(OPERATOR)} - {
        "Nilai"
    }  # the first word of a column too
    links |= {"Keluar", "EN", "Langsung ke isi", "Tampilkan", "Unduh Excel Unduh PDF"}
    assert links & {text.strip() for text in printed.splitlines()} == set()


def _lines(page: Page) -> list[Locator]:
    table = page.get_by_role("region", name="Menurut kabupaten/kota")
    return [line.locator("th, td") for line in table.locator("tbody tr").all()]
