"""Capacity, hours, helpers and wages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.startup_capacity import Step, capacity, labour_cost_per_unit, labour_plan

STEPS = [
    Step("menumbuk", Decimal("0.5"), 200, 12_000),
    Step("menjemur", Decimal("0.2"), 60, 10_000),
    Step("mengemas", Decimal("0.1"), 50, 10_000),
]


def test_the_narrowest_step_decides() -> None:
    """By hand: 200 / 0,5 = 400; 60 / 0,2 = 300; 50 / 0,1 = 500: drying sets 300."""
    assert capacity(STEPS) == (300, "menjemur")


def test_a_plan_above_capacity() -> None:
    """By hand for 500: 250 h of pounding lack 50, one helper of 80 h; 100 h of drying lack 40."""
    plan = labour_plan(STEPS, 500, 80)
    assert [row.hours for row in plan] == [250, 100, 50]
    assert [row.missing_hours for row in plan] == [50, 40, 0]
    assert [row.helpers for row in plan] == [1, 1, 0]
    assert labour_cost_per_unit(plan) == 6_000 + 2_000 + 1_000


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 500)), min_size=1, max_size=6))
def test_capacity_needs_no_helper_and_one_more_does(hours: list[tuple[int, int]]) -> None:
    """At capacity nobody is missing; one unit above it the bottleneck lacks hours."""
    steps = [Step(str(at), Decimal(per) / 10, there) for at, (per, there) in enumerate(hours)]
    most = capacity(steps)
    assert all(row.missing_hours == 0 for row in labour_plan(steps, most.units, 40))
    more = {row.name: row for row in labour_plan(steps, most.units + 1, 40)}
    assert more[most.bottleneck].helpers >= 1


def test_nonsense_is_refused() -> None:
    """No steps, a step without time, a person without hours."""
    with pytest.raises(ValueError, match="no steps"):
        capacity([])
    with pytest.raises(ValueError, match="kilat must be above zero"):
        capacity([Step("kilat", 0, 10)])
    with pytest.raises(ValueError, match="hours_per_person must be above zero"):
        labour_plan(STEPS, 1, 0)
