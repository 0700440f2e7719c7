"""Tests of the pair of shoes on a marketplace: prices in a sane order, tariffs shown with their source."""

from __future__ import annotations

from decimal import Decimal

from latihan.unit import Values
from latihan.units.shoe_fees import (
    ADMIN,
    ORDER_FEE,
    PROGRAM,
    TAX,
    draw,
    fee_table,
    round_down,
    round_up,
    show,
)
from usaha.draws import Draws

PAIRS = [draw(Draws(f"sepatu-{n}")) for n in range(80)]


def test_percentages_and_margin_leave_something() -> None:
    """No price is asked for that cannot exist."""
    for pair in PAIRS:
        kept = pair["tarif_admin"] + pair["tarif_program"]
        assert 0.12 <= kept <= 0.2
        assert kept + pair["margin_target"] < 0.5


def test_todays_price_is_one_that_people_ask() -> None:
    """It ends in 900 and covers at least the cost of making and wrapping the pair."""
    for pair in PAIRS:
        assert pair["harga_toko"] % 1000 == 900
        assert pair["harga_toko"] > pair["hpp"] + pair["kemas_kirim"]


def test_the_shop_pays_its_two_percentages_and_the_order_fee() -> None:
    """The tax on turnover is not among them below the threshold."""
    pair = Values.of(PAIRS[0])
    table = fee_table(pair)
    assert table.rate == pair.tarif_admin + pair.tarif_program
    assert table.order_fee == ORDER_FEE.number


def test_prices_on_the_shelf_are_multiples_of_500() -> None:
    """Up and down from between, and where they stand on one already."""
    assert (round_up(Decimal("130000.01")), round_down(Decimal("130499.99"))) == (130_500, 130_000)
    assert round_up(Decimal(130_500)) == round_down(Decimal(130_500)) == 130_500


def test_the_table_says_where_each_tariff_is_from_and_whether_it_was_checked() -> None:
    """Instrument, range and state of checking stand beside what this shop pays."""
    text = repr(show(PAIRS[0]))
    for rule in (ADMIN, PROGRAM, ORDER_FEE, TAX):
        assert rule.shown in text
    assert text.count("belum diperiksa, pastikan lagi") == 4
    assert "pusat penjual Shopee" in text
    assert "HPP" not in text  # the law's short name is that of unit cost
