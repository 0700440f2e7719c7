"""Cash books of phone apps such as BukuWarung, of spreadsheets and of exercise books typed in."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from usaha.cash_book import CashLine
from usaha.importers.amounts import read_amount
from usaha.importers.bank_files import check_balances
from usaha.importers.columns import Head, find_head
from usaha.importers.limits import LIMITS, Limits, Unreadable
from usaha.importers.moments import is_day_first, read_moment
from usaha.importers.problems import Collected, Problem
from usaha.importers.reading import read_table
from usaha.importers.table import Row, as_text
from usaha.language import _
from usaha.money import format_rupiah, round_rupiah

_LABELS: Final = {
    "day": ("tanggal", "tgl", "hari tanggal", "tanggal transaksi", "date", "waktu"),
    "words": (
        "keterangan", "catatan", "uraian", "deskripsi", "nama transaksi", "transaksi", "rincian",
        "nama barang", "description", "note",
    ),
    "category": ("kategori", "kategori transaksi", "akun", "category"),
    "party": (
        "pelanggan", "nama pelanggan", "pihak", "nama", "dari kepada", "pemasok", "supplier",
        "nama kontak", "customer",
    ),
    "money_in": (
        "pemasukan", "uang masuk", "kas masuk", "masuk", "penerimaan", "debit", "debet",
        "terima", "income", "cash in",
    ),
    "money_out": (
        "pengeluaran", "uang keluar", "kas keluar", "keluar", "kredit", "bayar", "expense",
        "cash out",
    ),
    "amount": ("jumlah", "nominal", "nilai", "total", "amount"),
    "direction": ("jenis", "tipe", "jenis transaksi", "tipe transaksi", "type"),
    "balance": ("saldo", "sisa", "balance", "saldo kas"),
}  # fmt: skip
_NEEDED: Final = (("day",), ("words", "category"), ("money_in", "money_out", "amount"))
_TOTAL: Final = re.compile(r"(sub)?\s*total|jumlah|grand total", re.IGNORECASE)
_OUT: Final = ("keluar", "pengeluaran", "out", "beban", "belanja", "expense", "bayar")


@dataclass(frozen=True, slots=True)
class CashBookFile:
    """The lines of one cash book, in the order of the file.

    Example:
        >>> CashBookFile((), "").lines
        ()
    """

    lines: tuple[CashLine, ...]
    fingerprint: str


def read_cash_book(
    source: Path | bytes, limits: Limits = LIMITS
) -> tuple[CashBookFile | None, tuple[Problem, ...]]:
    """Read a cash book. Here *debit* is money that came in: it is the owner's own book.

    Knows a column each for money in and out, also under one merged head, or one column of amounts
    with a word or a sign. A line without a day belongs to the day above it. A line of totals is
    not money: it is compared with the sum of the lines, and so is each balance.

    Args:
        source: the file (.csv, .xlsx, HTML), or its bytes.
        limits: what reading it may cost.

    Returns:
        ``(book, problems)``; None where the file cannot be read at all. `usaha.cash_book` makes
        double entry of the lines.

    Example:
        >>> text = '''Tanggal;Keterangan;Uang;;Saldo
        ... ;;Masuk;Keluar;
        ... 2/11/2026;jual tunai;150.000;;150.000
        ... ;beli melinjo;;90rb;60.000
        ... 3/11/2026;arisan;;entah;
        ... Total;;150.000;90.000;'''
        >>> book, problems = read_cash_book(text.encode())
        >>> [(str(l.day), l.words, l.money_in, l.money_out) for l in book.lines]
        [('2026-11-02', 'jual tunai', 150000, 0), ('2026-11-02', 'beli melinjo', 0, 90000)]
        >>> print(*problems)  # doctest: +ELLIPSIS
        Baris 5: "entah" bukan jumlah uang. ... Baris ini tidak dihitung.
    """
    table, unread = read_table(source, limits)
    if table is None:
        return None, unread
    try:
        head = find_head(table, _LABELS, _NEEDED)
    except Unreadable as error:
        return None, (Problem(str(error)),)
    found = Collected()
    lines = _Reader(head, found).read()
    if not lines:
        found.add(_("Tidak ada catatan uang di berkas ini. Periksa apakah berkasnya benar."))
    return CashBookFile(lines, table.fingerprint), found.problems()


@dataclass(frozen=True, slots=True)
class _Reader:
    head: Head
    found: Collected

    def read(self) -> tuple[CashLine, ...]:
        day_first, day = is_day_first(self.head.column("day")), None
        lines: list[CashLine] = []
        for row in self.head.body:
            if self._is_total(row):
                self._compare(row, lines)
                continue
            day = self._day(row, day, day_first=day_first)
            money = self._money(row)
            if day is not None and money is not None:
                lines.append(self._line(row, day, money))
        check_balances(lines, self.found)
        return tuple(lines)

    def _is_total(self, row: Row) -> bool:
        starts = (as_text(cell) for cell in row.cells[:4])
        first = next((text for text in starts if text), "")
        return _TOTAL.match(first) is not None and read_moment(first) is None

    def _compare(self, row: Row, lines: list[CashLine]) -> None:
        """Try a line of totals against the lines over it."""
        for field, name in (("money_in", _("uang masuk")), ("money_out", _("uang keluar"))):
            written, _problem = read_amount(self.head.cell(row, field))
            total = sum(getattr(line, field) for line in lines)
            if written is not None and round_rupiah(written) != total:
                self.found.add(
                    _(
                        "Total {name} tertulis {written}, padahal jumlah barisnya {total}. Periksa kembali.",
                        name=name,
                        written=format_rupiah(written),
                        total=format_rupiah(total),
                    ),
                    row.line,
                )

    def _day(self, row: Row, above: date | None, *, day_first: bool) -> date | None:
        cell = self.head.cell(row, "day")
        moment = read_moment(cell, day_first=day_first)
        if moment is not None:
            return moment.date()
        if not as_text(cell) and above is not None:
            return above
        shown = as_text(cell)[:40]
        text = _('Tanggal "{shown}" belum terbaca.', shown=shown) if shown else _("Tanggal kosong.")
        self.found.add(
            _("{problem} Tulis seperti 23/11/2026. Baris ini tidak dihitung.", problem=text),
            row.line,
        )
        return None

    def _money(self, row: Row) -> tuple[int, int] | None:
        """Give what came in and what went out; None where it cannot be told."""
        if "money_in" in self.head.columns or "money_out" in self.head.columns:
            values = [read_amount(self.head.cell(row, f)) for f in ("money_in", "money_out")]
        else:
            values = self._by_direction(row)
        problem = next((text for _value, text in values if text), None)
        amounts = [round_rupiah(value or Decimal(0)) for value, _text in values]
        if problem is None:
            problem = _what_is_odd(amounts)
        if problem:
            self.found.add(_("{problem} Baris ini tidak dihitung.", problem=problem), row.line)
            return None
        return amounts[0], amounts[1]

    def _by_direction(self, row: Row) -> list[tuple[Decimal | None, str | None]]:
        value, problem = read_amount(self.head.cell(row, "amount"))
        word = self.head.text(row, "direction").lower()
        nothing: tuple[Decimal | None, str | None] = (None, None)
        out = any(mark in word for mark in _OUT) or (value is not None and value < 0)
        amount = (None if value is None else abs(value), problem)
        return [nothing, amount] if out else [amount, nothing]

    def _line(self, row: Row, day: date, money: tuple[int, int]) -> CashLine:
        balance, _problem = read_amount(self.head.cell(row, "balance"))
        category = self.head.text(row, "category")
        return CashLine(
            day=day,
            words=self.head.text(row, "words") or category,
            money_in=money[0],
            money_out=money[1],
            party=self.head.text(row, "party"),
            line=row.line,
            category=category,
            balance=None if balance is None else round_rupiah(balance),
        )


def _what_is_odd(amounts: list[int]) -> str | None:
    if not any(amounts):
        return _("Uang masuk dan keluarnya kosong.")
    if all(amounts):
        return _("Uang masuk dan uang keluar terisi dua-duanya. Pisahkan menjadi dua baris.")
    if min(amounts) < 0:
        return _("Jumlah uangnya minus. Pindahkan ke kolom yang sebaliknya tanpa tanda minus.")
    return None
