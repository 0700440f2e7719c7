"""Statements as an Excel workbook in which every figure is a formula down to the journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from usaha.dates import format_date
from usaha.ledger_sheets import LedgerSheets
from usaha.statement_layouts import CASH_FLOW, INCOME, POSITION, Layout, LayoutRow
from usaha.statement_notes import Business, Note, make_notes
from usaha.statements import make_statements
from usaha.workbook_cells import SHARE_FORMAT, Look, letter, new_sheet, number_cell, text_cell

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from usaha.journal import Entry
    from usaha.periods import Period

_LINE_HEIGHT: Final = 15  # points, for the usual letters of 11 points
_LINE_LENGTH: Final = 68  # letters in a column that is 70 wide
_GUIDE: Final = (
    "Angka di laporan ini adalah rumus. Klik sebuah angka untuk melihat asalnya.",
    "Jurnal: semua transaksi. Neraca Saldo: jurnal dijumlahkan per akun.",
    "Laba Rugi, Posisi Keuangan, Arus Kas, dan Catatan mengambil angkanya dari Neraca Saldo.",
    "Baris Selisih harus nol. Jika tidak, ada baris jurnal yang diubah sebelah saja.",
    "Semua angka dalam rupiah. Laporan ini belum diperiksa akuntan.",
)


def statements_workbook(
    entries: Iterable[Entry], periods: Sequence[Period], business: Business
) -> bytes:
    """Write the journal, the trial balance, the statements and the notes into one workbook.

    Words of the owner are written as text: none of them can become a formula.

    Args:
        entries: the whole books from their opening.
        periods: a column each; with two or more the change from the first to the last is added.
        business: whose statements they are.

    Returns:
        An .xlsx file. Its formulas are worked out by the program that opens it.

    Raises:
        ValueError: no period was given.

    Example:
        >>> from datetime import date
        >>> from usaha.cash_book import CashLine, post_cash_book
        >>> from usaha.periods import month_of
        >>> day = date(2026, 11, 2)
        >>> entries, _ = post_cash_book([CashLine(day, "jual tunai", 150_000, 0)])
        >>> statements_workbook(entries, [month_of(day)], Business("Emping Menes"))[:2]
        b'PK'
    """
    from openpyxl import Workbook

    entries = sorted(entries, key=lambda entry: entry.day)
    notes = make_notes(make_statements(entries, periods), business)
    ledger = LedgerSheets(tuple(periods), sum(len(entry.postings) for entry in entries))
    made = _Statements(Workbook(write_only=True), ledger)
    made.book.calculation.fullCalcOnLoad = True
    labels = [period.label for period in periods]
    ends = [format_date(period.last) for period in periods]
    made.guide(business)
    made.statement("Laporan Laba Rugi", labels, INCOME)
    balance = ("jumlah_aset", "jumlah_liabilitas_ekuitas")
    rows = made.statement("Laporan Posisi Keuangan", ends, POSITION, balance)
    money = f"'Posisi Keuangan'!{{column}}{rows['jumlah_kas']}"
    made.statement("Arus Kas", labels, CASH_FLOW, ("kas_akhir", money))
    made.notes(notes)
    ledger.append_trial_balance(made.book)
    ledger.append_journal(made.book, entries)
    file = BytesIO()
    made.book.save(file)
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Statements:
    """The sheets that people read, on top of the ledger's."""

    book: Workbook
    ledger: LedgerSheets

    def guide(self, business: Business) -> None:
        sheet = new_sheet(self.book, "Baca Dulu", (100,))
        sheet.append([text_cell(sheet, f"Laporan keuangan {business.name}", "judul")])
        for text in (business.place, business.activity, "", *_GUIDE):
            sheet.append([text_cell(sheet, text)])

    def statement(
        self,
        title: str,
        columns: Sequence[str],
        layout: Layout,
        check: tuple[str, str] | None = None,
    ) -> dict[str, int]:
        """Write one statement and a row that has to be zero; give the row of each of its keys."""
        widths = (46, *(22 for _ in columns), 18, 12)
        sheet = new_sheet(self.book, title.removeprefix("Laporan "), widths, freeze="B4")
        sheet.append([text_cell(sheet, title, "judul")])
        sheet.append([text_cell(sheet, "dalam rupiah")])
        compared = ["Perubahan", "Persen"] if len(columns) > 1 else []
        sheet.append([text_cell(sheet, text, "kepala") for text in ("", *columns, *compared)])
        rows = self._layout(sheet, layout, start=4)
        if check is not None:
            sheet.append([text_cell(sheet, "Selisih (harus 0)"), *self._check(sheet, rows, *check)])
        return rows

    def notes(self, notes: Sequence[Note]) -> None:
        sheet = new_sheet(self.book, "Catatan", (70, *(22 for _ in self.ledger.periods)))
        sheet.append([text_cell(sheet, "Catatan atas Laporan Keuangan", "judul")])
        used = 1
        for note in notes:
            heads = note.table.columns if note.table else ()
            title = text_cell(sheet, f"{note.number}. {note.title}", "tebal")
            sheet.append([])
            sheet.append([title, *(text_cell(sheet, head, "kepala") for head in heads)])
            used += 2
            for text in note.paragraphs:
                used += 1
                # Wrapped text gets no height of its own from the programs that open the file.
                sheet.row_dimensions[used].height = _LINE_HEIGHT * ceil(len(text) / _LINE_LENGTH)
                sheet.append([text_cell(sheet, text, "paragraf")])
            if note.table:
                used += len(self._layout(sheet, note.table.layout, start=used + 1, compared=False))

    def _layout(
        self, sheet: Any, layout: Layout, start: int, *, compared: bool = True
    ) -> dict[str, int]:
        rows = {row.key: number for number, row in enumerate(layout, start=start)}
        for row in layout:
            cells = [text_cell(sheet, row.label, "pos" if row.kind == "pos" else "tebal")]
            if row.kind != "judul":
                cells += self._figures(sheet, row, rows, compared=compared)
            sheet.append(cells)
        return rows

    def _figures(
        self, sheet: Any, row: LayoutRow, rows: dict[str, int], *, compared: bool
    ) -> list[Any]:
        look: Look = "tebal" if row.adds else "biasa"
        count, number = len(self.ledger.periods), rows[row.key]
        formulas = [self._formula(row, rows, period) for period in range(count)]
        cells = [number_cell(sheet, formula, look=look) for formula in formulas]
        if compared and count > 1:
            first, last, change = (
                f"B{number}",
                f"{letter(1 + count)}{number}",
                f"{letter(2 + count)}{number}",
            )
            cells.append(number_cell(sheet, f"={last}-{first}", look=look))
            share = f'=IF({first}=0,"",{change}/ABS({first}))'
            cells.append(number_cell(sheet, share, SHARE_FORMAT, look))
        return cells

    def _formula(self, row: LayoutRow, rows: dict[str, int], period: int) -> str:
        """Say where a figure comes from: accounts of the trial balance, or rows above it."""
        parts = [(self.ledger.place(period, term), term.sign) for term in row.terms]
        parts += [(f"{letter(2 + period)}{rows[key]}", sign) for key, sign in row.adds]
        text = "".join(f"{'+' if sign > 0 else '-'}{cell}" for cell, sign in parts)
        return "=" + text.removeprefix("+")

    def _check(self, sheet: Any, rows: dict[str, int], left: str, right: str) -> list[Any]:
        """Take one row from another, or from a cell of another sheet."""
        cells = []
        for period in range(len(self.ledger.periods)):
            column = letter(2 + period)
            other = f"{column}{rows[right]}" if right in rows else right.format(column=column)
            cells.append(number_cell(sheet, f"={column}{rows[left]}-{other}"))
        return cells
