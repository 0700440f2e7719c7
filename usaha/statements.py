"""Statements of SAK EMKM from journal entries, one column for each period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from usaha.accounts import MONEY
from usaha.dates import format_date
from usaha.language import N_
from usaha.statement_layouts import CASH_FLOW, INCOME, POSITION, Layout, LayoutRow, Source

if TYPE_CHECKING:
    import pandas as pd

    from usaha.journal import Entry
    from usaha.periods import Period

PeriodSums = dict["Source", dict[int, int]]
"""Rupiah by account for each of the five sources of `usaha.statement_layouts`."""


class StatementRow(NamedTuple):
    """One row with its rupiah, one for each period; none for a heading."""

    key: str
    label: str
    kind: str
    amounts: tuple[int, ...]


class Change(NamedTuple):
    """A row compared: rupiah before, after, and the change as a share of before (None from 0)."""

    key: str
    label: str
    before: int
    after: int
    change: int
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement.

    Attributes:
        title: its name in Indonesian.
        columns: one label for each period.
        rows: those that are not zero everywhere, headings and totals.
        layout: where the numbers come from.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[StatementRow, ...]
    layout: Layout

    def amount(self, key: str, column: int = -1) -> int:
        """Give one amount in rupiah; the last period unless told.

        Raises:
            KeyError: the layout has no such row, or it is a heading.
        """
        if not any(row.key == key and row.kind != "judul" for row in self.layout):
            raise KeyError(key)
        return next((row.amounts[column] for row in self.rows if row.key == key), 0)

    def to_frame(self) -> pd.DataFrame:
        """Give the rows with amounts as a table: index is the label, a column for each period."""
        import pandas as pd

        rows = [row for row in self.rows if row.amounts]
        index = pd.Index([row.label for row in rows], name=self.title)
        return pd.DataFrame([row.amounts for row in rows], index=index, columns=list(self.columns))


@dataclass(frozen=True, slots=True)
class Statements:
    """The three statements of the same periods, and what they were made of."""

    periods: tuple[Period, ...]
    income: Statement
    position: Statement
    cash_flow: Statement
    sums: tuple[PeriodSums, ...]


def make_statements(entries: Iterable[Entry], periods: Sequence[Period]) -> Statements:
    """Make the income statement, the financial position and the cash-flow view.

    Source: SAK EMKM (IAI), illustrative statements; see `usaha.statement_layouts`.

    Args:
        entries: the whole books from their opening, in any order.
        periods: at least one; a column each, in the order given.

    Returns:
        Statements in whole rupiah. Total assets equal liabilities and equity, and the cash-flow
        view ends with the cash of the position, whatever the entries are.

    Raises:
        ValueError: no period was given.

    Example:
        >>> from datetime import date
        >>> from usaha.cash_book import CashLine, post_cash_book
        >>> from usaha.periods import month_of
        >>> day = date(2026, 11, 2)
        >>> book = [
        ...     CashLine(day, "jual tunai", 150_000, 0),
        ...     CashLine(day, "upah", 0, 40_000),
        ...     CashLine(day, "ambil pribadi", 0, 50_000),
        ... ]
        >>> made = make_statements(post_cash_book(book)[0], [month_of(day)])
        >>> made.income.amount("laba_bersih"), made.position.amount("kas")
        (110000, 60000)
    """
    if not periods:
        raise ValueError("statements need at least one period")
    entries = tuple(entries)
    sums = tuple(period_sums(entries, period) for period in periods)
    labels = tuple(period.label for period in periods)
    ends = tuple(format_date(period.last) for period in periods)
    return Statements(
        tuple(periods),
        _statement(N_("Laporan Laba Rugi"), labels, INCOME, sums),
        _statement(N_("Laporan Posisi Keuangan"), ends, POSITION, sums),
        _statement(N_("Arus Kas"), labels, CASH_FLOW, sums),
        sums,
    )


def period_sums(entries: Iterable[Entry], period: Period) -> PeriodSums:
    """Add up entries for one period: balances before and after, movements, and money moved.

    Money is counted for the account that explains it: a sale for cash is money that came in for
    account 4101. Between cash and bank it does not count as moved.

    Example:
        >>> from datetime import date
        >>> from usaha.journal import entry
        >>> from usaha.periods import month_of
        >>> sale = entry(date(2026, 11, 2), "Jual tunai", debit={1101: 9_000}, credit={4101: 9_000})
        >>> period_sums([sale], month_of(date(2026, 11, 1)))["kas_masuk"]
        {4101: 9000}
    """
    sums: dict[str, defaultdict[int, int]] = {
        role: defaultdict(int) for role in ("pembuka", "biasa", "penutup")
    }
    entries = tuple(entries)
    for entry in entries:
        if entry.day <= period.last:
            place = sums["pembuka" if entry.day < period.first else entry.role]
            for code, amount in entry.postings:
                place[code] += amount
    opening, movement, closed = (dict(each) for each in sums.values())
    codes = sorted({*opening, *movement, *closed})
    into, out = _money_moved(entries, period)
    return {
        "awal": opening,
        "mutasi": movement,
        "saldo": {code: sum(each.get(code, 0) for each in (opening, movement, closed))
                  for code in codes},
        "kas_masuk": into,
        "kas_keluar": out,
    }  # fmt: skip


def _money_moved(entries: Iterable[Entry], period: Period) -> tuple[dict[int, int], dict[int, int]]:
    """Give what came in and what went out for the sake of each account."""
    into: defaultdict[int, int] = defaultdict(int)
    out: defaultdict[int, int] = defaultdict(int)
    first, last = period
    for entry in entries:
        if first <= entry.day <= last and entry.role == "biasa":
            others = [posting for posting in entry.postings if posting[0] not in MONEY]
            if len(others) < len(entry.postings):
                for code, amount in others:
                    if amount < 0:
                        into[code] -= amount
                    else:
                        out[code] += amount
    return dict(into), dict(out)


def statement_of(title: str, statements: Statements, layout: Layout) -> Statement:
    """Lay the sums behind some statements out in other rows, as the notes do.

    Example:
        >>> from datetime import date
        >>> from usaha.journal import entry
        >>> from usaha.periods import month_of
        >>> sale = entry(date(2026, 11, 2), "Jual tunai", debit={1101: 9_000}, credit={4101: 9_000})
        >>> made = make_statements([sale], [month_of(date(2026, 11, 1))])
        >>> statement_of("Posisi", made, POSITION).amount("kas")
        9000
    """
    labels = tuple(period.label for period in statements.periods)
    return _statement(title, labels, layout, statements.sums)


def compare(statement: Statement, before: int = 0, after: int = -1) -> tuple[Change, ...]:
    """Compare two periods of a statement, row by row.

    Args:
        statement: with two columns or more.
        before: which column is the earlier one.
        after: which column is the later one.

    Example:
        >>> rows = (StatementRow("kas", "Kas", "pos", (200, 250)),)
        >>> compare(Statement("Posisi", ("Okt", "Nov"), rows, ()))[0].share
        Decimal('0.25')
    """
    changes = []
    for row in statement.rows:
        if row.amounts:
            old, new = row.amounts[before], row.amounts[after]
            share = Decimal(new - old) / abs(old) if old else None
            changes.append(Change(row.key, row.label, old, new, new - old, share))
    return tuple(changes)


def _statement(
    title: str, columns: tuple[str, ...], layout: Layout, sums: Sequence[PeriodSums]
) -> Statement:
    by_column = [_amounts(layout, each) for each in sums]
    rows = []
    for row in layout:
        amounts = () if row.kind == "judul" else tuple(each[row.key] for each in by_column)
        if row.kind != "pos" or any(amounts):
            rows.append(StatementRow(row.key, row.label, row.kind, amounts))
    return Statement(title, columns, tuple(rows), layout)


def _amounts(layout: Layout, sums: PeriodSums) -> dict[str, int]:
    amounts: dict[str, int] = {}
    for row in layout:
        amounts[row.key] = _of_accounts(row, sums) + sum(
            amounts[key] * sign for key, sign in row.adds
        )
    return amounts


def _of_accounts(row: LayoutRow, sums: PeriodSums) -> int:
    return sum(sums[term.source].get(term.code, 0) * term.sign for term in row.terms)
