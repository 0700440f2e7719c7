"""Journal entries: an entry that does not balance cannot be made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from usaha.accounts import ACCOUNTS, CAPITAL, RETAINED_EARNINGS, UnknownAccountError

Posting = tuple[int, int]
"""An account's number and whole rupiah: above zero a debit, below zero a credit."""


Role = Literal["biasa", "pembuka", "penutup"]


class UnbalancedError(ValueError):
    """Debit and credit of an entry differ."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal entry; its debits equal its credits.

    Attributes:
        day: the day it belongs to.
        words: what it is about, in Indonesian.
        postings: two or more, debits first by custom.
        line: the line of the owner's book that it came from; 0 for adjustments.
        role: ``pembuka`` opens the books: it is what there was, no movement of a period;
            ``penutup`` closes a period, whose income statement leaves it out.

    Raises:
        UnbalancedError: the postings do not add up to zero, or there are none.
        UnknownAccountError: the chart has no such account.
        TypeError: an amount is not a whole number of rupiah.
    """

    day: date
    words: str
    postings: tuple[Posting, ...]
    line: int = 0
    role: Role = "biasa"

    def __post_init__(self) -> None:
        total = 0
        for code, amount in self.postings:
            if type(amount) is not int:
                raise TypeError(f"whole rupiah as int, not {amount!r}")
            if code not in ACCOUNTS:
                raise UnknownAccountError(f"the chart has no account {code}")
            total += amount
        if total or not self.postings:
            raise UnbalancedError(f"debit and credit of {self.words!r} differ by {total}")


def entry(
    day: date, words: str, *, debit: Mapping[int, int], credit: Mapping[int, int], line: int = 0
) -> Entry:
    """Write an entry as a bookkeeper says it: what is debited, what is credited.

    Args:
        day: the day it belongs to.
        words: what it is about.
        debit: rupiah by account, none negative; zeros are left out.
        credit: the same.
        line: the line of the owner's book that it came from.

    Raises:
        UnbalancedError: the two sides differ, or an amount is negative.

    Example:
        A marketplace sale of Rp200.000 of which Rp17.000 are kept as fees:

        >>> sale = entry(
        ...     date(2026, 11, 3),
        ...     "Penjualan lokapasar",
        ...     debit={1103: 183_000, 5602: 17_000},
        ...     credit={4101: 200_000},
        ... )
        >>> sale.postings
        ((1103, 183000), (5602, 17000), (4101, -200000))
    """
    if min([*debit.values(), *credit.values()], default=0) < 0:
        raise UnbalancedError(f"an amount of {words!r} is negative: use the other side")
    debits = [(code, amount) for code, amount in debit.items() if amount]
    credits_ = [(code, -amount) for code, amount in credit.items() if amount]
    return Entry(day, words, (*debits, *credits_), line)


def opening_entry(day: date, balances: Mapping[int, int]) -> Entry | None:
    """Open the books with what the business has and owes; what is left over is the capital.

    Args:
        day: the first day of the books.
        balances: rupiah by account of the financial position, each on its usual side (a debt is
            written as a positive number). Capital (3101) is worked out and may be left away;
            retained earnings (3102) may be given.

    Returns:
        The entry, or None if every balance is zero.

    Raises:
        UnknownAccountError: the chart has no such account.
        ValueError: an account of income or expense, or drawings, is among them.

    Example:
        >>> opening_entry(date(2026, 11, 1), {1101: 500_000, 2301: 200_000}).postings
        ((1101, 500000), (2301, -200000), (3101, -300000))
    """
    postings: list[Posting] = []
    for code, amount in sorted(balances.items()):
        if code not in ACCOUNTS:
            raise UnknownAccountError(f"the chart has no account {code}")
        if code > RETAINED_EARNINGS:
            raise ValueError(f"books do not open with a balance of account {code}")
        if amount and code != CAPITAL:
            postings.append((code, amount * ACCOUNTS[code].normal_side))
    capital = -sum(amount for _, amount in postings)
    if capital:
        postings.append((CAPITAL, capital))
    return Entry(day, "Saldo awal", tuple(postings), role="pembuka") if postings else None
