"""The two sheets on which a workbook of statements rests: journal and trial balance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from usaha.accounts import ACCOUNTS, MONEY
from usaha.statement_layouts import Source, Term
from usaha.workbook_cells import DATE_FORMAT, letter, new_sheet, number_cell, text_cell

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from usaha.journal import Entry
    from usaha.periods import Period

TRIAL_BALANCE: Final = "Neraca Saldo"
JOURNAL: Final = "Jurnal"
_FIRST_ACCOUNT: Final = 6  # the row of the trial balance where the accounts begin
_ROWS: Final = {code: row for row, code in enumerate(ACCOUNTS, start=_FIRST_ACCOUNT)}
_SOURCES: Final[dict[Source, str]] = {
    "awal": "Saldo awal",
    "mutasi": "Mutasi",
    "saldo": "Saldo akhir",
    "kas_masuk": "Kas masuk",
    "kas_keluar": "Kas keluar",
}


class LedgerSheets(NamedTuple):
    """Where the figures of a workbook stand.

    Attributes:
        periods: one group of five columns in the trial balance each.
        journal_rows: lines of the journal below its heads.
    """

    periods: tuple[Period, ...]
    journal_rows: int

    def place(self, period: int, term: Term) -> str:
        """Name the cell of the trial balance that a term takes its figure from.

        Example:
            >>> LedgerSheets((), 10).place(0, Term("saldo", 1101, 1))
            "'Neraca Saldo'!E6"
        """
        return f"'{TRIAL_BALANCE}'!{self._column(period, term.source)}{_ROWS[term.code]}"

    def append_trial_balance(self, book: Workbook) -> None:
        """Add up the journal by account: one row each, all of them, and their sums."""
        count = len(self.periods) * len(_SOURCES)
        sheet = new_sheet(book, TRIAL_BALANCE, (8, 34, *(17 for _ in range(count))), freeze="C6")
        sheet.append([text_cell(sheet, TRIAL_BALANCE, "judul")])
        sheet.append([text_cell(sheet, "Debit positif, kredit dalam kurung; dalam rupiah")])
        gap = [None] * (len(_SOURCES) - 1)
        for name, place in (("Hari pertama", 0), ("Hari terakhir", 1)):
            days = [number_cell(sheet, period[place], DATE_FORMAT) for period in self.periods]
            spread = [cell for day in days for cell in (day, *gap)]
            sheet.append([None, text_cell(sheet, name), *spread])
        heads = ["Akun", "Nama", *(head for _ in self.periods for head in _SOURCES.values())]
        sheet.append([text_cell(sheet, head, "kepala") for head in heads])
        for code in ACCOUNTS:
            sums = [
                self._sum(code, i, source) for i in range(len(self.periods)) for source in _SOURCES
            ]
            cells = [number_cell(sheet, each) for each in sums]
            sheet.append([code, text_cell(sheet, ACCOUNTS[code].name), *cells])
        last = _FIRST_ACCOUNT + len(ACCOUNTS) - 1
        columns = [letter(3 + i) for i in range(count)]
        totals = [f"=SUM({column}{_FIRST_ACCOUNT}:{column}{last})" for column in columns]
        cells = [number_cell(sheet, total, look="tebal") for total in totals]
        sheet.append([None, text_cell(sheet, "Jumlah", "tebal"), *cells])

    def append_journal(self, book: Workbook, entries: Sequence[Entry]) -> None:
        """Write every posting on a row of its own; words of the owner stay text."""
        sheet = new_sheet(book, JOURNAL, (12, 8, 44, 8, 32, 16, 16, 10), freeze="A2")
        heads = ("Tanggal", "Baris", "Keterangan", "Akun", "Nama akun", "Debit", "Kredit", "Jenis")
        sheet.append([text_cell(sheet, head, "tebal") for head in heads])
        for entry in entries:
            day, words = number_cell(sheet, entry.day, DATE_FORMAT), text_cell(sheet, entry.words)
            for code, amount in entry.postings:
                sides = (number_cell(sheet, amount), None)
                if amount < 0:
                    sides = (None, number_cell(sheet, -amount))
                name = text_cell(sheet, ACCOUNTS[code].name)
                sheet.append([day, entry.line or None, words, code, name, *sides, _kind(entry)])

    def _column(self, period: int, source: Source) -> str:
        return letter(3 + period * len(_SOURCES) + list(_SOURCES).index(source))

    def _journal(self, column: str) -> str:
        return f"{JOURNAL}!${column}$2:${column}${max(self.journal_rows, 1) + 1}"

    def _sum(self, code: int, period: int, source: Source) -> str:
        """Add up the journal's rows of one account that a source asks for."""
        column, days = self._column(period, "awal"), self._journal("A")
        until = f',{days},"<="&{column}$4'
        within = f',{days},">="&{column}$3{until}'
        kind = self._journal("H")
        if source == "awal":
            before, opened = f',{days},"<"&{column}$3', f'{within},{kind},"Pembuka"'
            return f"={self._net(code, before)}+{self._net(code, opened)}"
        if source == "saldo":
            return f"={self._net(code, until)}"
        if source == "mutasi":
            usual = f'{within},{kind},"<>Penutup",{kind},"<>Pembuka"'
            return f"={self._net(code, usual)}"
        if code in MONEY:  # between cash and bank no money has come in from anywhere
            return "=0"
        moved = f'{within},{kind},"Kas"'
        return f"={self._side('G' if source == 'kas_masuk' else 'F', code, moved)}"

    def _net(self, code: int, condition: str) -> str:
        return f"{self._side('F', code, condition)}-{self._side('G', code, condition)}"

    def _side(self, column: str, code: int, condition: str) -> str:
        account = f"{self._journal('D')},$A{_ROWS[code]}"
        return f"SUMIFS({self._journal(column)},{account}{condition})"


def _kind(entry: Entry) -> str:
    if entry.role != "biasa":
        return entry.role.capitalize()
    return "Kas" if any(code in MONEY for code, _ in entry.postings) else "Nonkas"
