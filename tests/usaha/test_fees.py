"""Fee tables of platforms: dated, overwritable, honest about ranges."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.fees import FeeTable, deductions, fee_choices, fee_rules, platform_fees
from usaha.rules import RuleNotInForceError

CASE = date(2026, 11, 23)


def test_a_range_wants_a_choice() -> None:
    """Where only a range is known nothing chooses within it."""
    assert fee_choices("Shopee", "fashion", CASE) == (Decimal("0.0425"), Decimal("0.09"))
    with pytest.raises(ValueError, match="choose a commission"):
        platform_fees("Shopee", "fashion", CASE)
    assert platform_fees("Shopee", "fashion", CASE, commission=0.09).rate == Decimal("0.09")


def test_sources_and_cautions_come_along() -> None:
    """A looked-up fee names its page; a typed one says that it was typed."""
    table = platform_fees("Tokopedia/TikTok Shop", "other", CASE)
    assert table.fees[0].source == "pusat penjual, belum diperiksa"
    assert len(table.cautions) == 2
    mine = table.with_fee("Biaya admin", 0.05).with_order_fee(0)
    assert mine.fees[0].source == "diisi sendiri"
    assert mine.cautions == ()


def test_both_rules_of_a_place() -> None:
    """The commission's rule and the order fee's, as they stand on the day."""
    commission, order_fee = fee_rules("Tokopedia/TikTok Shop", "other", CASE)
    assert commission.key == "tokopedia_commission_default"
    assert order_fee.key == "tokopedia_order_fee"


def test_dated() -> None:
    """Before the fee was known there is no table."""
    with pytest.raises(RuleNotInForceError):
        platform_fees("Tokopedia/TikTok Shop", "other", date(2026, 2, 12))
    with pytest.raises(ValueError, match="known: Shopee food"):
        platform_fees("Blibli", "food", CASE)


def test_caps_vouchers_and_tax() -> None:
    """By hand, price 300.000, voucher 20.000: 8% × 280.000 = 22.400; 5% × 280.000 = 14.000 capped at
    10.000; 0,5% tax is of the price before the voucher = 1.500; 1.250 / 2 = 625.
    """
    table = (
        FeeTable("Shopee")
        .with_fee("Biaya admin", 0.08)
        .with_fee("Gratis Ongkir XTRA", 0.05, cap=10_000)
        .with_fee("PPh final", 0.005, base="listed")
        .with_order_fee(1250)
    )
    lines = deductions(table, 300_000, voucher=20_000, items=2)
    assert [line.rupiah for line in lines] == [22_400, 10_000, 1_500, 625]
    assert lines[1].how == "5% × Rp280.000, paling banyak Rp10.000"


@given(
    st.integers(0, 10_000_000),
    st.lists(st.decimals(0, "0.2", places=4), max_size=4),
    st.integers(1, 5),
)
def test_lines_add_up(price: int, rates: list[Decimal], items: int) -> None:
    """Lines are whole rupiah and their sum is the rounded sum of the exact fees."""
    table = FeeTable("Toko").with_order_fee(1250)
    for number, rate in enumerate(rates):
        table = table.with_fee(f"Biaya {number}", rate)
    whole = sum(line.rupiah for line in deductions(table, price, items=items))
    assert abs(whole - (price * sum(rates) + Decimal(1250) / items)) <= Decimal("0.5")


@pytest.mark.parametrize(("voucher", "items"), [(1001, 1), (0, 0), (-1, 1)])
def test_nonsense_is_refused(voucher: int, items: int) -> None:
    """A voucher above the price, no items, a negative voucher."""
    with pytest.raises(ValueError, match=r"voucher|items"):
        deductions(FeeTable("Toko"), 1000, voucher=voucher, items=items)
