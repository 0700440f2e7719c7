"""A month in figures: worked by hand, and in balance whatever they are."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from usaha.month_figures import (
    PAID_EXPENSES,
    MonthFigures,
    cash_bridge,
    month_entries,
    month_problems,
    month_tax,
)
from usaha.periods import month_of
from usaha.statements import Statements, make_statements

OCTOBER = MonthFigures(
    month=date(2026, 10, 1),
    cash_before=6_500_000,
    receivables_before=1_200_000,
    stock_before=2_400_000,
    payables_before=900_000,
    loan_before=8_000_000,
    tools_price=14_400_000,
    tools_worn=3_600_000,
    sales=31_500_000,
    returns=500_000,
    purchases=17_300_000,
    wages=3_000_000,
    utilities=850_000,
    rent=1_000_000,
    shipping=420_000,
    advertising=300_000,
    marketplace_fees=780_000,
    interest=40_000,
    other_expenses=210_000,
    drawings=4_500_000,
    receivables=2_100_000,
    stock=3_000_000,
    payables=1_400_000,
    deposits=600_000,
    loan=7_600_000,
    bank=3_000_000,
    sold_before=485_000_000,
)
AMOUNTS = [
    field.name
    for field in fields(MonthFigures)
    if field.name not in {"month", "tools_life", "bank"}
]


def statements(figures: MonthFigures, tax: int) -> Statements:
    """The statements of the month."""
    return make_statements(month_entries(figures, tax), [month_of(figures.month)])


def test_a_month_by_hand() -> None:
    """31,0 - 16,7 goods - 6,6 paid - 0,3 wear = 7,4 million; 2,4 million more money."""
    tax = month_tax(OCTOBER)
    assert (tax.taxable, tax.tax) == (16_500_000, 82_500)
    made = statements(OCTOBER, tax.tax)
    assert OCTOBER.cost_of_sales == 16_700_000
    assert OCTOBER.depreciation == 300_000
    assert made.income.amount("laba_sebelum_pajak") == 7_400_000
    assert made.income.amount("laba_bersih") == 7_317_500
    assert made.cash_flow.amount("perubahan_kas") == 2_400_000
    assert made.position.amount("jumlah_aset") == 24_500_000
    assert made.position.amount("jumlah_liabilitas") == 9_682_500
    assert made.position.amount("jumlah_ekuitas") == 14_817_500
    assert (made.position.amount("kas"), made.position.amount("bank")) == (5_900_000, 3_000_000)


def test_deposits_of_before_are_sales_and_no_new_money() -> None:
    """Who paid last month does not pay again."""
    figures = MonthFigures(month=date(2026, 10, 1), deposits_before=300, sales=1_000)
    assert (figures.deposits_used, figures.collected) == (300, 700)
    made = statements(figures, 0)
    assert made.position.amount("uang_muka") == 0
    assert made.cash_flow.amount("perubahan_kas") == 700


def test_tools_never_wear_more_than_they_cost() -> None:
    """The last month takes what is left, and a new tool wears from its month on."""
    old = replace(OCTOBER, tools_worn=14_300_000)
    assert old.depreciation == 100_000
    assert replace(OCTOBER, tools_bought=4_800_000).depreciation == 400_000


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("stock", 19_700_001),
        ("receivables", 32_200_001),
        ("payables", 18_200_001),
        ("tools_worn", 14_400_001),
        ("returns", 31_500_001),
    ],
)
def test_figures_that_contradict_each_other(field: str, value: int) -> None:
    """One rupiah more than can be is named at its field; nothing is made of it."""
    wrong = replace(OCTOBER, **{field: value})
    assert field in month_problems(wrong)
    with pytest.raises(ValueError, match="contradict"):
        month_entries(wrong, 0)


def test_tax_starts_anew_in_january() -> None:
    """Turnover of the year before does not count."""
    january = replace(OCTOBER, month=date(2026, 1, 1))
    assert month_tax(january).tax == 0
    assert month_tax(OCTOBER, rate=0, free=0).tax == 0
    assert month_tax(OCTOBER, free=0).taxable == 31_500_000


@given(st.data())
@settings(max_examples=60)
def test_any_month_balances_and_explains_its_money(data: st.DataObject) -> None:
    """Assets are debts and equity, and the bridge from profit ends at the change of money."""
    large = {"sales", "purchases", "tools_price"}  # nothing else is more than these
    amounts = {
        name: data.draw(st.integers(*((10**6, 10**9) if name in large else (0, 3 * 10**5))), name)
        for name in AMOUNTS
    }
    figures = MonthFigures(month=date(2026, 10, 1), **amounts)
    assert month_problems(figures) == {}
    made = statements(figures, 77)
    position = made.position
    assert position.amount("jumlah_aset") == position.amount("jumlah_liabilitas_ekuitas")
    profit = made.income.amount("laba_bersih")
    change = sum(amount for _, amount in cash_bridge(figures, profit, 77))
    assert change == made.cash_flow.amount("perubahan_kas")
    for field in ("receivables", "stock", "payables", "deposits", "loan"):
        row = {"receivables": "piutang", "stock": "bahan_baku", "payables": "utang_usaha",
               "deposits": "uang_muka", "loan": "utang_bank"}[field]  # fmt: skip
        assert position.amount(row) == amounts[field]


def test_every_paid_expense_is_a_figure() -> None:
    """The list of expenses names fields that exist."""
    assert set(PAID_EXPENSES) <= set(AMOUNTS)
