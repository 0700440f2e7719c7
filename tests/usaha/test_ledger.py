"""Balances, pages, trial balance and closing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.usaha.books import DAYS, entries
from usaha.accounts import ACCOUNTS
from usaha.journal import Entry, entry
from usaha.ledger import balances, closing_entries, ledger_page, net_profit, trial_balance

BOOKS = st.lists(entries(), max_size=12)


def test_a_month_by_hand() -> None:
    """Capital 500, sale 300 cash, sale 100 on credit, wage 120, draw 80.

    Cash 500 + 300 - 120 - 80 = 600; profit 400 - 120 = 280; after closing 3101 has 500 - 80 = 420
    and 3102 has 280, together 700 = cash 600 + receivables 100.
    """
    day = date(2026, 11, 2)
    books = [
        entry(day, "Modal", debit={1101: 500}, credit={3101: 500}),
        entry(day, "Jual tunai", debit={1101: 300}, credit={4101: 300}),
        entry(day, "Jual tempo", debit={1201: 100}, credit={4101: 100}),
        entry(day, "Upah", debit={5201: 120}, credit={1101: 120}),
        entry(day, "Prive", debit={3201: 80}, credit={1101: 80}),
    ]
    sums = balances(books)
    assert sums == {1101: 600, 1201: 100, 3101: -500, 3201: 80, 4101: -400, 5201: 120}
    assert net_profit(sums) == 280
    rows = trial_balance(sums)
    assert sum(row.debit for row in rows) == sum(row.credit for row in rows) == 900
    assert [row.balance for row in ledger_page(books, 1101)] == [500, 800, 680, 600]
    assert [row.balance for row in ledger_page(books, 3201)] == [80]
    closed = balances([*books, *closing_entries(books, day)])
    assert {code: sum_ for code, sum_ in closed.items() if sum_} == {
        1101: 600, 1201: 100, 3101: -420, 3102: -280,
    }  # fmt: skip


@given(BOOKS)
def test_books_always_balance(books: list[Entry]) -> None:
    """Both sides of the trial balance are the same, whatever was booked."""
    rows = trial_balance(balances(books))
    assert sum(row.debit for row in rows) == sum(row.credit for row in rows)


@given(BOOKS, DAYS, DAYS)
def test_days_are_counted_once(books: list[Entry], one: date, other: date) -> None:
    """Before, within and after a stretch of days together are the whole books."""
    first, last = min(one, other), max(one, other)
    before = balances([each for each in books if each.day < first])
    within = balances(books, first, last)
    after = balances([each for each in books if each.day > last])
    whole = balances(books)
    for code in ACCOUNTS:
        parts = before.get(code, 0) + within.get(code, 0) + after.get(code, 0)
        assert parts == whole.get(code, 0)


@given(BOOKS)
def test_closing_empties_the_results(books: list[Entry]) -> None:
    """Nothing is left on 3201 and from 4101 on; profit and drawings are in the equity."""
    day = date(2026, 12, 31)
    before = balances(books)
    after = balances([*books, *closing_entries(books, day)])
    assert all(not amount for code, amount in after.items() if code >= 3201)
    assert after.get(3102, 0) == before.get(3102, 0) - net_profit(before)
    assert after.get(3101, 0) == before.get(3101, 0) + before.get(3201, 0)


@given(BOOKS, st.sampled_from(list(ACCOUNTS)))
def test_a_page_ends_with_the_balance(books: list[Entry], code: int) -> None:
    """The running balance arrives where the sums do, on the account's own side."""
    page = ledger_page(books, code)
    end = page[-1].balance if page else 0
    assert end == balances(books).get(code, 0) * ACCOUNTS[code].normal_side
