"""An outlet's capital, break-even and payback."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.outlet import EXAMPLE, Outlet, OutletPlan, plan_outlet


def planned(**changes: str) -> OutletPlan:
    """Plan the example with some figures changed."""
    outlet = replace(EXAMPLE, **{name: Decimal(value) for name, value in changes.items()})
    plan, problems = plan_outlet(outlet)
    assert plan is not None, problems
    return plan


def test_by_hand() -> None:
    """A coffee stall: 2.000.000 - 500.000 tied up, 1.902.000 fixed, 5.000 a glass: 381 glasses.

    500 glasses leave 598.000, with 100.000 of wear 698.000; 5.500.000 / 698.000 = 7,88 months.
    """
    stall = Outlet(
        equipment=Decimal(3_600_000),
        equipment_months=Decimal(36),
        preparation=Decimal(400_000),
        stock=Decimal(800_000),
        receivables=Decimal(200_000),
        cash_reserve=Decimal(1_000_000),
        payables=Decimal(500_000),
        rent=Decimal(400_000),
        owner_wage=Decimal(1_300_000),
        other_fixed=Decimal(102_000),
        materials=Decimal(4_000),
        packaging=Decimal(700),
        platform_fee=Decimal(300),
        price=Decimal(10_000),
        units=Decimal(500),
        target_profit=Decimal(500_000),
    )
    plan, problems = plan_outlet(stall)
    assert plan is not None
    assert problems == ()
    assert (plan.working_capital, plan.capital, plan.fixed_costs) == (
        1_500_000,
        5_500_000,
        1_902_000,
    )
    assert (plan.break_even, plan.daily, plan.for_target) == (381, 15, 481)
    assert plan.profit == 598_000
    assert plan.payback is not None
    assert round(plan.payback, 2) == Decimal("7.88")


def test_no_number_of_sales_helps() -> None:
    """Where a unit leaves nothing there is no break-even, and the capital does not come back."""
    plan = planned(price="9400")
    assert (plan.left, plan.break_even, plan.daily, plan.for_target) == (0, None, None, None)
    assert (plan.safety, plan.payback) == (None, None)
    assert plan.profit == -6_660_000


def test_without_tools_nothing_wears() -> None:
    """No equipment, no depreciation, whatever stands beside it."""
    plan = planned(equipment="0", equipment_months="0")
    assert plan.depreciation == 0
    assert plan.fixed_costs == 6_500_000


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("rent", "-1", "tidak boleh kurang dari nol"),
        ("units", "1000000000001", "terlalu besar"),
        ("equipment_months", "0", "paling sedikit 1"),
        ("open_days", "0", "dari 1 sampai 31"),
        ("open_days", "32", "dari 1 sampai 31"),
        ("price", "0", "lebih dari nol"),
        ("payables", "17000000", "lebih besar daripada semua modal"),
    ],
)
def test_foolish_figures_are_named(field: str, value: str, words: str) -> None:
    """One problem, at the field it is about, with what to do."""
    plan, problems = plan_outlet(replace(EXAMPLE, **{field: Decimal(value)}))
    assert plan is None
    assert [problem.field for problem in problems] == [field]
    assert words in problems[0].message


def test_every_problem_at_once() -> None:
    """Two wrong figures give two problems."""
    _, problems = plan_outlet(replace(EXAMPLE, price=Decimal(0), wages=Decimal(-1)))
    assert {problem.field for problem in problems} == {"price", "wages"}


AMOUNT = st.decimals(0, 10**12, places=2)


@given(st.fixed_dictionaries({field.name: AMOUNT for field in fields(Outlet)}))
def test_any_figures_give_a_plan_or_problems(figures: dict[str, Decimal]) -> None:
    """Nothing that can be typed raises, and break-even is what it says."""
    plan, problems = plan_outlet(Outlet(**figures))
    assert (plan is None) == bool(problems)
    if plan is not None and plan.break_even:
        assert plan.break_even * plan.left >= plan.fixed_costs > (plan.break_even - 1) * plan.left
