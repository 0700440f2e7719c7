"""What a cash book says: the money there is, the profit, the statements, and what to look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from usaha.accounts import CASH, INVENTORIES, MATERIALS
from usaha.adjustments import cost_of_goods_entry
from usaha.book_errors import (
    find_duplicates,
    find_negative_cash,
    find_odd_amounts,
    find_wrong_balances,
)
from usaha.cash_book import CashLine, LineProblem, post_cash_book
from usaha.journal import Entry, opening_entry
from usaha.ledger import balances
from usaha.periods import Period, month_of
from usaha.statements import Statements, make_statements


@dataclass(frozen=True, slots=True)
class BookReport:
    """A cash book worked out; rupiah are whole.

    Attributes:
        lines: the book.
        entries: the journal of it, with its opening and what was sold of the stock.
        period: the whole months that the book lies in.
        statements: of that period, one column.
        problems: sentences about lines to look at, in the order of the book.
    """

    lines: tuple[CashLine, ...]
    entries: tuple[Entry, ...]
    period: Period
    statements: Statements
    problems: tuple[LineProblem, ...]

    @property
    def money_before(self) -> int:
        """Cash and bank when the book begins."""
        return self.statements.cash_flow.amount("kas_awal")

    @property
    def money(self) -> int:
        """Cash and bank that there should be now."""
        return self.statements.cash_flow.amount("kas_akhir")

    @property
    def profit(self) -> int:
        """What is left of the income after all expenses; below zero is a loss."""
        return self.statements.income.amount("laba_bersih")

    @property
    def money_in(self) -> dict[int, int]:
        """Rupiah that came in, by the account that explains it."""
        return self.statements.sums[0]["kas_masuk"]

    @property
    def money_out(self) -> dict[int, int]:
        """Rupiah that went out, by the account that explains it."""
        return self.statements.sums[0]["kas_keluar"]


def report_book(
    lines: Sequence[CashLine],
    money_before: int = 0,
    stock_before: int = 0,
    stock_left: int | None = None,
) -> BookReport:
    """Make statements of a cash book and look for what may be wrong in it.

    Source: the cost of what was sold is opening stock + purchases - stock counted (DOMAIN.md).

    Args:
        lines: at least one.
        money_before: cash and bank before the first line.
        stock_before: what materials and goods cost that were there before the first line.
        stock_left: what those cost that are there at the end; None where nobody has counted.

    Raises:
        ValueError: there are no lines, or an amount is negative.

    Example:
        100.000 and 60.000 of goods were there or bought, 40.000 are left: 120.000 were sold.

        >>> from datetime import date
        >>> day = date(2026, 11, 2)
        >>> book = [
        ...     CashLine(day, "jual tunai", 200_000, 0),
        ...     CashLine(day, "beli bahan", 0, 60_000),
        ... ]
        >>> made = report_book(book, 50_000, 100_000, 40_000)
        >>> made.money, made.profit, made.period.label
        (190000, 80000, 'November 2026')
    """
    if not lines:
        raise ValueError("a report needs at least one line")
    if min(money_before, stock_before, stock_left or 0) < 0:
        raise ValueError("what there was and what is left is not negative")
    days = [line.day for line in lines]
    period = Period(month_of(min(days)).first, month_of(max(days)).last)
    opening = opening_entry(period.first, {CASH: money_before, MATERIALS: stock_before})
    posted, unclear = post_cash_book(lines)
    entries = (*([opening] if opening else []), *posted)
    sold, stock = cost_of_goods_entry(entries, _counted(entries, stock_left), period.last)
    entries = (*entries, *([sold] if sold else []))
    found = (
        *unclear,
        *find_duplicates(lines),
        *find_odd_amounts(lines),
        *find_wrong_balances(lines),
        *find_negative_cash(lines, money_before),
    )
    problems = (*stock, *sorted(found, key=lambda problem: problem.line))
    made = make_statements(entries, [period])
    return BookReport(tuple(lines), entries, period, made, problems)


def _counted(entries: Sequence[Entry], total: int | None) -> dict[int, int]:
    """Spread one count of everything over the stocks that the books know; a surplus stays first."""
    if total is None:
        return {}
    recorded = {code: max(balances(entries).get(code, 0), 0) for code in INVENTORIES}
    counted, left = {}, total
    for code, most in recorded.items():
        counted[code] = min(most, left)
        left -= counted[code]
    counted[MATERIALS] += left
    return counted
