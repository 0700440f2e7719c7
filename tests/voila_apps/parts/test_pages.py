"""Sentences, rates, charts and files of the tools: escaped, well formed, with their source."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from datetime import date
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from usaha.bars import Bar
from usaha.cash_book import CashLine, post_cash_book
from usaha.periods import month_of
from usaha.rules import find_rule
from usaha.statement_notes import Business
from usaha.statements import make_statements
from voila_apps.parts.charts import svg_bars
from voila_apps.parts.downloads import CSV, download_html
from voila_apps.parts.path_charts import Stop, svg_path
from voila_apps.parts.rates import rate_line, rates_html, source_line
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.statement_pages import files_html, statements_html

CASE = date(2026, 11, 24)
EVIL = "<script>alert('Rp')</script>"


def texts(html: str) -> list[str]:
    """The words in the one chart of a page; what is not well formed fails here."""
    found = re.search(r"<svg.*</svg>", html)
    assert found
    root = ET.fromstring(found[0])
    assert root.get("role") == "img"
    assert root.get("aria-label")
    return [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_bars_have_real_text() -> None:
    """Every bar has its words and its rupiah; the widest fills the picture."""
    html = svg_bars("Uang", [Bar("a", "Bahan & kain", 800), Bar("loss", "Rugi", 400)])
    assert texts(html) == ["Bahan & kain Rp800", "Rugi Rp400"]
    assert 'width="328.0"' in html
    assert 'width="164.0"' in html
    assert "Uang: Bahan &amp; kain Rp800, Rugi Rp400." in html


def test_long_labels_are_broken_and_not_cut() -> None:
    """No word is lost, and no line is longer than a phone is wide."""
    lines = texts(svg_bars("Uang", [Bar("a", "Harga pokok barang yang terjual bulan ini", 9)]))
    assert " ".join(lines) == "Harga pokok barang yang terjual bulan ini Rp9"
    assert max(map(len, lines)) <= 34
    assert texts(svg_bars("Uang", [Bar("a", EVIL, 0)]))


def test_a_way_has_its_stations() -> None:
    """Numbers, words and results, from top to bottom."""
    html = svg_path("Jalur", [Stop("1", "Dimakan?", "Ya"), Stop("2", EVIL)])
    assert texts(html)[:3] == ["1", "Dimakan?", "Ya"]
    assert "<script" not in html


@pytest.mark.parametrize(
    "html",
    [
        result_html(EVIL, EVIL, EVIL, [EVIL], EVIL, "nama"),
        steps_html([(EVIL, EVIL, EVIL)], [EVIL], EVIL),
        next_html([EVIL], EVIL, "pembukuan/02_buku_kas"),
        rates_html([EVIL], EVIL),
        download_html(f"{EVIL}.csv", CSV, b"a", EVIL),
    ],
)
def test_her_words_never_become_markup(html: str) -> None:
    """Whatever she calls her shop is shown as she wrote it."""
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_result_says_what_counts() -> None:
    """A sentence, the important one in bold, care below, and the short form for the line on top."""
    html = result_html(
        "Emping", "Biaya Rp5.", "Anda untung Rp2.", ["Tipis."], "Untung Rp2", "harga"
    )
    assert "Biaya Rp5. <strong>Anda untung Rp2.</strong>" in html
    assert '<p class="awas">Tipis.</p>' in html
    assert 'data-ringkas="Untung Rp2"' in html
    assert 'data-ke=".isian-harga"' in html


def test_a_rate_names_its_source_and_its_day() -> None:
    """Unsure figures say so, until she writes her own."""
    rule = find_rule("pph_final_rate", CASE)
    line = rate_line("PPh final", rule)
    assert line.startswith("PPh final: 0,5%. Sumber: PP 55/2022")
    assert "berlaku sejak 20 Desember 2022" in line
    assert "Pastikan lagi" in line
    assert "Anda menggantinya dengan 0,3%." in rate_line("PPh final", rule, "0,3%")
    assert "Anda menggantinya" not in rate_line("PPh final", rule, "0,5%")
    sure = find_rule("pph_final_exempt_turnover", CASE)
    assert "Pastikan" not in rate_line("Bebas", sure)
    assert "Pastikan lagi ke dinas" in source_line("PIRT", find_rule("spp_irt_scope", CASE))


def test_a_file_is_held_by_its_link() -> None:
    """The name is safe for any phone, and the bytes are those that were made."""
    html = download_html("Laporan <Bu Ani> 11/2026.csv", CSV, b"a;b", "Unduh")
    assert 'download="laporan-bu-ani-11-2026.csv"' in html
    found = re.search(r"base64,([^\"]+)", html)
    assert found
    assert b64decode(found[1]) == b"a;b"


def test_statements_on_the_page_and_as_files() -> None:
    """Three folded statements; an Excel file that opens and a PDF."""
    day = date(2026, 11, 2)
    entries, _ = post_cash_book([CashLine(day, "jual tunai", 150_000, 0)])
    made = make_statements(entries, [month_of(day)])
    page = statements_html(made)
    assert page.count("<details") == 3
    assert "JUMLAH ASET</b><b>Rp150.000" in page
    links = re.findall(r"base64,([^\"]+)", files_html(made, entries, Business("Emping")))
    book, paper = (b64decode(link) for link in links)
    assert "Laba Rugi" in openpyxl.load_workbook(io.BytesIO(book)).sheetnames
    assert paper.startswith(b"%PDF-")
