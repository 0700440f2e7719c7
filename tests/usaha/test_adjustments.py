"""Counted stock and worn tools."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.adjustments import Tool, cost_of_goods_entry, depreciation_entry
from usaha.depreciation import Method
from usaha.journal import entry
from usaha.ledger import balances
from usaha.periods import Period, month_of, months_of, year_of

DAY = date(2026, 11, 30)


def test_cost_of_goods_by_hand() -> None:
    """Opening 200 + purchases 900 + 50 - counted (300 goods, 20 packaging) = 830."""
    books = [
        entry(DAY, "Awal", debit={1301: 200}, credit={3101: 200}),
        entry(DAY, "Beli", debit={1301: 900, 1303: 50}, credit={1101: 950}),
    ]
    made, problems = cost_of_goods_entry(books, {1301: 0, 1302: 300, 1303: 20}, DAY)
    assert problems == ()
    assert made is not None
    sums = balances([*books, made])
    assert (sums[5101], sums[1301], sums[1302], sums[1303]) == (830, 0, 300, 20)


def test_asks_for_a_count() -> None:
    """Stock that nobody counted stays, and is asked for."""
    books = [entry(DAY, "Beli", debit={1301: 900, 1303: 50}, credit={1101: 950})]
    made, problems = cost_of_goods_entry(books, {1301: 100}, DAY)
    assert made is not None
    assert dict(made.postings) == {5101: 800, 1301: -800}
    assert [problem.code for problem in problems] == ["stok_belum_dihitung"]
    assert "Persediaan kemasan" in problems[0].message


def test_more_than_there_ever_was() -> None:
    """A count above the books is no negative cost but a question."""
    books = [entry(DAY, "Beli", debit={1301: 900}, credit={1101: 900})]
    made, problems = cost_of_goods_entry(books, {1301: 1_000}, DAY)
    assert made is None
    assert [problem.code for problem in problems] == ["stok_terlalu_besar"]
    assert cost_of_goods_entry(books, {1301: 900}, DAY) == (None, ())
    with pytest.raises(ValueError, match="not a count"):
        cost_of_goods_entry(books, {1101: 5}, DAY)


@given(
    st.integers(0, 10**8),
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.integers(3, 6),
    st.sampled_from(["garis_lurus", "saldo_menurun"]),
)
def test_a_tool_costs_its_price(price: int, bought: date, years: int, method: Method) -> None:
    """Month by month or year by year: the wear of all periods adds up to the price."""
    tool = Tool("Oven", price, bought, years * 12, method)
    months = months_of(date(year, month, 1) for year in range(2023, 2034) for month in range(1, 13))
    years_ = [year_of(date(year, 1, 1)) for year in range(2023, 2034)]
    for periods in (months, years_):
        made = [depreciation_entry([tool], period) for period in periods]
        assert sum(each.postings[0][1] for each in made if each) == price


def test_wear_by_hand() -> None:
    """360.000 over 36 months is 10.000 a month, from the month of purchase for 36 months."""
    tool = Tool("Wajan", 360_000, date(2026, 9, 20), 36)
    assert depreciation_entry([tool], month_of(date(2026, 8, 1))) is None
    made = depreciation_entry([tool, tool], Period(date(2026, 9, 1), date(2026, 11, 30)))
    assert made is not None
    assert made.postings == ((5801, 60_000), (1502, -60_000))
    assert depreciation_entry([tool], month_of(date(2029, 9, 1))) is None
