"""Whether an investment is worth its money: payback, present value, inner rate, what it hangs on."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from usaha.exact import exact, not_negative, positive
from usaha.money import Number

_LOWEST, _HIGHEST = Decimal("-0.99"), Decimal(100)
_HALVINGS: Final = 100  # of an interval of 101: far below any digit that is shown


def payback_periods(investment: Number, flows: Sequence[Number]) -> Decimal | None:
    """Count the periods until an investment has come back, with a part of the last one.

    Args:
        investment: rupiah at the start.
        flows: rupiah that come back at the end of each period, before depreciation (it is no cash).

    Returns:
        Periods, or None where the flows never reach the investment.

    Raises:
        ValueError: the investment is negative.

    Example:
        >>> payback_periods(10_000_000, [4_000_000, 4_000_000, 4_000_000])
        Decimal('2.5')
    """
    cost = not_negative(investment, "investment")
    sums = [Decimal(0), *accumulate(exact(flow, "flow") for flow in flows)]
    if cost == 0:
        return Decimal(0)
    for period, (before, after) in enumerate(pairwise(sums)):
        if after >= cost:
            return period + (cost - before) / (after - before)
    return None


def npv(rate: Number, flows: Sequence[Number]) -> Decimal:
    """Give the net present value of flows; the first is today and is not discounted.

    Source: sum of flow_t / (1 + rate)^t. (A spreadsheet's NPV discounts the first flow as well.)

    Args:
        rate: share of 1 for one period, above -1.
        flows: rupiah; money spent is negative.

    Raises:
        ValueError: the rate is -1 or below.

    Example:
        By hand: -1.000 + 600 / 1,1 + 600 / 1,21 = 41,32.

        >>> round(npv(Decimal("0.1"), [-1000, 600, 600]), 2)
        Decimal('41.32')
    """
    factor = positive(exact(rate, "rate") + 1, "1 + rate")
    return sum((exact(flow, "flow") / factor**t for t, flow in enumerate(flows)), Decimal(0))


def irr(flows: Sequence[Number]) -> Decimal | None:
    """Give the rate at which `npv` is zero, by halving.

    Args:
        flows: rupiah; the first is today.

    Returns:
        Share of 1 for one period; None where there is no such rate from -99% to 10,000%, or where
        the flows change sign more than once, because then there may be several.

    Example:
        >>> round(irr([-1000, 600, 600]), 4)
        Decimal('0.1307')
        >>> irr([-1000, 2500, -1550]) is None
        True
    """
    signs = [exact(flow) > 0 for flow in flows if flow != 0]
    if sum(one != other for one, other in pairwise(signs)) != 1:
        return None
    low, high = _LOWEST, _HIGHEST
    at_low = _pays(low, flows)
    if at_low == _pays(high, flows):
        return None
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _pays(middle, flows) == at_low:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _pays(rate: Decimal, flows: Sequence[Number]) -> bool:
    """Whether `npv` is above zero, discounted step by step from the end: no powers on a phone."""
    factor, worth = 1 + rate, Decimal(0)
    for flow in reversed(flows):
        worth = exact(flow, "flow") + worth / factor
    return worth > 0


class Sensitivity(NamedTuple):
    """What a result becomes when one figure falls or rises, the others staying.

    Attributes:
        name: of the figure.
        low: the result with the figure reduced.
        high: the result with the figure increased.
    """

    name: str
    low: Decimal
    high: Decimal

    @property
    def spread(self) -> Decimal:
        """How far apart the two results lie."""
        return abs(self.high - self.low)


def sensitivity(
    result: Callable[[Mapping[str, Decimal]], Decimal],
    figures: Mapping[str, Number],
    change: Number = Decimal("0.1"),
) -> tuple[Sensitivity, ...]:
    """Change one figure after another and see what the result hangs on most.

    Args:
        result: calculates, for instance, the profit from named figures.
        figures: the plan's figures.
        change: share of 1 by which each is reduced and increased.

    Returns:
        One row for each figure, the one that matters most first.

    Raises:
        ValueError: the change is negative.

    Example:
        >>> rows = sensitivity(
        ...     lambda plan: plan["units"] * (plan["price"] - plan["cost"]) - plan["rent"],
        ...     {"units": 500, "price": 15_000, "cost": 9_000, "rent": 1_500_000},
        ... )
        >>> [(row.name, int(row.low), int(row.high)) for row in rows][:2]
        [('price', 750000, 2250000), ('cost', 1950000, 1050000)]
    """
    step = not_negative(change, "change")
    base = {name: exact(value, name) for name, value in figures.items()}
    rows = (
        Sensitivity(
            name,
            result({**base, name: value * (1 - step)}),
            result({**base, name: value * (1 + step)}),
        )
        for name, value in base.items()
    )
    return tuple(sorted(rows, key=lambda row: -row.spread))
