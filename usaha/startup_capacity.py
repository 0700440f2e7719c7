"""How much can be made with the hands and hours at hand, and what the work in one unit costs."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from usaha.exact import not_negative, positive
from usaha.money import Number


class Step(NamedTuple):
    """One step of making something.

    Attributes:
        name: in Indonesian.
        hours_per_unit: hours of work in one unit.
        hours_available: hours a month of all who do this step; one person's hours stand in one
            step only.
        hourly_wage: rupiah, the owner's own included.
    """

    name: str
    hours_per_unit: Number
    hours_available: Number
    hourly_wage: Number = 0


class Capacity(NamedTuple):
    """Most units a month, and the step that sets that limit."""

    units: int
    bottleneck: str


def capacity(steps: Sequence[Step]) -> Capacity:
    """Find how many units a month all steps can do, and which step is the narrowest.

    Source: the smallest of hours available / hours per unit, rounded down.

    Raises:
        ValueError: there are no steps, a step takes no time, or hours are negative.

    Example:
        >>> steps = [Step("menumbuk", 0.5, 200), Step("menjemur", 0.2, 60), Step("mengemas", 0.1, 50)]
        >>> capacity(steps)
        Capacity(units=300, bottleneck='menjemur')
    """
    if not steps:
        raise ValueError("no steps")
    limits = [(_limit(step), step.name) for step in steps]
    units, name = min(limits, key=lambda pair: pair[0])
    return Capacity(int(units.to_integral_value(rounding=ROUND_FLOOR)), name)


def _limit(step: Step) -> Decimal:
    return not_negative(step.hours_available, step.name) / positive(step.hours_per_unit, step.name)


class StepPlan(NamedTuple):
    """What one step needs for the planned units.

    Attributes:
        name: of the step.
        hours: needed a month.
        missing_hours: above those that are there; 0 where there are enough.
        helpers: people to be found for the missing hours.
        wage_per_unit: rupiah of this step's work in one unit, not rounded.
    """

    name: str
    hours: Decimal
    missing_hours: Decimal
    helpers: int
    wage_per_unit: Decimal


def labour_plan(
    steps: Iterable[Step], units: Number, hours_per_person: Number
) -> tuple[StepPlan, ...]:
    """Plan the hours, people and wages for a month of so many units.

    Args:
        steps: of making one unit.
        units: planned a month.
        hours_per_person: that one more person would work a month.

    Raises:
        ValueError: a figure is negative, or a person works no hours.

    Example:
        >>> plan = labour_plan([Step("menjemur", 0.2, 60, 12_000)], 500, 80)
        >>> for row in plan:
        ...     print(row.name, row.hours, row.missing_hours, row.helpers, row.wage_per_unit)
        menjemur 100.0 40.0 1 2400.0
        >>> labour_cost_per_unit(plan)
        Decimal('2400.0')
    """
    planned = not_negative(units, "units")
    person = positive(hours_per_person, "hours_per_person")
    return tuple(_step_plan(step, planned, person) for step in steps)


def _step_plan(step: Step, units: Decimal, person: Decimal) -> StepPlan:
    per_unit = not_negative(step.hours_per_unit, step.name)
    hours = per_unit * units
    missing = max(Decimal(0), hours - not_negative(step.hours_available, step.name))
    helpers = int((missing / person).to_integral_value(rounding=ROUND_CEILING))
    wage = per_unit * not_negative(step.hourly_wage, step.name)
    return StepPlan(step.name, hours, missing, helpers, wage)


def labour_cost_per_unit(plan: Iterable[StepPlan]) -> Decimal:
    """Sum the rupiah of work in one unit over all steps.

    Example:
        >>> labour_cost_per_unit(labour_plan([], 10, 80))
        Decimal('0')
    """
    return sum((row.wage_per_unit for row in plan), Decimal(0))
