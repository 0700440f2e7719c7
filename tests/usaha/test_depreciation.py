"""Depreciation, straight line and declining."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.depreciation import (
    Method,
    accumulated_depreciation,
    declining_balance,
    depreciation_per_batch,
    depreciation_per_month,
)


def test_golden() -> None:
    """By hand: 900.000 / 36 = 25.000 a month; / 8 batches = 3.125."""
    assert depreciation_per_month(900_000, 36) == 25_000
    assert depreciation_per_batch(900_000, 36, 8) == 3_125


@given(st.integers(0, 10**9), st.integers(1, 240), st.integers(1, 60))
def test_the_whole_price_is_spread(price: int, months: int, batches: int) -> None:
    """Over its life a tool costs its price: no residual value is kept back (par. 11.14)."""
    total = depreciation_per_batch(price, months, batches) * months * batches
    assert abs(total - price) < Decimal("1e-9")


@pytest.mark.parametrize(("price", "months", "batches"), [(-1, 36, 6), (1, 0, 6), (1, 36, 0)])
def test_refuses_senseless_numbers(price: int, months: int, batches: int) -> None:
    """A programmer who passes them hears of it."""
    with pytest.raises(ValueError, match="must"):
        depreciation_per_batch(price, months, batches)


def test_declining_by_hand() -> None:
    """The truck of Weygandt, Kimmel and Kieso (13.000, five years, double rate 40%), no residual.

    5.200, 3.120, 1.872, 1.123,2 as in the book; the last year takes the rest: 13.000 - 5.200 -
    3.120 - 1.872 - 1.123 = 1.685 (the book stops at a residual value of 1.000, SAK EMKM does not).
    """
    years = declining_balance(13_000, 5)
    assert [year.expense for year in years] == [5_200, 3_120, 1_872, 1_123, 1_685]
    assert [year.after for year in years] == [7_800, 4_680, 2_808, 1_685, 0]


@given(st.integers(0, 10**10), st.integers(3, 20))
def test_declining_spreads_the_whole_price(price: int, life: int) -> None:
    """No year takes more than the one before but the last, and nothing is left."""
    expenses = [year.expense for year in declining_balance(price, life)]
    assert sum(expenses) == price
    assert all(a >= b for a, b in pairwise(expenses[:-1]))


@given(
    st.integers(0, 10**9),
    st.integers(3, 10),
    st.lists(st.integers(0, 150), min_size=2, max_size=5),
    st.sampled_from(["garis_lurus", "saldo_menurun"]),
)
def test_wear_only_grows(price: int, years: int, months: list[int], method: Method) -> None:
    """More months never mean less wear; it begins at nothing and ends at the price."""
    worn = [accumulated_depreciation(price, years * 12, m, method) for m in sorted(months)]
    assert worn == sorted(worn)
    assert accumulated_depreciation(price, years * 12, 0, method) == 0
    assert accumulated_depreciation(price, years * 12, years * 12, method) == price


def test_declining_refuses_senseless_numbers() -> None:
    """A short life, a broken year and a negative price are errors of a programmer."""
    with pytest.raises(ValueError, match="at least 3"):
        declining_balance(1_000, 2)
    with pytest.raises(ValueError, match="whole years"):
        accumulated_depreciation(1_000, 40, 3, "saldo_menurun")
    with pytest.raises(ValueError, match="out of range"):
        accumulated_depreciation(-1, 40, 3)
