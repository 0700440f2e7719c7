"""The statements of a month: worked by hand, explained, and safe from foolish figures."""

from __future__ import annotations

import io
from base64 import b64decode
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import openpyxl
import pytest

from tests.voila_apps.reading import DATA, Reader
from usaha.rules import find_rule

CASE = date(2026, 11, 24)


@pytest.fixture(scope="module")
def opened(open_tool: Callable[[str], dict[str, Any]]) -> Iterator[Reader]:
    """The tool, opened on the day of the case whatever today is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("usaha.dates.today", lambda: CASE)
        yield Reader(open_tool("pembuat_laporan"))


@pytest.fixture
def month(opened: Reader) -> Reader:
    """The tool with its example."""
    opened.tool.form.restart()
    return opened


def test_opens_with_a_month_worked_by_hand(month: Reader) -> None:
    """The month of the library's own test: 7,4 million before tax, 2,4 million more money."""
    assert month.answer == (
        "Uang usaha bertambah Rp2.400.000, menjadi Rp8.900.000. "
        "Oktober 2026 Anda untung Rp7.317.500 sesudah pajak."
    )
    words = month.words
    assert (
        "stok awal Rp2.400.000 + Rp17.300.000 − Rp3.000.000 (belanja, lalu sisa)|Rp16.700.000"
        in words
    )
    assert "Rp14.400.000 ÷ 48 bulan" in words
    assert "Rp31.000.000 − Rp16.700.000 − Rp6.900.000|Rp7.400.000" in words
    assert "Rp16.500.000 di atas batas bebas, kali tarif|Rp82.500" in words
    assert "Rp9.682.500 + Rp14.817.500|Rp24.500.000" in words
    assert "awas" not in month.tool.answer.value


def test_explains_why_profit_is_not_money(month: Reader) -> None:
    """Each part of the way from profit to money stands in a row."""
    assert "Piutang berubah: belum menjadi uang||-Rp900.000" in month.words
    assert "Ambilan pribadi (prive)||-Rp4.500.000" in month.words
    assert "Uang bertambah|jumlah semua di atas|Rp2.400.000" in month.words


def test_charts_are_of_her_figures(month: Reader) -> None:
    """Where the sales went, and both sides of the position."""
    sold, owned = [
        [text.text for text in svg if text.tag.endswith("text")] for svg in month.drawings()
    ]
    assert "Untung Anda Rp7.317.500" in sold
    assert owned == [
        "Harta usaha (aset) Rp24.500.000",
        "Utang (liabilitas) Rp9.682.500",
        "Bagian Anda (ekuitas) Rp14.817.500",
    ]


def test_a_loss_and_debts(month: Reader) -> None:
    """A loss is called one, so are debts above the assets and money that was never there."""
    month.put(sales="10.000.000", receivables="0", loan_before="30.000.000", loan="30.000.000",
              bank="0", counted="", sold_before="0")  # fmt: skip
    assert "Anda rugi Rp" in month.answer
    assert "Utang usaha lebih besar daripada hartanya" in month.words
    assert "uang keluar lebih banyak daripada yang ada" in month.words
    texts = [text.text for svg in month.drawings() for text in svg if text.tag.endswith("text")]
    assert any(text and text.startswith("Rugi Rp") for text in texts)


def test_profit_without_money_is_said(month: Reader) -> None:
    """The question that the lesson begins with."""
    month.put(receivables="6.100.000", counted="")
    assert "Untung, tetapi uangnya berkurang" in month.words


def test_counted_money_is_held_against_the_statements(month: Reader) -> None:
    """A gap is named with its side; an empty field asks nothing."""
    month.put(counted="8.850.000")
    assert "Uang yang Anda hitung kurang Rp50.000 daripada laporan" in month.words
    month.put(counted="")
    assert "daripada laporan" not in month.words


