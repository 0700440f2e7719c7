"""Statements on a page in its language, and files for a bank in Indonesian."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from usaha.cash_book import CashLine, post_cash_book
from usaha.language import speaking
from usaha.periods import month_of
from usaha.statement_notes import Business
from usaha.statements import make_statements
from usaha.statements_pdf import statements_pdf
from voila_apps.parts.downloads import PDF, download_html
from voila_apps.parts.statement_pages import files_html, statements_html

CLONE = Path(__file__).resolve().parents[3]
DAY = date(2026, 10, 2)
ENTRIES, _ = post_cash_book([CashLine(DAY, "jual tunai", 1_500_000, 0)])
PERIODS = [month_of(DAY)]
SHOP = Business("Kue gipang Bu Yati")


def test_a_page_speaks_its_language(words: None) -> None:
    """Titles, rows, the period and the numbers."""
    with speaking("en"):
        page = statements_html(make_statements(ENTRIES, PERIODS))
    assert "Income statement" in page
    assert "October 2026, in rupiah" in page
    assert "<span>Sales</span><b>Rp1,500,000</b>" in page
    assert "Penjualan" not in page
    assert "<span>Penjualan</span><b>Rp1.500.000</b>" in statements_html(
        make_statements(ENTRIES, PERIODS)
    )


def test_files_are_indonesian_and_an_english_page_says_so(words: None) -> None:
    """The same PDF, byte by byte, from both pages: an Indonesian bank reads it."""
    paper = statements_pdf(make_statements(ENTRIES, PERIODS), SHOP, date(2026, 10, 31))
    link = download_html("laporan kue gipang bu yati oktober 2026.pdf", PDF, paper, "Download PDF")
    with speaking("en"):
        page = files_html(make_statements(ENTRIES, PERIODS), ENTRIES, SHOP)
    assert link in page
    assert "The files are in Indonesian on purpose" in page
    assert "bahasa" not in files_html(make_statements(ENTRIES, PERIODS), ENTRIES, SHOP)
