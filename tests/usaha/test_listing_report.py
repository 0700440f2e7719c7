"""A marketplace price in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.fees import FeeTable
from usaha.listing import EXAMPLE, EXAMPLE_FEES, PLACES, Listing, Priced, price_listing, shop_fees
from usaha.listing_report import (
    advice,
    cautions,
    items_sentence,
    markup_sentence,
    next_steps,
    price_shares,
    rate_caution,
    result_sentences,
    steps,
)
from usaha.rules import find_rule

DAY = date(2026, 11, 23)
TABLE = shop_fees(PLACES["shopee_fashion"], DAY, EXAMPLE_FEES)


def example(**changes: int | str) -> tuple[Listing, Priced]:
    """Price the example with some figures changed."""
    listing = replace(EXAMPLE, **{name: Decimal(value) for name, value in changes.items()})
    priced, problems = price_listing(listing, TABLE)
    assert priced is not None, problems
    return listing, priced


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "Anda untung Rp14.211 tiap pasang."),
        ({"price": 140_000}, "Anda rugi Rp5.025 tiap pasang."),
        ({"price": 145_982}, "Anda tidak untung dan tidak rugi."),
    ],
)
def test_the_outcome_is_named(changes: dict[str, int | str], outcome: str) -> None:
    """Profit, loss and neither; by hand 140.000 × 0,84 - 625 - 122.000 = -5.025."""
    assert outcome in result_sentences(*example(**changes), "pasang")[1]


def test_a_voucher_is_named() -> None:
    """Who gives one reads it beside the price."""
    first = result_sentences(*example(voucher=4_000), "pasang")[0]
    assert first.startswith("Dari harga Rp162.900 dengan voucher Rp4.000, ")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"profit": 0, "margin": "0.2"}, "untung 20% dari harga tiap pasang, pasang harga Rp192"),
        ({"profit": 0}, "Isi untung yang Anda inginkan"),
    ],
)
def test_advice_for_every_wish(changes: dict[str, int | str], words: str) -> None:
    """A margin, or no wish at all."""
    assert words in advice(*example(**changes), "pasang")[1]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"price": 140_000}, "di bawah harga impas. Naikkan ke Rp146.000"),
        ({}, "Untungnya tipis"),
        ({"cost": 0}, "HPP belum diisi"),
    ],
)
def test_what_needs_care(changes: dict[str, int | str], words: str) -> None:
    """A loss, a thin profit, a cost that is missing."""
    listing, priced = example(**changes)
    assert words in " ".join(cautions(listing, priced, TABLE))


def test_a_good_price_needs_none() -> None:
    """At the recommended price nothing is said; without any fees that is said."""
    assert cautions(*example(price=173_000), TABLE) == ()
    assert "Potongan belum diisi" in cautions(*example(), FeeTable("x"))[0]


@given(st.integers(0, 400_000), st.integers(0, 200_000), st.integers(0, 9_000))
def test_the_parts_add_up(price: int, cost: int, voucher: int) -> None:
    """Where the price goes is the price, and what it lacks is the loss."""
    listing, priced = example(price=max(price, voucher), cost=cost, voucher=voucher)
    shares = price_shares(listing, priced)
    spent = sum(part.rupiah for part in shares if part.key != "loss")
    lacking = sum(part.rupiah for part in shares if part.key == "loss")
    assert spent - lacking == listing.price


def test_steps_with_a_voucher_promise_no_formula() -> None:
    """With a voucher the price is found, not divided."""
    rows = {step.name: step for step in steps(*example(voucher=4_000), TABLE, "pasang")}
    assert rows["Uang yang Anda terima"].formula == "Rp162.900 - voucher Rp4.000 - Rp26.049"
    assert "harga terendah yang menyisakan Rp122.000" in rows["Harga impas"].formula
    assert rows["Harga pajang"].result == "Rp177.000"


def test_steps_without_a_wish_end_at_the_break_even() -> None:
    """Nothing is promised that nobody asked for; a loss is named."""
    rows = steps(*example(profit=0, price=140_000), TABLE, "pasang")
    assert [row.name for row in rows[-2:]] == ["Rugi satu pasang", "Harga impas"]


def test_the_usual_mistake_is_shown_where_it_loses() -> None:
    """By hand: 122.625 × 1,16 = 142.245."""
    assert markup_sentence(*example(), TABLE).startswith(
        "Biaya ditambah 16% hanya menjadi Rp142.245"
    )
    assert markup_sentence(*example(voucher=4_000), TABLE) == ""


@pytest.mark.parametrize(
    ("items", "fee", "words"),
    [(2, 1250, "2 barang bersama"), (1, 1250, "satu barang sendiri"), (2, 0, "")],
)
def test_who_bears_the_order_s_fee(items: int, fee: int, words: str) -> None:
    """Shared, alone, or nobody because there is none."""
    listing = replace(EXAMPLE, items=Decimal(items))
    sentence = items_sentence(listing, FeeTable("x").with_order_fee(fee))
    assert words in sentence
    assert bool(sentence) == bool(fee)


def test_rates_outside_of_what_is_known() -> None:
    """A slip of the finger is asked about; an empty field says what is taken instead."""
    rule = find_rule("shopee_admin_fashion", DAY)
    assert "di luar 4,25% sampai 9%" in rate_caution("Biaya admin", Decimal("0.75"), rule)
    assert "yang tertinggi, 9%" in rate_caution("Biaya admin", None, rule)
    assert rate_caution("Biaya admin", Decimal("0.75"), None) == ""


def test_what_to_do_next_names_a_price() -> None:
    """The price for the wish, or else the break-even."""
    assert "Rp173.000" in next_steps(*example())[0]
    assert "Rp145.982" in next_steps(*example(profit=0))[0]