def test_tax_is_from_the_rules_until_she_knows_better(month: Reader) -> None:
    """The rate stands in its field with source and day; another one counts at once."""
    rule = find_rule("pph_final_rate", CASE)
    assert month.tool.form["rate"].value == "0,5"
    assert f"Tarif PPh final: 0,5%. Sumber: {rule.instrument_label}" in month.words
    assert "Pastikan lagi" in month.words
    month.put(rate="1%", free="485.000.000")
    assert "Rp31.500.000 di atas batas bebas, kali tarif|Rp315.000" in month.words
    assert "Anda menggantinya dengan 1%." in month.words
    assert "Anda menggantinya dengan Rp485.000.000." in month.words


def test_january_has_no_turnover_of_before(month: Reader) -> None:
    """What is free counts from January."""
    month.put(bulan="Januari 2026")
    assert "Januari 2026 Anda untung Rp7.400.000 sesudah pajak." in month.answer


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("bulan", "Mei 2019", "Tulis bulan dari Januari 2023 sampai Desember 2026."),
        ("bulan", "13/2026", "belum terbaca"),
        ("sales", "", "masih kosong"),
        ("sales", "-1", "Hapus tanda minusnya"),
        ("sales", "1000000000000000", "terlalu besar"),
        ("sales", "1,250.50", "Titik untuk ribuan"),
        ("wages", "banyak", "bukan angka"),
        ("tools_life", "0", "dari 1 sampai 600"),
        ("tools_life", "1,5", "bulat"),
        ("rate", "200", "dari 0 sampai 100"),
        ("stock", "20.000.000", "Sisa stok lebih besar"),
        ("receivables", "40.000.000", "Piutang ini lebih besar"),
        ("payables", "20.000.000", "Utang ini lebih besar"),
        ("tools_worn", "14.400.001", "paling banyak harga semua alat"),
        ("returns", "31.500.001", "Retur dan diskon lebih besar"),
        ("bank", "8.900.001", "Semua uang Anda menurut isian ini Rp8.900.000"),
        ("usaha", "a" * 300, "terlalu panjang"),
    ],
)
def test_foolish_input_loses_nothing(month: Reader, field: str, text: str, note: str) -> None:
    """The field says what to do, what was typed stays, and so does the last result."""
    month.put(**{field: text})
    assert note in month.notes[field]
    assert "isian dulu" in month.words
    assert "untung Rp7.317.500" in month.words
    assert month.tool.form[field].value == text


def test_a_business_of_zeros(month: Reader) -> None:
    """Nothing sold, nothing owned: a page without a traceback."""
    zeros = dict.fromkeys([*month.names["NAMES"], "sold_before"], "0")
    month.put(**zeros, counted="", usaha="")
    assert "Oktober 2026 Anda untung Rp0 sesudah pajak." in month.answer
    assert "Usaha Anda" in month.words
    assert len(month.drawings()) == 2


def test_the_largest_figures(month: Reader) -> None:
    """A million million in every field that takes it is still worked out."""
    most = dict.fromkeys(("cash_before", "sales", "sold_before"), "1.000.000.000.000")
    month.put(**most, counted="")
    assert "Anda untung Rp" in month.answer
    assert month.notes == {}


def test_excel_and_pdf_to_take_home(month: Reader) -> None:
    """Made on demand only, in memory, with her names escaped."""
    assert DATA.findall(month.html) == []
    month.put(buatkan="ya", usaha="<script>x</script>")
    links = [b64decode(link.partition(",")[2]) for link in DATA.findall(month.html)]
    sheets = openpyxl.load_workbook(io.BytesIO(links[0]))
    assert {"Laba Rugi", "Posisi Keuangan", "Jurnal"} <= set(sheets.sheetnames)
    assert links[1].startswith(b"%PDF-")
    assert "<script" not in month.html


def test_names_its_lesson(month: Reader) -> None:
    """The way back to what explains it."""
    assert "/services/belajar/pelajaran/pembukuan/06_laporan.html" in month.html
