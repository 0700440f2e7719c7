"""The office's report: the same figures on the page, in Excel and in the PDF, and nobody else's to see."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from academy.people.models import Cohort, Person
from academy.web.report import EXCEL
from tests.axe import by_day_and_night
from tests.browser.school import wait_until
from tests.chromium import launched

from .conftest import Site, _person
from .progressed import FIRST, attempt, progress_of, review

BEFORE, AFTER = "pembukuan_00_uji_awal", "pembukuan_99_uji_akhir"


@pytest.fixture(scope="module")
def crowded(site: Site) -> Site:
    """The site with forty more people in the first cohort: 20 of Lebak, 14 of Serang, 6 of Cilegon."""
    with site.store.writing() as session:
        cohort = session.query(Cohort).filter_by(name="2027-1").one()
        for number in range(40):
            person = _person(f"ramai{chr(97 + number // 26)}{chr(97 + number % 26)}", 0, None)
            person.phone = f"+6281233344{number:03d}"
            person.cohort = cohort
            person.district = "36.02" if number < 20 else "36.04" if number < 34 else "36.72"
            person.sex = "PL"[number % 2]
            session.add(person)
        names = [p.user_name for p in session.query(Person) if p.user_name.startswith("ramai")]
    with progress_of(site) as progress, progress.writing() as session:
        for number, name in enumerate(sorted(names)[:30]):
            session.add_all([attempt(name, BEFORE, 40, 9), attempt(name, AFTER, 60 + number % 7)])
            session.add_all([attempt(name, FIRST, 90), review(name, 3.0)])
    return site


def _figures(page: str) -> list[list[str]]:
    """Give the text of all lines of all tables of a page, cell by cell."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[unescape(cell) for cell in row] for row in cells if row]


def _printed(pdf: bytes) -> str:
    texts: list[bytes] = []
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        page = zlib.decompress(a85decode(b"<~" + stream.strip(), adobe=True))
        texts += re.findall(rb"\(((?:[^()\\]|\\.)*)\) Tj", page)
    text = b" ".join(texts).decode("latin-1").replace("\\226", "–")
    return re.sub(r"\\([()])", r"\1", text)


def _said(cell: Any) -> str:
    """Write a cell of Excel as its format says; a number must be one."""
    if isinstance(cell.value, str):
        return cell.value
    return f"{cell.value:.{cell.number_format.count('.0')}f}".replace(".", ",")


@pytest.mark.parametrize("scope", ["semua", "a1"])
def test_the_same_figures_in_all_three(crowded: Site, scope: str) -> None:
    """Each line of each table, cell by cell; and what is hidden is hidden in all."""
    office = crowded.visitor("kantora")
    page = office.get(f"laporan?lingkup={scope}")
    excel = office.get(f"laporan/excel?lingkup={scope}")
    pdf = office.get(f"laporan/pdf?lingkup={scope}")
    assert len(page.content) < 150_000
    shown = _figures(page.text)
    book = load_workbook(BytesIO(excel.content))
    sheets = [row for sheet in book.worksheets[1:] for row in sheet.iter_rows(3)]
    assert [[_said(cell) for cell in row if cell.value is not None] for row in sheets] == shown
    printed = _printed(pdf.content)
    for row in shown:
        figures = [cell for cell in row[1:] if not re.search("[A-Za-z]", cell)]
        assert " ".join(figures) in printed, row
    assert "–" in {cell for row in shown for cell in row}
    lead = re.search(r'role="status"><b>(.*?)</b>', page.text)
    assert lead
    assert book.worksheets[0]["A3"].value == unescape(lead[1])
    assert excel.headers["Content-Type"] == EXCEL
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert re.search(
        rf'"laporan-{scope}-\d{{4}}-\d\d-\d\d\.pdf"', pdf.headers["Content-Disposition"]
    )


def test_what_the_page_says(crowded: Site) -> None:
    """46 enrolled (forty and six of the site's own), 30 active; two of the other cohort are hidden."""
    text = unescape(crowded.visitor("kantora").get("laporan").text)
    assert "30 di antaranya aktif" in text
    assert "Nilai uji naik rata-rata 22," in text or "Nilai uji naik rata-rata 23," in text
    assert "Siti" not in text
    assert "+62" not in text
    assert '<option value="2026"' in text


def test_in_english(crowded: Site) -> None:
    """By the same click as everywhere; figures too."""
    visitor = crowded.visitor("kantora")
    visitor.get("bahasa/en?dari=laporan")
    text = visitor.get("laporan").text
    assert "What came of the training" in text
    assert "By district" in text
    assert "percentage points" in text


def test_a_scope_that_there_is_not(crowded: Site) -> None:
    """Is not found, in all three."""
    office = crowded.visitor("kantora")
    for path in ("laporan", "laporan/excel", "laporan/pdf"):
        assert office.get(f"{path}?lingkup=a4711").status_code == 404


@pytest.mark.browser
def test_nothing_keeps_anybody_from_reading_it(crowded: Site) -> None:
    """axe-core on the office's pages, by day and by night; no wider than a phone; by keys alone."""
    cookie = crowded.app.settings["hub_auth"].cookie_name
    visitor = crowded.visitor("kantora")
    value = next(each.value for each in visitor.cookies if each.name == cookie)
    with launched() as browser:
        context = browser.new_context(viewport={"width": 360, "height": 740})
        context.add_cookies([{"name": cookie, "value": str(value), "url": crowded.base}])
        page = context.new_page()
        for path in ("laporan", "angkatan", "angkatan/1"):
            page.goto(crowded.base + path)
            assert by_day_and_night(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") == 360
        page.goto(crowded.base + "laporan")
        page.locator("#lingkup").focus()
        page.keyboard.press("End")  # the last of the list: the cohort 2027-1
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/laporan?lingkup=a1")
        page.locator(".scroll").first.focus()
        page.keyboard.press("End")
        page.keyboard.press("ArrowRight")
        # Not `wait_for_function`: the page's policy lets nobody evaluate a string in it.
        moved = "document.querySelector('.scroll').scrollLeft > 0"
        wait_until("the table moves", lambda: page.evaluate(moved), 20)
