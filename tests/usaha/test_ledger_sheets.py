"""Journal and trial balance as sheets."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook, load_workbook

from tests.usaha.formulas import Spreadsheet
from usaha.accounts import ACCOUNTS
from usaha.journal import Entry, entry, opening_entry
from usaha.ledger import balances, closing_entries
from usaha.ledger_sheets import LedgerSheets
from usaha.periods import month_of
from usaha.statement_layouts import Source, Term

DAY = date(2026, 11, 2)
NOVEMBER = month_of(DAY)


def books() -> list[Entry]:
    """An opening, a sale, an expense on credit and the closing of the month."""
    opening = opening_entry(NOVEMBER.first, {1101: 500})
    assert opening is not None
    entries = [
        opening,
        entry(DAY, "Jual", debit={1101: 300}, credit={4101: 300}, line=7),
        entry(DAY, "Listrik", debit={5301: 40}, credit={2101: 40}),
    ]
    return [*entries, *closing_entries(entries, NOVEMBER.last)]


def sheets(entries: list[Entry]) -> tuple[LedgerSheets, Workbook]:
    """Write both sheets and open them again."""
    ledger = LedgerSheets((NOVEMBER,), sum(len(each.postings) for each in entries))
    book, file = Workbook(write_only=True), BytesIO()
    ledger.append_trial_balance(book)
    ledger.append_journal(book, entries)
    book.save(file)
    return ledger, load_workbook(file)


def test_each_posting_has_a_row() -> None:
    """Date, line, words, account, one side, and what kind of entry it is."""
    _, book = sheets(books())
    rows = list(book["Jurnal"].iter_rows(min_row=2, values_only=True))
    assert [row[7] for row in rows] == [
        "Pembuka", "Pembuka", "Kas", "Kas", "Nonkas", "Nonkas", "Penutup", "Penutup", "Penutup",
    ]  # fmt: skip
    assert rows[2][1:7] == (7, "Jual", 1101, "Kas", 300, None)
    assert rows[3][3:7] == (4101, "Penjualan", None, 300)


def test_sums_by_hand() -> None:
    """Cash 500 before, 300 more, 800 after; the sale brought 300; closing leaves no sale."""
    ledger, book = sheets(books())
    spreadsheet = Spreadsheet(book)

    def figure(source: Source, code: int) -> int:
        return int(spreadsheet.area("", ledger.place(0, Term(source, code, 1)))[0])

    assert [figure(source, 1101) for source in ("awal", "mutasi", "saldo")] == [500, 300, 800]
    assert figure("kas_masuk", 4101) == 300
    assert figure("kas_keluar", 5301) == 0
    assert (figure("mutasi", 4101), figure("saldo", 4101)) == (-300, 0)
    assert {c: figure("saldo", c) for c in ACCOUNTS if figure("saldo", c)} == {
        code: amount for code, amount in balances(books()).items() if amount
    }
