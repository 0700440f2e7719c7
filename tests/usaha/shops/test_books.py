"""Drawn books: they fit the orders, never run dry, and the journal understands every line."""

from collections import Counter

import pytest

from usaha.cash_book import post_cash_book
from usaha.shops import PROFILES, make_shop


@pytest.mark.parametrize("key", PROFILES)
def test_the_journal_understands_every_line(key: str) -> None:
    """Both books together post without a doubt; cash, bank and the marketplace end above nought."""
    books = make_shop(key, "uji").books
    lines = sorted((*books.cash, *books.marketplace), key=lambda line: line.day)
    entries, problems = post_cash_book(lines)
    assert problems == ()
    balances: Counter[int] = Counter()
    for entry in entries:
        for account, amount in entry.postings:
            balances[account] += amount
    assert balances[1101] > 0
    assert balances[1102] > 0
    assert balances[1103] >= 0
    assert balances[2201] == 0  # the deposit was earned
    assert balances[1501] > 0


@pytest.mark.parametrize("key", PROFILES)
def test_balances_follow_and_never_fall_below_nought(key: str) -> None:
    """Each balance is the one before with this line's money, beginning with the opening balance."""
    balance = 0
    for line in make_shop(key, "uji").books.cash:
        balance += line.money_in - line.money_out
        assert line.balance == balance > 0
        assert (line.money_in > 0) != (line.money_out > 0)


def test_the_marketplace_book_is_that_of_the_orders() -> None:
    """Weeks that lie wholly in the year hold the completed orders' goods less discounts."""
    shop = make_shop("sepatu", "uji")
    weeks = [line.day for line in shop.books.marketplace]
    sold = [
        o
        for o in shop.orders
        if o.state == "completed" and o.created and o.created.date() <= weeks[-1]
    ]
    assert sum(line.money_in for line in shop.books.marketplace) == sum(
        o.goods - o.discount for o in sold
    )


def test_costs_follow_sales() -> None:
    """Material of the year is within a tenth of its share of what was sold."""
    shop = make_shop("emping", "uji")
    sold = sum(
        line.money_in
        for line in shop.books.cash
        if line.category == "Penjualan" and "tunai" in line.words
    )
    sold += sum(line.money_in for line in shop.books.marketplace)
    material = sum(amount for (_, label), amount in shop.costs().items() if label == "Bahan")
    assert (
        abs(material * 1000 / sold - shop.profile.material_share) < shop.profile.material_share / 10
    )
