"""The ledger: balances, one account's page, the trial balance and the closing of a period."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from usaha.accounts import CAPITAL, DRAWINGS, RETAINED_EARNINGS, account
from usaha.journal import Entry, Posting

Balances = dict[int, int]
"""Whole rupiah by account: above zero a debit balance, below zero a credit balance."""


class LedgerRow(NamedTuple):
    """One line of an account's page; rupiah, the balance on the account's usual side."""

    day: date
    words: str
    debit: int
    credit: int
    balance: int


class TrialRow(NamedTuple):
    """One account of the trial balance; rupiah, one of the two is zero."""

    code: int
    name: str
    debit: int
    credit: int


def balances(
    entries: Iterable[Entry], first: date | None = None, last: date | None = None
) -> Balances:
    """Add up the entries of a stretch of days, account by account.

    Args:
        entries: in any order.
        first: leave out what was before this day.
        last: leave out what came after this day.

    Returns:
        Rupiah by account, debit positive, in the order of the chart. They add up to zero.

    Example:
        >>> from usaha.journal import entry
        >>> sale = entry(date(2026, 11, 2), "Jual tunai", debit={1101: 9_000}, credit={4101: 9_000})
        >>> balances([sale]), balances([sale], last=date(2026, 11, 1))
        ({1101: 9000, 4101: -9000}, {})
    """
    first, last = first or date.min, last or date.max
    sums: Counter[int] = Counter()
    for each in entries:
        if first <= each.day <= last:
            for code, amount in each.postings:
                sums[code] += amount
    return dict(sorted(sums.items()))


def ledger_page(entries: Iterable[Entry], code: int) -> tuple[LedgerRow, ...]:
    """Show what happened on one account, day by day, with its running balance.

    Raises:
        UnknownAccountError: the chart has no such account.

    Example:
        >>> from usaha.journal import entry
        >>> day = date(2026, 11, 2)
        >>> loan = entry(day, "Pinjaman", debit={1101: 500_000}, credit={2301: 500_000})
        >>> ledger_page([loan], 2301)[0].balance
        500000
    """
    side = account(code).normal_side
    rows: list[LedgerRow] = []
    running = 0
    for each in sorted(entries, key=lambda entry: entry.day):
        for posted, amount in each.postings:
            if posted == code:
                running += amount * side
                debit, credit = max(amount, 0), max(-amount, 0)
                rows.append(LedgerRow(each.day, each.words, debit, credit, running))
    return tuple(rows)


def trial_balance(sums: Balances) -> tuple[TrialRow, ...]:
    """List every account with its balance on the side where it stands.

    Args:
        sums: from `balances`.

    Returns:
        Rows in the order of the chart; the debits and the credits have the same total.

    Example:
        >>> trial_balance({1101: 9_000, 4101: -9_000})[1]
        TrialRow(code=4101, name='Penjualan', debit=0, credit=9000)
    """
    return tuple(
        TrialRow(code, account(code).name, max(amount, 0), max(-amount, 0))
        for code, amount in sorted(sums.items())
        if amount
    )


def net_profit(sums: Balances) -> int:
    """Give income less expenses, in rupiah; below zero is a loss.

    Example:
        >>> net_profit({1101: 4_000, 4101: -9_000, 5201: 5_000})
        4000
    """
    return -sum(amount for code, amount in sums.items() if code > DRAWINGS)


def closing_entries(entries: Sequence[Entry], day: date) -> tuple[Entry, ...]:
    """Close a period: income and expenses into retained earnings, drawings into capital.

    Args:
        entries: the books up to that day.
        day: the last day of the period.

    Returns:
        None, one or two entries, after which 3201 and all 4000s and 5000s are zero.

    Example:
        >>> from usaha.journal import entry
        >>> sale = entry(date(2026, 11, 2), "Jual tunai", debit={1101: 9_000}, credit={4101: 9_000})
        >>> closing_entries([sale], date(2026, 11, 30))[0].postings
        ((4101, 9000), (3102, -9000))
    """
    sums = balances(entries, last=day)
    result = [(code, amount) for code, amount in sums.items() if code > DRAWINGS]
    drawn = [(DRAWINGS, sums.get(DRAWINGS, 0))]
    return (
        *_emptied(day, "Menutup pendapatan dan beban ke saldo laba", result, RETAINED_EARNINGS),
        *_emptied(day, "Menutup prive ke modal", drawn, CAPITAL),
    )


def _emptied(day: date, words: str, sums: Sequence[Posting], into: int) -> tuple[Entry, ...]:
    postings = [(code, -amount) for code, amount in sums if amount]
    moved = sum(amount for _, amount in sums)
    if moved:
        postings.append((into, moved))
    return (Entry(day, words, tuple(postings), role="penutup"),) if postings else ()
