"""Straight-line depreciation."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.depreciation import depreciation_per_batch, depreciation_per_month


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
