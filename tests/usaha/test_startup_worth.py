"""Payback, present value, inner rate, sensitivity."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.startup_worth import irr, npv, payback_periods, sensitivity

FLOWS = st.lists(st.integers(1, 10**8), min_size=1, max_size=36)


@given(st.integers(1, 10**8), FLOWS)
def test_npv_is_zero_at_the_inner_rate(investment: int, flows: list[int]) -> None:
    """Where there is an inner rate, the flows are worth nothing at it."""
    rate = irr([-investment, *flows])
    if rate is None:
        return
    worth = npv(rate, [-investment, *flows])
    scale = sum(abs(flow) / (1 + rate) ** t for t, flow in enumerate([investment, *flows]))
    assert abs(worth) <= scale * Decimal("1e-15")


def test_known_values() -> None:
    """By hand: -100 + 110 / 1,1 = 0, so the inner rate is 10%; at 0% the value is the plain sum;
    the first flow is not discounted: -1.000 + 600 / 1,1 + 600 / 1,21 = 41,32.
    """
    found = irr([-100, 110])
    assert found is not None
    assert abs(found - Decimal("0.1")) < Decimal("1e-20")
    assert npv(0, [-100, 60, 60]) == 20
    assert round(npv(Decimal("0.1"), [-1000, 600, 600]), 2) == Decimal("41.32")
    assert npv(Decimal("0.1"), [-100, 110]) == 0


@pytest.mark.parametrize(
    "flows", [[], [-1], [1, 2], [0, 0], [-1000, 2500, -1550], [-100, 330, -362, 132], [-1, 10**9]]
)
def test_no_single_rate(flows: list[int]) -> None:
    """No change of sign, more than one (the fourth has 0, 10 and 20%), or a rate beyond reason."""
    assert irr(flows) is None


def test_rate_below_minus_one() -> None:
    """A loss of everything cannot be discounted with."""
    with pytest.raises(ValueError, match="1 \\+ rate must be above zero"):
        npv(-1, [1, 1])


def test_payback() -> None:
    """By hand: 10 after 4 + 4 lacks 2 of the next 4, half a period; never; at once."""
    assert payback_periods(10, [4, 4, 4]) == Decimal("2.5")
    assert payback_periods(8, [4, 4, 4]) == 2
    assert payback_periods(13, [4, 4, 4]) is None
    assert payback_periods(0, []) == 0
    assert payback_periods(5, [-5, 10]) == 2


@given(st.integers(1, 10**8), FLOWS)
def test_payback_lies_where_the_sum_crosses(investment: int, flows: list[int]) -> None:
    """Before its whole periods not all has come back, after the next it has."""
    periods = payback_periods(investment, flows)
    if periods is None:
        assert sum(flows) < investment
        return
    whole = int(periods)
    assert sum(flows[:whole]) <= investment <= sum(flows[: whole + 1])


def test_sensitivity_names_what_matters() -> None:
    """A price counts more than rent here; a figure that plays no part comes last with no spread."""

    def profit(plan: Mapping[str, Decimal]) -> Decimal:
        return plan["units"] * (plan["price"] - plan["cost"]) - plan["rent"]

    figures = {"units": 500, "price": 15_000, "cost": 9_000, "rent": 1_500_000, "unused": 7}
    rows = sensitivity(profit, figures, Decimal("0.2"))
    assert [row.name for row in rows] == ["price", "cost", "units", "rent", "unused"]
    assert rows[0].low == 0
    assert rows[0].high == rows[0].spread == 3_000_000
    assert rows[-1].spread == 0
