"""The workbook: its formulas, worked out independently, give what Python gives."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.usaha.books import FIRST, cash_lines
from tests.usaha.formulas import Spreadsheet
from usaha.adjustments import Tool, cost_of_goods_entry, depreciation_entry
from usaha.cash_book import CashLine, post_cash_book
from usaha.journal import Entry, opening_entry
from usaha.ledger import closing_entries
from usaha.periods import Period, month_of
from usaha.statement_notes import Business, make_notes
from usaha.statements import Statement, make_statements
from usaha.statements_workbook import statements_workbook

OCTOBER, NOVEMBER = month_of(date(2026, 10, 1)), month_of(date(2026, 11, 1))
BUSINESS = Business("=Toko & Anak", "Imas", "Menes", "emping")


def two_months() -> list[Entry]:
    """Opening, both months with stock and wear, and October closed."""
    opening = opening_entry(OCTOBER.first, {1101: 700_000, 1501: 360_000, 2101: 100_000})
    assert opening is not None
    entries = [opening]
    for month in (OCTOBER, NOVEMBER):
        day = month.first
        lines = [
            CashLine(day, "beli melinjo", 0, 400_000, line=1),
            CashLine(day, "jual tunai", 900_000 + day.month, 0, line=2),
            CashLine(day, "jual Shopee biaya 17.000", 200_000, 0, line=3),
            CashLine(day, "=HYPERLINK(1)\x07 ambil pribadi", 0, 50_000, line=4),
            CashLine(day, "setor tunai ke bank", 0, 80_000, line=5),
            CashLine(month.last, "angsuran KUR bunga 9.000", 0, 59_000, line=6),
        ]
        entries += post_cash_book(lines)[0]
        stock, _ = cost_of_goods_entry(entries, {1301: 90_000}, month.last)
        wear = depreciation_entry([Tool("Wajan", 360_000, day, 36)], month)
        entries += [each for each in (stock, wear) if each]
    return [*entries, *closing_entries(entries, OCTOBER.last)]


def opened(entries: list[Entry], periods: list[Period]) -> Workbook:
    """Write a workbook and open it again."""
    return load_workbook(BytesIO(statements_workbook(entries, periods, BUSINESS)))


def figures(book: Workbook, sheet: str, columns: int) -> dict[str, tuple[Any, ...]]:
    """Give what the formulas of a statement give, by label, as in its columns."""
    spreadsheet = Spreadsheet(book)
    rows = {}
    for row in range(4, book[sheet].max_row + 1):
        label = book[sheet].cell(row, 1).value
        values = tuple(spreadsheet.value(sheet, row, 2 + i) for i in range(columns))
        if label and any(value is not None for value in values):
            rows[str(label)] = values
    return rows


def expected(statement: Statement) -> dict[str, tuple[int, ...]]:
    """Give the same from Python."""
    return {row.label: row.amounts for row in statement.rows if row.amounts}


@pytest.mark.parametrize("entries", [two_months(), []], ids=["two months", "nothing"])
def test_formulas_and_python_agree(entries: list[Entry]) -> None:
    """Every figure of the three statements, in both columns, and the rows that must be zero."""
    periods = [OCTOBER, NOVEMBER]
    made, book = make_statements(entries, periods), opened(entries, periods)
    sheets = {
        "Laba Rugi": made.income,
        "Posisi Keuangan": made.position,
        "Arus Kas": made.cash_flow,
    }
    for sheet, statement in sheets.items():
        shown = figures(book, sheet, len(periods))
        assert expected(statement).items() <= shown.items()
        assert all(not any(shown[label]) for label in shown.keys() - expected(statement).keys())
    assert figures(book, "Posisi Keuangan", 2)["Selisih (harus 0)"] == (0, 0)
    assert figures(book, "Arus Kas", 2)["Selisih (harus 0)"] == (0, 0)


def test_trial_balance_agrees() -> None:
    """The debits and credits of every source but money moved add up to nothing."""
    book = opened(two_months(), [OCTOBER, NOVEMBER])
    sheet, last = book["Neraca Saldo"], book["Neraca Saldo"].max_row
    spreadsheet = Spreadsheet(book)
    for column in (3, 4, 5, 8, 9, 10):
        assert sheet.cell(5, column).value in {"Saldo awal", "Mutasi", "Saldo akhir"}
        assert spreadsheet.value("Neraca Saldo", last, column) == 0


def test_compares_the_periods() -> None:
    """With two periods there is a change and a share, by formula."""
    book = opened(two_months(), [OCTOBER, NOVEMBER])
    spreadsheet, sheet = Spreadsheet(book), book["Laba Rugi"]
    assert [sheet.cell(3, column).value for column in (4, 5)] == ["Perubahan", "Persen"]
    assert sheet.cell(5, 1).value == "Penjualan"
    before, after, change, share = (spreadsheet.value("Laba Rugi", 5, c) for c in (2, 3, 4, 5))
    assert (change, share) == (after - before, (after - before) / before)
    assert opened(two_months(), [NOVEMBER])["Laba Rugi"].cell(3, 3).value is None


def test_notes_are_formulas_too() -> None:
    """Every figure of the notes is worked out from the trial balance and right."""
    entries, periods = two_months(), [OCTOBER, NOVEMBER]
    book = opened(entries, periods)
    spreadsheet, sheet = Spreadsheet(book), book["Catatan"]
    titles = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    for note in make_notes(make_statements(entries, periods), BUSINESS):
        start = titles[f"{note.number}. {note.title}"]
        for place, row in enumerate(note.table.layout if note.table else (), start=start + 1):
            assert sheet.cell(place, 1).value == row.label
            shown = tuple(spreadsheet.value("Catatan", place, column) for column in (2, 3))
            assert note.table is not None
            assert shown == (note.table.amount(row.key, 0), note.table.amount(row.key, 1))


def test_words_stay_words() -> None:
    """No text of the owner becomes a formula, and characters that break files are left out."""
    book = opened(two_months(), [NOVEMBER])
    words = [cell for cell in book["Jurnal"]["C"] if "HYPERLINK" in str(cell.value)]
    assert words
    assert {(cell.data_type, cell.value) for cell in words} == {
        ("s", "=HYPERLINK(1) ambil pribadi")
    }
    assert book["Baca Dulu"]["A1"].value == "Laporan keuangan =Toko & Anak"
    formulas = [c for row in book["Jurnal"].iter_rows() for c in row if c.data_type == "f"]
    assert formulas == []


@settings(max_examples=10)  # a workbook each
@given(st.lists(cash_lines(), max_size=12))
def test_any_cash_book_agrees(lines: list[CashLine]) -> None:
    """Whatever somebody wrote: the workbook says what Python says."""
    entries, _ = post_cash_book(lines)
    half = Period(FIRST, date(2026, 6, 30))
    made, book = make_statements(entries, [half]), opened(list(entries), [half])
    assert expected(made.position).items() <= figures(book, "Posisi Keuangan", 1).items()
    assert expected(made.cash_flow).items() <= figures(book, "Arus Kas", 1).items()
