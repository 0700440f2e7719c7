"""Injected mistakes: documented, findable and mendable."""

from collections import Counter

import pytest

from usaha.draws import Draws
from usaha.shops import PROFILES, make_shop
from usaha.shops.faults import HOW_MANY, inject


@pytest.mark.parametrize("key", PROFILES)
def test_mending_what_is_listed_gives_the_right_book(key: str) -> None:
    """Nothing else was touched: put every fault right and the true book comes back."""
    shop = make_shop(key, "uji")
    mended = list(shop.spoiled_cash)
    for fault in sorted(shop.faults, key=lambda f: -f.line):
        if fault.right is None:
            del mended[fault.line - 1]
        else:
            mended[fault.line - 1] = fault.right
    true = [(x.day, x.words, x.money_in, x.money_out, x.category) for x in shop.books.cash]
    assert [(x.day, x.words, x.money_in, x.money_out, x.category) for x in mended] == true


@pytest.mark.parametrize("key", PROFILES)
def test_every_kind_is_there_as_often_as_stated(key: str) -> None:
    """The same number in every shop, on different lines, and each changes the book."""
    shop = make_shop(key, "uji")
    assert Counter(f.kind for f in shop.faults) == HOW_MANY
    assert len({f.line for f in shop.faults}) == len(shop.faults)
    assert all(f.right != shop.spoiled_cash[f.line - 1] for f in shop.faults)
    assert all(line.balance is None for line in shop.spoiled_cash)


def test_a_duplicate_stands_behind_its_original() -> None:
    """Same day, words and amount."""
    shop = make_shop("tenun", "uji")
    for fault in (f for f in shop.faults if f.kind == "duplikat"):
        first, second = shop.spoiled_cash[fault.line - 2 : fault.line]
        assert (first.day, first.words, first.money_out) == (
            second.day,
            second.words,
            second.money_out,
        )


def test_a_book_that_is_too_short_is_refused() -> None:
    """A programmer who spoils three lines hears of it."""
    with pytest.raises(ValueError, match="has no"):
        inject(make_shop("emping", "uji").books.cash[:3], Draws("x"))
