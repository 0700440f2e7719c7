"""Entries balance or are not made."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.accounts import ACCOUNTS, UnknownAccountError
from usaha.journal import Entry, UnbalancedError, entry, opening_entry

DAY = date(2026, 11, 2)
OPENING = [code for code in ACCOUNTS if code < 3101]


@given(st.lists(st.tuples(st.sampled_from(list(ACCOUNTS)), st.integers(-9, 9)), max_size=4))
def test_only_balanced_entries_can_be_made(postings: list[tuple[int, int]]) -> None:
    """Whatever somebody passes: it adds up to zero or raises."""
    balanced = bool(postings) and sum(amount for _, amount in postings) == 0
    try:
        made = Entry(DAY, "acak", tuple(postings))
    except UnbalancedError:
        assert not balanced
    else:
        assert balanced
        assert made.postings == tuple(postings)


def test_says_what_is_wrong() -> None:
    """Another account, a fraction of a rupiah, a negative side: errors of a programmer."""
    with pytest.raises(UnknownAccountError):
        Entry(DAY, "x", ((1, 5), (1101, -5)))
    with pytest.raises(TypeError, match="whole rupiah"):
        Entry(DAY, "x", ((1101, 0.5), (4101, -0.5)))  # type: ignore[arg-type]
    with pytest.raises(UnbalancedError, match="other side"):
        entry(DAY, "x", debit={1101: -5}, credit={4101: -5})
    with pytest.raises(UnbalancedError, match="differ by 1"):
        entry(DAY, "x", debit={1101: 6}, credit={4101: 5})


@given(st.dictionaries(st.sampled_from(OPENING), st.integers(0, 10**9)))
def test_opening_balances(balances: dict[int, int]) -> None:
    """Capital is what is owned less what is owed; wear takes away from what is owned."""
    made = opening_entry(DAY, balances)
    owned = sum(b if c != 1502 else -b for c, b in balances.items() if c < 2000)
    owed = sum(b for c, b in balances.items() if c > 2000)
    capital = -dict(made.postings).get(3101, 0) if made else 0
    assert capital == owned - owed


def test_books_do_not_open_with_results() -> None:
    """Income and drawings belong to a period, an unknown account to nobody."""
    with pytest.raises(ValueError, match="4101"):
        opening_entry(DAY, {4101: 5})
    with pytest.raises(UnknownAccountError):
        opening_entry(DAY, {1234: 5})
    assert opening_entry(DAY, {1101: 0}) is None
