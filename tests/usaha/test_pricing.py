"""Prices that survive the platform, forwards and backwards."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.costing import shelf_price
from usaha.fees import FeeTable
from usaha.pricing import (
    bundle_break_even_share,
    contribution,
    net_received,
    price_for_net,
    qris_cost,
    required_price,
    units_for_same_profit,
)

CASE = date(2026, 11, 23)
RATES = st.decimals(0, "0.3", places=4)


@st.composite
def tables(draw: st.DrawFn) -> FeeTable:
    """Draw a fee table with a commission, a capped programme, tax and a fee for the order."""
    return (
        FeeTable("Toko")
        .with_fee("Biaya admin", draw(RATES))
        .with_fee("Program", draw(RATES), cap=draw(st.integers(0, 60_000)))
        .with_fee("PPh final", draw(st.sampled_from([Decimal(0), Decimal("0.005")])), base="listed")
        .with_order_fee(draw(st.integers(0, 3_000)))
    )


@given(tables(), st.integers(0, 5_000_000), st.integers(1, 4))
def test_price_to_net_and_back(table: FeeTable, net: int, items: int) -> None:
    """The lowest price that leaves the wanted rupiah does, and a rupiah less does not."""
    price = price_for_net(table, net, items=items)
    assert net <= net_received(table, price, items=items) <= net + 1
    assert price == 0 or net_received(table, price - 1, items=items) < net


@given(tables(), st.integers(3_000, 5_000_000), st.integers(0, 2_000))
def test_net_to_price_and_back(table: FeeTable, price: int, voucher: int) -> None:
    """From a price through its fees to the net and back brings the same net to the rupiah."""
    net = net_received(table, price, voucher=voucher)
    if net < 0:
        return
    back = price_for_net(table, net, voucher=voucher)
    assert back <= price
    assert net_received(table, back, voucher=voucher) == net


@given(
    st.integers(1_000, 1_000_000), RATES, st.integers(0, 200_000), st.decimals(0, "0.4", places=3)
)
def test_required_price_leaves_what_was_wanted(
    cost: int, rate: Decimal, profit: int, margin: Decimal
) -> None:
    """Price less percentages, cost and profit leaves the margin, whatever the figures."""
    price = required_price(cost, rate, profit=profit, margin=margin)
    assert abs(price * (1 - rate) - cost - profit - price * margin) < Decimal("1e-12") * price


def test_golden_price() -> None:
    """UNITS.md B3 by hand: HPP 62.000, box 2.000, 1.250 / 2 = 625, 15% kept, profit 15.000.

    (62.000 + 2.000 + 625 + 15.000) / 0,85 = 93.676,47; on the shelf Rp94.000.
    Multiplying by 1,15 instead would give 91.568,75 and only 13.208 of profit.
    """
    price = required_price(64_625, Decimal("0.15"), profit=15_000)
    assert round(price, 2) == Decimal("93676.47")
    assert shelf_price(price) == 94_000
    table = FeeTable("Toko").with_fee("Biaya admin", 0.15).with_order_fee(1250)
    assert price_for_net(table, 62_000 + 2_000 + 15_000, items=2) == 93_676
    assert contribution(table, 91_569, 64_000, items=2) == 13_209


def test_a_table_of_the_formula_agrees_with_the_search() -> None:
    """Without a cap the search finds the formula's price, give or take the rounding of a rupiah."""
    table = FeeTable("Toko").with_fee("Biaya admin", Decimal("0.125")).with_order_fee(1250)
    for net in range(10_000, 200_000, 7_919):
        formula = required_price(net + 1250, Decimal("0.125"))
        assert abs(price_for_net(table, net) - formula) <= 1


def test_nothing_left() -> None:
    """Where the percentages take everything no price is high enough."""
    with pytest.raises(ValueError, match="nothing is left"):
        required_price(1, Decimal("0.7"), margin=Decimal("0.3"))
    with pytest.raises(ValueError, match="no price leaves"):
        price_for_net(FeeTable("Toko").with_fee("Semua", 1), 1)


def test_a_voucher_comes_before_the_fees() -> None:
    """By hand: (100.000 - 10.000) × 0,9 = 81.000, not 90.000 - 10.000 = 80.000."""
    table = FeeTable("Toko").with_fee("Biaya admin", 0.1)
    assert net_received(table, 100_000, voucher=10_000) == 81_000


def test_discount_break_even() -> None:
    """By hand: 100 × 20.000 at 12.000 each takes 166,7 -> 167; at nothing left it never comes."""
    assert units_for_same_profit(100, 20_000, 12_000) == 167
    assert units_for_same_profit(100, 20_000, 20_000) == 100
    assert units_for_same_profit(100, 20_000, 0) is None
    with pytest.raises(ValueError, match="before must be above zero"):
        units_for_same_profit(100, 0, 5)


@given(st.integers(1, 10_000), st.integers(1, 100_000), st.integers(1, 100_000))
def test_discount_break_even_is_tight(units: int, before: int, after: int) -> None:
    """So many units earn as much as before, one fewer does not."""
    needed = units_for_same_profit(units, before, after)
    assert needed is not None
    assert (needed - 1) * after < units * before <= needed * after


def test_bundle() -> None:
    """By hand: main 10.000, both 18.000, bundle 14.000: 18s + 10(1 - s) = 14 gives s = 1/2."""
    assert bundle_break_even_share(10_000, 18_000, 14_000) == Decimal("0.5")
    assert bundle_break_even_share(10_000, 18_000, 10_000) == 0
    assert bundle_break_even_share(10_000, 18_000, 19_000) == 1
    assert bundle_break_even_share(10_000, 18_000, 9_999) is None
    with pytest.raises(ValueError, match="must bring more"):
        bundle_break_even_share(10_000, 10_000, 9_000)


@pytest.mark.parametrize(
    ("amount", "micro", "rupiah"),
    [
        (500_000, True, 0),
        (500_001, True, 1_500),
        (1_000_000, True, 3_000),
        (500_000, False, 3_500),
        (0, True, 0),
    ],
)
def test_qris(amount: int, micro: bool, rupiah: int) -> None:
    """Free up to the limit, above it a share of the whole amount and not of what is above."""
    assert qris_cost(amount, CASE, micro=micro).rupiah == rupiah
