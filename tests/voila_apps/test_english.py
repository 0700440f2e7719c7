"""English by a click: the whole page, its numbers, and what is typed into it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import by_day_and_night
from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]
# Every text of a page that has a word in it, with the names of fields for those who listen. Money
# and months that have one name in both languages are no words; nor is a month's first letter.
TEXTS = """
() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walk.nextNode()) found.add(walk.currentNode.data.trim());
  for (const name of ["aria-label", "aria-description", "alt", "title", "placeholder"])
    for (const each of document.querySelectorAll(`[${name}]`)) found.add(each.getAttribute(name));
  return [...found].filter((text) => /[a-z]{2}/i.test(text.replace(/Rp[\\d.,]+|April|September|November/g, "")));
}
"""
# Words of a drawing that go beyond its edge.
BEYOND = """
() => [...document.querySelectorAll(".gambar svg text")]
  .filter((text) => text.getBBox().x + text.getBBox().width > text.ownerSVGElement.viewBox.baseVal.width)
  .map((text) => text.textContent)
"""
SAME = {"kg"}  # in both languages
TOOLS = {
    "buku_kas": {"Kue gipang Bu Yati, Cilegon"},
    "harga_lokapasar": {"Sepatu Pak Dedi, Curug"},
    "kalender_pajak": {"Sate bandeng Ibu Ratu, Serang"},
    "kalkulator_hpp": {"Emping melinjo Menes"},
    "pemandu_izin": {"Rangginang Bu Wiwin, Pandeglang"},
    "peta_pembeli": {"Nov 2025"},
    "pembuat_laporan": {"Sate bandeng Bu Encum"},
    "pemeriksa_iklan": {"Selendang tenun Ibu Sarci, Leuwidamar"},
    "simulasi_kur": {"Gula aren Pak Sarta, Sobang"},
    "titik_impas": {"Nasi bakar Bu Neneng, Cilegon"},
}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone that has opened nothing yet."""
    with chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield context.new_page()


@pytest.mark.parametrize("tool", TOOLS)
def test_no_text_is_the_same_in_both(page: Page, service: Service, tool: str) -> None:
    """A text that both pages show was forgotten, but for names of goods and units; no barrier either."""
    page.goto(service.page(tool))
    expect(page.locator(".jawaban")).to_be_visible()
    indonesian = set(page.evaluate(TEXTS))
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    english = set(page.evaluate(TEXTS))
    assert len(english) > 50
    assert indonesian & english <= SAME | TOOLS[tool]
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(BEYOND) == []
    assert by_day_and_night(page) == []
    page.get_by_role("link", name="Indonesia", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "id")


def test_numbers_are_typed_and_answered_in_english(page: Page, service: Service) -> None:
    """Also by a kernel; a number with two readings is refused; each language keeps its own values."""
    page.goto(service.page("kalkulator_hpp.en"))
    price = page.locator(".isian-price input")
    price.fill("18.000")
    price.dispatch_event("change")
    expect(page.locator(".kepala-price .masalah")).to_have_text(
        '"18.000" can be read in two ways. Write 18,000 for thousands, or 18 for a decimal.'
    )
    expect(page.locator(".perbaiki")).to_contain_text("Fields to mend: 1")
    price.fill("18,000.50")
    price.dispatch_event("change")
    expect(page.locator(".jawaban")).to_contain_text("At a price of Rp18,001 you earn Rp5,218")
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_role("dialog")).to_contain_text("Selling price of one pack (Rp): 18,000.50")
    page.goto(service.page("kalkulator_hpp"))
    expect(page.locator(".isian-price input")).to_have_value("16.000")


def test_files_are_read_as_here(page: Page, service: Service) -> None:
    """A book in Indonesian on the English page: its numbers, days and words, answered in English."""
    book = (
        "Tanggal;Keterangan;Masuk;Keluar\n"
        "2/11/2026;jual tunai;1,5 juta;\n"
        "3 Nopember 2026;angsuran KUR bunga 45.000;;300.000\n"
        "kemarin;arisan;;5.000\n"
    )
    page.goto(service.page("buku_kas.en"))
    upload = page.locator(".isian-berkas input[type=file]")
    upload.set_input_files({"name": "buku.csv", "mimeType": "text/csv", "buffer": book.encode()})
    answer = page.locator(".hasil")
    expect(answer).to_contain_text(
        "From the file buku.csv: by the book your business has Rp1,700,000."
    )
    expect(answer).to_contain_text('Line 4: The date "kemarin" cannot be read.')
    expect(page.locator(".gambar").last).to_contain_text("Interest Rp45,000")


def test_a_tool_without_all_its_english_has_no_page_in_it(page: Page, service: Service) -> None:
    """It is not there, and nothing leads to it."""
    answer = page.goto(service.page("semua.en"))
    assert answer
    assert answer.status == 404
    page.goto(service.page("semua"))
    assert page.locator(".bahasa").count() == 0
