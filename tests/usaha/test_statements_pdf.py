"""Statements to print."""

import re
import zlib
from base64 import a85decode
from datetime import date

import pytest

from usaha.cash_book import CashLine, post_cash_book
from usaha.periods import month_of
from usaha.statement_notes import Business
from usaha.statements import make_statements
from usaha.statements_pdf import statements_pdf

DAY = date(2026, 11, 2)
BOOK = [
    CashLine(DAY, "setor modal", 1_000_000, 0),
    CashLine(DAY, "jual tunai", 1_250_000, 0),
    CashLine(DAY, "ambil pribadi", 0, 50_000),
]
NOVEMBER = month_of(DAY)


def words(pdf: bytes) -> str:
    """Give the text of a PDF of ours, as far as it stands in plain strings."""
    texts = []
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        page = zlib.decompress(a85decode(b"<~" + stream.strip(), adobe=True))
        texts += re.findall(rb"\(((?:[^()\\]|\\.)*)\) Tj", page)
    plain = b"".join(texts).decode("latin-1")
    return re.sub(r"\\(\d{3}|.)", lambda m: m[1] if len(m[1]) == 1 else chr(int(m[1], 8)), plain)


def test_prints_all_statements() -> None:
    """Titles, figures as Indonesians write them, the owner's name, and that nobody audited it."""
    made = make_statements(post_cash_book(BOOK)[0], [NOVEMBER])
    pdf = statements_pdf(made, Business("Toko <b>Ani</b> & Anak", "Ani (Bu)"), date(2026, 11, 30))
    text = words(pdf)
    for expected in (
        "Laporan Laba Rugi",
        "Laporan Posisi Keuangan",
        "Arus Kas",
        "Catatan atas Laporan Keuangan",
        "Toko <b>Ani</b> & Anak",
        "Ani (Bu)",
        "30 November 2026",
        "1.250.000",
        "(50.000)",
        "2.200.000",
        "belum diperiksa akuntan",
    ):
        assert expected in text, expected


def test_the_same_input_gives_the_same_file() -> None:
    """A page can be made again and compared."""
    made = make_statements(post_cash_book(BOOK)[0], [NOVEMBER])
    pages = [statements_pdf(made, Business("Toko"), DAY) for _ in range(2)]
    assert pages[0] == pages[1]


def test_a_page_holds_three_periods() -> None:
    """Three columns fit beside the labels; a programmer who asks for four hears of it."""
    entries, _ = post_cash_book(BOOK)
    three = make_statements(entries, [NOVEMBER] * 3)
    assert statements_pdf(three, Business("Toko"), DAY).startswith(b"%PDF-")
    with pytest.raises(ValueError, match="holds 3 periods"):
        statements_pdf(make_statements(entries, [NOVEMBER] * 4), Business("Toko"), DAY)


def test_a_long_name_wraps() -> None:
    """Whatever somebody calls a shop, it fits on the page."""
    made = make_statements(post_cash_book(BOOK)[0], [NOVEMBER])
    business = Business(
        "Toko 你好 😀\x07\ud800 " + "x" * 300 + "Toko " * 60,
        "Nama " * 40,
        "Desa " * 60,
        "emping " * 60,
    )
    pdf = statements_pdf(made, business, DAY)
    assert "Toko ?? ? ? x" in words(pdf)
