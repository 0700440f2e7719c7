"""One item on a marketplace's shelf, worked by hand and held against the library's other ways."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.fees import FeeTable
from usaha.listing import (
    EXAMPLE,
    EXAMPLE_FEES,
    PLACES,
    HerFees,
    Listing,
    Priced,
    price_listing,
    program_rule,
    shop_fees,
)
from usaha.pricing import net_received, required_price
from usaha.rules import RuleNotInForceError, find_rule

DAY = date(2026, 11, 23)
TABLE = shop_fees(PLACES["shopee_fashion"], DAY, EXAMPLE_FEES)


def priced(listing: Listing, table: FeeTable = TABLE) -> Priced:
    """Price what has no problem."""
    found, problems = price_listing(listing, table)
    assert found is not None, problems
    return found


def example(**changes: int | str) -> Listing:
    """Give the example with some figures changed."""
    return replace(EXAMPLE, **{name: Decimal(value) for name, value in changes.items()})


def test_the_lesson_s_shoes() -> None:
    """The sample shop of the lesson: every figure that stands there."""
    found = priced(EXAMPLE)
    assert [line.rupiah for line in found.kept] == [12_218, 13_846, 625]
    assert found[1:] == (136_211, 14_211, 145_982, 172_768, 173_000)


def test_a_voucher_lowers_what_the_fees_are_taken_of() -> None:
    """By hand: 158.900 × 0,84 - 625 - 122.000 = 10.851, as in the lesson."""
    assert priced(example(voucher=4_000)).profit == 10_851


def test_a_margin_joins_the_fees_below_the_line() -> None:
    """By hand: 122.625 / (1 - 0,16 - 0,2) = 191.602, as in the lesson."""
    found = priced(example(profit=0, margin="0.2"))
    assert found.wanted == 191_602
    assert found.shelf == 192_000


def test_a_cap_makes_a_margin_cheaper() -> None:
    """By hand: (122.625 + 10.000) / (1 - 0,075 - 0,2) = 182.932 with at most Rp10.000 of 8,5%."""
    table = shop_fees(
        PLACES["shopee_fashion"], DAY, EXAMPLE_FEES._replace(program_cap=Decimal(10_000))
    )
    assert priced(example(profit=0, margin="0.2"), table).wanted == 182_932


def test_tax_is_of_the_price_before_the_voucher() -> None:
    """By hand: 0,5% × 162.900 = 814,5 more is kept, whatever the voucher."""
    taxed = shop_fees(PLACES["shopee_fashion"], DAY, EXAMPLE_FEES._replace(tax=Decimal("0.005")))
    for voucher in (0, 4_000):
        listing = example(voucher=voucher)
        assert priced(listing).received - priced(listing, taxed).received in {814, 815}


@given(
    st.integers(0, 500_000),
    st.integers(0, 50_000),
    st.decimals(0, "0.4", places=3),
    st.decimals("0.001", "0.4", places=3),
    st.integers(1, 9),
)
def test_prices_keep_their_promise(
    cost: int, voucher: int, rate: Decimal, margin: Decimal, items: int
) -> None:
    """At the break-even nothing is lost, a rupiah below it is; the margin is left at its price."""
    table = FeeTable("x").with_fee("Biaya admin", rate).with_order_fee(1250)
    listing = Listing(
        price=Decimal(voucher),
        cost=Decimal(cost),
        voucher=Decimal(voucher),
        items=Decimal(items),
        margin=margin,
    )
    found = priced(listing, table)
    terms = {"voucher": voucher, "items": items}
    assert net_received(table, found.break_even, **terms) >= cost
    if found.break_even > voucher:
        assert net_received(table, found.break_even - 1, **terms) < cost
    by_formula = required_price(cost + Decimal(1250) / items, rate, margin=margin) + voucher
    assert 0 <= found.wanted - by_formula < 1


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"cost": -1}, "cost", "Hapus tanda minusnya"),
        ({"price": 10**15}, "price", "Periksa jumlah nolnya"),
        ({"items": 0}, "items", "paling sedikit 1"),
        ({"voucher": 162_901}, "voucher", "lebih besar daripada harga Rp162.900"),
        ({"margin": "0.2"}, "margin", "Isi salah satu saja"),
        ({"margin": "0.8", "profit": 0}, "margin", "lebih dari 95% harga"),
    ],
)
def test_foolish_figures_are_named(changes: dict[str, int | str], field: str, words: str) -> None:
    """A sentence says which figure to mend and how."""
    found, problems = price_listing(example(**changes), TABLE)
    assert found is None
    assert [problem.field for problem in problems] == [field]
    assert words in problems[0].message


def test_fees_that_take_everything() -> None:
    """Without a margin it is the commission that must shrink."""
    table = FeeTable("x").with_fee("Biaya admin", Decimal("0.96"))
    _, problems = price_listing(EXAMPLE, table)
    assert [problem.field for problem in problems] == ["admin"]


def test_the_largest_figures_have_a_price() -> None:
    """At every limit at once there is an answer: by hand 3 billion / 0,05, give or take a rounding."""
    listing = example(cost=10**9, packing=10**9, profit=10**9, voucher=0)
    found = priced(listing, FeeTable("x").with_fee("Biaya admin", Decimal("0.95")))
    assert 0 <= 60 * 10**9 - found.wanted <= 10


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_every_place_has_dated_fees(place: tuple[str, str, str]) -> None:
    """Rates come from the table, the upper end of a range; what she typed wins."""
    known = next(p for p in PLACES.values() if p == place)
    rule = shop_fees(known, DAY).fees[0].rule
    assert rule is not None
    expected = rule.bounds[1] if rule.kind == "range" else rule.number
    assert shop_fees(known, DAY).rate == expected
    typed = shop_fees(known, DAY, HerFees(admin=Decimal("0.03"), order_fee=Decimal(0)))
    assert (typed.rate, typed.order_fee, typed.cautions) == (Decimal("0.03"), 0, ())
    with pytest.raises(RuleNotInForceError):
        shop_fees(known, date(2020, 1, 1))


def test_the_programme_s_rule() -> None:
    """Only Shopee's is in the table."""
    rule = find_rule("shopee_gratis_ongkir_xtra", DAY)
    assert program_rule(PLACES["shopee_food"], DAY) == rule
    assert program_rule(PLACES["tokopedia"], DAY) is None
