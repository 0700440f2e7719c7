"""Ratios of a shop and its advertisements."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.marketing import (
    Funnel,
    acquisition_cost,
    ad_profit,
    average_order_value,
    break_even_roas,
    click_through_rate,
    contribution_margin,
    conversion_rate,
    cost_per_click,
    funnel_stages,
    roas,
    weakest_stage,
)

BENCHMARKS = (Decimal("0.02"), Decimal("0.2"), Decimal("0.25"), Decimal("0.85"))


def test_a_week_of_advertising() -> None:
    """UNITS.md B4 by hand: 40.000 seen, 800 clicks, 20 completed, sales 3.000.000, cost 900.000.

    CTR 2%, CR 2,5%, Rp1.125 a click, AOV 150.000, ROAS 3,33. Price 150.000 and variable cost 112.500
    leave 25%, so that break-even ROAS is 4: more than 1 and still a loss of 150.000.
    """
    assert click_through_rate(40_000, 800) == Decimal("0.02")
    assert conversion_rate(800, 20) == Decimal("0.025")
    assert cost_per_click(900_000, 800) == 1_125
    assert average_order_value(3_000_000, 20) == 150_000
    assert acquisition_cost(900_000, 15) == 60_000
    margin = contribution_margin(150_000, 112_500)
    assert break_even_roas(margin) == 4
    assert 1 < roas(3_000_000, 900_000) < 4
    assert ad_profit(3_000_000, margin, 900_000) == -150_000


@given(
    st.integers(1, 10**9), st.integers(1, 10**8), st.integers(1, 10**6), st.integers(0, 2 * 10**6)
)
def test_above_break_even_is_exactly_profit(
    sales: int, cost: int, price: int, variable: int
) -> None:
    """An advertisement earns exactly where its ROAS is above break-even."""
    margin = contribution_margin(price, variable)
    needed = break_even_roas(margin)
    profit = ad_profit(sales, margin, cost)
    if needed is None:
        assert profit < 0
        return
    gap = roas(sales, cost) - needed
    if abs(gap) > Decimal("1e-15") * needed:
        assert (profit > 0) == (gap > 0)


@given(st.lists(st.integers(0, 10**6), min_size=5, max_size=5))
def test_stages_multiply_to_the_whole(counts: list[int]) -> None:
    """The rates of all stages multiply to completed orders over impressions."""
    counts.sort(reverse=True)
    stages = funnel_stages(Funnel(*counts), BENCHMARKS)
    if counts[3] == 0:
        return
    product = Decimal(1)
    for stage in stages:
        assert stage.rate is not None
        product *= stage.rate
    assert abs(product - Decimal(counts[4]) / counts[0]) < Decimal("1e-20")


def test_the_weakest_is_furthest_below_its_benchmark() -> None:
    """Clicks at 2% are the lowest rate and fully as good as their benchmark; orders are weak."""
    stages = funnel_stages(Funnel(40_000, 800, 200, 25, 20), BENCHMARKS)
    weakest = weakest_stage(stages)
    assert weakest is not None
    assert (weakest.name, weakest.strength) == ("pesanan", Decimal("0.5"))
    empty = funnel_stages(Funnel(100, 0, 0, 0, 0), BENCHMARKS)
    assert weakest_stage(empty) == empty[0]
    assert empty[1].rate is None


@pytest.mark.parametrize("counts", [(1, 2, 0, 0, 0), (5, 4, 3, 2, -1)])
def test_impossible_funnels(counts: tuple[int, ...]) -> None:
    """More clicks than impressions, or fewer than none."""
    with pytest.raises(ValueError, match=r"more than the one before|negative"):
        funnel_stages(Funnel(*counts), BENCHMARKS)


def test_nothing_to_divide_by() -> None:
    """The error names what was zero."""
    with pytest.raises(ValueError, match="impressions must be above zero"):
        click_through_rate(0, 0)
    with pytest.raises(ValueError, match="new_customers must be above zero"):
        acquisition_cost(1, 0)
