"""What it takes to start: capital, break-even, and when the money has come back."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from usaha.exact import exact, not_negative
from usaha.money import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCapital:
    """Money that is tied up while the business runs; rupiah.

    Attributes:
        stock: materials and goods on the shelf.
        receivables: what buyers owe on average, the platform's held balance included.
        cash_reserve: such as one month of fixed costs.
        payables: what suppliers wait for; it lightens the load.
    """

    stock: Decimal
    receivables: Decimal
    cash_reserve: Decimal
    payables: Decimal = Decimal(0)

    @property
    def total(self) -> Decimal:
        """Stock + receivables + cash reserve - payables.

        Example:
            >>> WorkingCapital(
            ...     stock=Decimal(3_000_000), receivables=Decimal(1_200_000),
            ...     cash_reserve=Decimal(4_000_000), payables=Decimal(700_000),
            ... ).total
            Decimal('7500000')
        """
        return self.stock + self.receivables + self.cash_reserve - self.payables


def startup_capital(equipment: Number, preparation: Number, working: WorkingCapital) -> Decimal:
    """Give all the money that is needed before the first month has paid for itself, in rupiah.

    Args:
        equipment: tools and machines.
        preparation: permits, repairs, deposits.
        working: forgotten most often.

    Raises:
        ValueError: a figure is negative.

    Example:
        >>> working = WorkingCapital(
        ...     stock=Decimal(3_000_000), receivables=Decimal(0), cash_reserve=Decimal(4_000_000)
        ... )
        >>> startup_capital(12_000_000, 2_500_000, working)
        Decimal('21500000')
    """
    fixed = not_negative(equipment, "equipment") + not_negative(preparation, "preparation")
    return fixed + working.total


def break_even_units(
    fixed_costs: Number, price: Number, variable_cost: Number, *, profit: Number = 0
) -> int | None:
    """Give the units a month that must be sold to pay the fixed costs, and a wanted profit.

    Source: ceil((fixed costs + profit) / (price - variable cost)).

    Args:
        fixed_costs: rupiah a month, the owner's wage included.
        price: rupiah a unit.
        variable_cost: rupiah a unit, the platform's fees included.
        profit: rupiah a month that shall be left.

    Returns:
        Whole units, rounded up; None where a unit leaves nothing.

    Raises:
        ValueError: a figure is negative.

    Example:
        By hand: 4.500.000 / (15.000 - 9.000) = 750; with 1.000.000 of profit 916,7.

        >>> break_even_units(4_500_000, 15_000, 9_000)
        750
        >>> break_even_units(4_500_000, 15_000, 9_000, profit=1_000_000)
        917
    """
    left = not_negative(price, "price") - not_negative(variable_cost, "variable_cost")
    if left <= 0:
        return None
    needed = not_negative(fixed_costs, "fixed_costs") + not_negative(profit, "profit")
    return int((needed / left).to_integral_value(rounding=ROUND_CEILING))


def safety_margin(units: Number, break_even: Number) -> Decimal | None:
    """Give the share of the planned sales that may be missing before there is a loss.

    Returns:
        A share of 1, negative below break-even; None where nothing is planned.

    Raises:
        ValueError: a figure is negative.

    Example:
        >>> safety_margin(1_000, 750)
        Decimal('0.25')
    """
    planned = not_negative(units, "units")
    return 1 - not_negative(break_even, "break_even") / planned if planned else None


def payback_months(capital: Number, monthly_profit: Number, depreciation: Number) -> Decimal | None:
    """Give the months until the start-up capital has come back from equal months.

    Source: capital / (profit + depreciation), because depreciation is a cost without payment. For
    months that differ use `usaha.startup_worth.payback_periods`.

    Args:
        capital: rupiah, see `startup_capital`.
        monthly_profit: rupiah after all fixed costs.
        depreciation: rupiah a month that is in those fixed costs.

    Returns:
        Months, or None where a month brings no cash.

    Raises:
        ValueError: capital or depreciation are negative.

    Example:
        >>> payback_months(21_500_000, 1_900_000, 250_000)
        Decimal('10')
    """
    cash = exact(monthly_profit, "monthly_profit") + not_negative(depreciation, "depreciation")
    invested = not_negative(capital, "capital")
    return invested / cash if cash > 0 else None
