"""Statements of banks and e-wallets: the lines of money in and out, whichever columns they use."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from usaha.cash_book import CashLine
from usaha.importers.amounts import read_amount
from usaha.importers.columns import Head, find_head
from usaha.importers.limits import LIMITS, Limits, Unreadable
from usaha.importers.moments import find_year, is_day_first, read_moment
from usaha.importers.problems import Collected, Problem
from usaha.importers.reading import read_table
from usaha.importers.table import Row, as_text
from usaha.language import _
from usaha.money import format_rupiah, round_rupiah

_LABELS: Final = {
    "day": (
        "tanggal transaksi", "tanggal", "tgl", "date", "transaction date", "posting date",
        "post date", "waktu transaksi", "waktu", "tanggal dan waktu", "tgl transaksi",
    ),
    "words": (
        "keterangan", "deskripsi", "uraian transaksi", "uraian", "description", "rincian",
        "remark", "remarks", "transaksi", "detail transaksi", "catatan", "nama transaksi",
    ),
    "party": ("nama penerima pengirim", "penerima", "pengirim", "merchant", "dari ke"),
    "money_out": ("debit", "debet", "uang keluar", "keluar", "mutasi debet", "mutasi debit",
                  "pengeluaran", "debit amount", "withdrawal"),
    "money_in": ("kredit", "credit", "uang masuk", "masuk", "mutasi kredit", "pemasukan",
                 "credit amount", "deposit"),
    "amount": ("jumlah", "nominal", "amount", "mutasi", "nilai", "total"),
    "direction": ("db cr", "d k", "dk", "jenis", "tipe", "type", "jenis transaksi", "arah",
                  "tipe transaksi"),
    "balance": ("saldo", "balance", "saldo akhir", "ending balance"),
    "status": ("status", "status transaksi"),
}  # fmt: skip
_NEEDED: Final = (("day",), ("money_in", "amount"))
_OUT: Final = ("db", "d", "debit", "debet", "keluar", "out", "pembayaran", "pengeluaran", "dr")
_IN: Final = ("cr", "k", "kredit", "credit", "masuk", "in", "penerimaan", "pemasukan", "top up")
_SUMMARIES: Final = ("saldo awal", "saldo akhir", "mutasi debet", "mutasi kredit", "total")


@dataclass(frozen=True, slots=True)
class Statement:
    """The lines of one bank or e-wallet statement, in the order of the file.

    Attributes:
        lines: every movement that could be read, as lines of a cash book.
        fingerprint: equal for two downloads of the same content.

    Example:
        >>> Statement((), "").money_in
        0
    """

    lines: tuple[CashLine, ...]
    fingerprint: str

    @property
    def money_in(self) -> int:
        """Rupiah that came in."""
        return sum(line.money_in for line in self.lines)

    @property
    def money_out(self) -> int:
        """Rupiah that went out."""
        return sum(line.money_out for line in self.lines)


def read_statement(
    source: Path | bytes, limits: Limits = LIMITS
) -> tuple[Statement | None, tuple[Problem, ...]]:
    """Read a bank or e-wallet statement. Here *debit* is money that went out: it is the bank's word.

    Knows two columns (debit and credit), one column with a word or ``DB``/``CR`` beside it, and
    one column with a sign. Days without a year take it from the period above the table. Where
    there is a balance, each line is tried against it. Failed payments are left out.

    Args:
        source: the file (.csv, .xlsx, HTML), or its bytes.
        limits: what reading it may cost.

    Returns:
        ``(statement, problems)``; None where the file cannot be read at all.

    Example:
        >>> text = '''Periode,01/11/2026 - 30/11/2026
        ... Tanggal,Keterangan,Jumlah,,Saldo
        ... 01/11,TRSF E-BANKING,"1,250,000.00",CR,"2,250,000.00"
        ... 02/11,TARIKAN ATM,"300,000.00",DB,"1,950,000.00"'''
        >>> statement, problems = read_statement(text.encode())
        >>> [(str(l.day), l.money_in, l.money_out) for l in statement.lines], problems
        ([('2026-11-01', 1250000, 0), ('2026-11-02', 0, 300000)], ())
    """
    table, unread = read_table(source, limits)
    if table is None:
        return None, unread
    try:
        head = _with_direction(find_head(table, _LABELS, _NEEDED))
    except Unreadable as error:
        return None, (Problem(str(error)),)
    found = Collected()
    lines = _Reader(head, found).read()
    if not lines:
        found.add(_("Tidak ada mutasi di berkas ini. Pilih rentang tanggal lain, lalu unduh lagi."))
    return Statement(lines, table.fingerprint), found.problems()


def _with_direction(head: Head) -> Head:
    """Find the column without a name in which some banks write DB and CR."""
    if "direction" in head.columns or "amount" not in head.columns:
        return head
    beside = head.columns["amount"] + 1
    words = {as_text(row[beside]).lower() for row in head.body} - {""}
    if beside not in head.columns.values() and words and words <= {*_OUT, *_IN}:
        return replace(head, columns={**head.columns, "direction": beside})
    return head


@dataclass(frozen=True, slots=True)
class _Reader:
    head: Head
    found: Collected

    def read(self) -> tuple[CashLine, ...]:
        year = find_year(as_text(cell) for row in self.head.above for cell in row.cells)
        day_first = is_day_first(self.head.column("day"))
        read = [self._line(row, year, day_first=day_first) for row in self.head.body]
        lines = tuple(line for line in read if line is not None)
        check_balances(lines, self.found)
        return lines

    def _line(self, row: Row, year: int | None, *, day_first: bool) -> CashLine | None:
        first = as_text(row[self.head.columns["day"]])
        if first.lower().strip(" :").startswith(_SUMMARIES) or self._failed(row):
            return None
        day = self._day(row, year, day_first=day_first)
        money = self._money(row)
        if day is None or money is None:
            return None
        balance, _problem = read_amount(self.head.cell(row, "balance"))
        return CashLine(
            day=day,
            words=self.head.text(row, "words"),
            money_in=max(money, 0),
            money_out=max(-money, 0),
            party=self.head.text(row, "party"),
            line=row.line,
            balance=None if balance is None else round_rupiah(balance),
        )

    def _failed(self, row: Row) -> bool:
        status = self.head.text(row, "status").lower()
        return any(word in status for word in ("gagal", "failed", "batal", "expired"))

    def _day(self, row: Row, year: int | None, *, day_first: bool) -> date | None:
        cell = self.head.cell(row, "day")
        moment = read_moment(cell, day_first=day_first)
        if moment is None and year is not None:
            text = as_text(cell).strip("'")
            moment = read_moment(f"{text}/{year}", day_first=day_first)
        if moment is None:
            shown = as_text(cell)[:40]
            self.found.add(
                _('Tanggal "{shown}" belum terbaca, jadi baris ini tidak dihitung.', shown=shown),
                row.line,
            )
            return None
        return moment.date()

    def _money(self, row: Row) -> int | None:
        """Give what came in, or minus what went out; None where it cannot be told."""
        problem: str | None
        if "amount" in self.head.columns and "money_in" not in self.head.columns:
            amount, problem = self._signed(row)
        else:
            amount, problem = self._two_columns(row)
        if problem or not amount:
            text = problem or _("Jumlah uangnya kosong.")
            self.found.add(_("{problem} Baris ini tidak dihitung.", problem=text), row.line)
            return None
        return round_rupiah(amount)

    def _two_columns(self, row: Row) -> tuple[Decimal | None, str | None]:
        money_in, problem_in = read_amount(self.head.cell(row, "money_in"))
        money_out, problem_out = read_amount(self.head.cell(row, "money_out"))
        # Some banks write what went out as minus in its own column.
        return (money_in or Decimal(0)) - abs(money_out or Decimal(0)), problem_in or problem_out

    def _signed(self, row: Row) -> tuple[Decimal | None, str | None]:
        text, word = (
            as_text(self.head.cell(row, "amount")),
            self.head.text(row, "direction").lower(),
        )
        if text[-2:].lower() in ("db", "cr"):
            text, word = text[:-2].strip(), text[-2:].lower()
        amount, problem = read_amount(text)
        if amount is None or not word:
            return amount, problem
        if _says(word, _OUT):
            return -abs(amount), problem
        if _says(word, _IN):
            return abs(amount), problem
        return amount, problem


def _says(word: str, words: Sequence[str]) -> bool:
    return word in words or any(len(w) > 2 and w in word for w in words)


def check_balances(lines: Sequence[CashLine], found: Collected) -> None:
    """Note the lines whose balance does not follow from the line before, in either direction.

    Newest-first statements are told by where the balances agree more often.

    Example:
        >>> found = Collected()
        >>> day = date(2026, 11, 2)
        >>> check_balances([CashLine(day, "", 5000, 0, balance=5000),
        ...                 CashLine(day, "", 2000, 0, line=2, balance=9000)], found)
        >>> print(*found.problems())  # doctest: +ELLIPSIS
        Baris 2: Saldo tidak cocok: seharusnya Rp7.000, tertulis Rp9.000. ...
    """
    known = [line for line in lines if line.balance is not None]
    forward, backward = _breaks(known), _breaks(known[::-1])
    for line, expected in min(forward, backward, key=len):
        found.add(
            _(
                "Saldo tidak cocok: seharusnya {expected}, tertulis {written}. Mungkin ada baris yang hilang.",
                expected=format_rupiah(expected),
                written=format_rupiah(line.balance or 0),
            ),
            line.line,
        )


def _breaks(lines: Sequence[CashLine]) -> list[tuple[CashLine, int]]:
    wrong, before = [], None
    for line in lines:
        expected = (before or 0) + line.money_in - line.money_out
        if before is not None and line.balance != expected:
            wrong.append((line, expected))
        before = line.balance
    return wrong
