"""Capital, break-even and payback of a new business."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.startup import (
    WorkingCapital,
    break_even_units,
    payback_months,
    safety_margin,
    startup_capital,
)

WORKING = WorkingCapital(
    stock=Decimal(3_000_000),
    receivables=Decimal(1_200_000),
    cash_reserve=Decimal(4_000_000),
    payables=Decimal(700_000),
)


def test_a_stall() -> None:
    """UNITS.md C3 by hand.

    Working capital 3 + 1,2 + 4 - 0,7 = 7,5 million; capital 12 + 2,5 + 7,5 = 22 million; fixed costs
    4,5 million over (15.000 - 9.000) is 750 portions; with a target of 1,2 million 950; a plan of 1.100
    leaves 2,1 million, and with 100.000 of wear back the capital is there after 10 months.
    """
    assert WORKING.total == 7_500_000
    capital = startup_capital(12_000_000, 2_500_000, WORKING)
    assert capital == 22_000_000
    assert break_even_units(4_500_000, 15_000, 9_000) == 750
    assert break_even_units(4_500_000, 15_000, 9_000, profit=1_200_000) == 950
    profit = 1_100 * 6_000 - 4_500_000
    assert payback_months(capital, profit, 100_000) == 10


@given(st.integers(0, 10**8), st.integers(0, 10**6), st.integers(0, 10**6))
def test_break_even_is_tight(fixed: int, price: int, cost: int) -> None:
    """So many units cover the fixed costs and one fewer does not; no margin, no break-even."""
    units = break_even_units(fixed, price, cost)
    if units is None:
        assert price <= cost
        return
    assert units * (price - cost) >= fixed
    assert units == 0 or (units - 1) * (price - cost) < fixed


def test_safety_margin() -> None:
    """A quarter may be missing; below break-even it is negative; nothing planned has none."""
    assert safety_margin(1_000, 750) == Decimal("0.25")
    assert safety_margin(500, 750) == Decimal("-0.5")
    assert safety_margin(0, 750) is None


def test_months_that_bring_nothing() -> None:
    """A loss larger than the wear never pays back; negative figures are errors."""
    assert payback_months(1_000_000, -100_000, 100_000) is None
    with pytest.raises(ValueError, match="equipment must not be negative"):
        startup_capital(-1, 0, WORKING)
