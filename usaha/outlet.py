"""A new outlet on one page: what it takes to open, from which sale on it pays, and when it has paid back."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import ROUND_CEILING, Decimal
from typing import Final

from usaha.costing import LIMIT, Problem
from usaha.depreciation import depreciation_per_month
from usaha.language import _
from usaha.startup import (
    WorkingCapital,
    break_even_units,
    payback_months,
    safety_margin,
    startup_capital,
)

_MOST_DAYS: Final = 31
_AT_LEAST_ONE: Final = {
    "price": _("Isi harga jual, lebih dari nol."),
    "open_days": _("Isi berapa hari Anda buka dalam sebulan, dari 1 sampai 31."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """What an owner knows before opening; rupiah, a month where nothing else is said.

    Attributes:
        equipment: tools and machines, bought once.
        equipment_months: months that they last.
        preparation: permits, repairs, deposits, paid once.
        stock: first materials and goods, paid once.
        receivables: what buyers owe on average.
        cash_reserve: such as one month of fixed costs.
        payables: what suppliers wait for.
        rent: of the place.
        wages: of employees.
        owner_wage: a fair wage for the owner.
        other_fixed: internet, electricity, whatever comes with every month.
        materials: rupiah a unit.
        packaging: rupiah a unit.
        platform_fee: what a platform keeps of one unit, in rupiah.
        price: rupiah a unit.
        units: planned sales.
        open_days: days of sale.
        target_profit: wanted.
    """

    equipment: Decimal = Decimal(0)
    equipment_months: Decimal = Decimal(1)
    preparation: Decimal = Decimal(0)
    stock: Decimal = Decimal(0)
    receivables: Decimal = Decimal(0)
    cash_reserve: Decimal = Decimal(0)
    payables: Decimal = Decimal(0)
    rent: Decimal = Decimal(0)
    wages: Decimal = Decimal(0)
    owner_wage: Decimal = Decimal(0)
    other_fixed: Decimal = Decimal(0)
    materials: Decimal
    packaging: Decimal = Decimal(0)
    platform_fee: Decimal = Decimal(0)
    price: Decimal
    units: Decimal
    open_days: Decimal = Decimal(26)
    target_profit: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPlan:
    """What follows for an outlet: rupiah, not rounded; None where there is no such number.

    Attributes:
        working_capital: money that is tied up while the business runs.
        capital: all the money before the first month has paid for itself.
        depreciation: of the equipment, a month.
        fixed_costs: a month, the owner's wage and depreciation included.
        variable_cost: of one unit.
        left: what one unit leaves for the fixed costs; negative where it costs more than it brings.
        break_even: units a month that pay the fixed costs; None where no number does.
        daily: units on an open day for `break_even`.
        for_target: units a month that leave the wanted profit as well.
        profit: of the planned units, a month; negative is a loss.
        safety: share of the planned sales that may be missing before there is a loss.
        payback: months until the capital has come back.
    """

    working_capital: Decimal
    capital: Decimal
    depreciation: Decimal
    fixed_costs: Decimal
    variable_cost: Decimal
    left: Decimal
    break_even: int | None
    daily: int | None
    for_target: int | None
    profit: Decimal
    safety: Decimal | None
    payback: Decimal | None


def plan_outlet(outlet: Outlet) -> tuple[OutletPlan | None, tuple[Problem, ...]]:
    """Calculate capital, break-even and payback of an outlet.

    Source: `usaha.startup` (UNITS.md C3); the planned profit is units × what one leaves - fixed costs.

    Args:
        outlet: figures that people typed; they may be foolish.

    Returns:
        ``(plan, problems)``: a plan and no problems, or None and what to mend.

    Example:
        By hand: 1.600.000 + 450.000 + 4.900.000 - 900.000 = 6.050.000 of working capital, with
        5.760.000 + 3.900.000 that is 15.710.000. Fixed are 6.660.000, one portion leaves 11.100, so
        600 portions; 850 leave 2.775.000, and 15.710.000 / 2.935.000 of cash are 5,4 months.

        >>> plan, _ = plan_outlet(EXAMPLE)
        >>> int(plan.working_capital), int(plan.capital), int(plan.fixed_costs), int(plan.left)
        (6050000, 15710000, 6660000, 11100)
        >>> plan.break_even, plan.daily, plan.for_target, int(plan.profit), round(plan.payback, 1)
        (600, 24, 700, 2775000, Decimal('5.4'))
    """
    problems = tuple(_problems(outlet))
    if problems:
        return None, problems
    working = _working(outlet)
    capital = startup_capital(outlet.equipment, outlet.preparation, working)
    wear = _wear(outlet)
    fixed = outlet.rent + outlet.wages + outlet.owner_wage + outlet.other_fixed + wear
    variable = outlet.materials + outlet.packaging + outlet.platform_fee
    profit = outlet.units * (outlet.price - variable) - fixed
    needed = break_even_units(fixed, outlet.price, variable)
    return OutletPlan(
        working_capital=working.total,
        capital=capital,
        depreciation=wear,
        fixed_costs=fixed,
        variable_cost=variable,
        left=outlet.price - variable,
        break_even=needed,
        daily=None if needed is None else _ceiling(needed / outlet.open_days),
        for_target=break_even_units(fixed, outlet.price, variable, profit=outlet.target_profit),
        profit=profit,
        safety=None if needed is None else safety_margin(outlet.units, needed),
        payback=payback_months(capital, profit, wear),
    ), ()


def _working(outlet: Outlet) -> WorkingCapital:
    return WorkingCapital(
        stock=outlet.stock,
        receivables=outlet.receivables,
        cash_reserve=outlet.cash_reserve,
        payables=outlet.payables,
    )


def _wear(outlet: Outlet) -> Decimal:
    if outlet.equipment == 0:
        return Decimal(0)
    return depreciation_per_month(outlet.equipment, outlet.equipment_months)


def _ceiling(value: Decimal) -> int:
    return int(value.to_integral_value(rounding=ROUND_CEILING))


def _problems(outlet: Outlet) -> Iterator[Problem]:
    """Find the figures that make no sense, at most one problem a field."""
    found = [p for field in fields(outlet) if (p := _field_problem(outlet, field.name))]
    yield from found
    paid = outlet.equipment + outlet.preparation + _working(outlet).total
    if not found and paid < 0:
        yield Problem(
            "payables",
            _(
                "Utang ke pemasok lebih besar daripada semua modal yang diisi. Periksa kedua angka ini."
            ),
        )


def _field_problem(outlet: Outlet, name: str) -> Problem | None:
    value: Decimal = getattr(outlet, name)
    if value < 0:
        return Problem(name, _("Angka ini tidak boleh kurang dari nol. Hapus tanda minusnya."))
    if value > LIMIT:
        return Problem(name, _("Angka ini terlalu besar. Periksa jumlah nolnya."))
    if name == "equipment_months" and value < 1 and outlet.equipment > 0:
        return Problem(name, _("Isi berapa bulan alat tahan dipakai, paling sedikit 1."))
    if (name == "open_days" and not 1 <= value <= _MOST_DAYS) or (name == "price" and value == 0):
        return Problem(name, _AT_LEAST_ONE[name])
    return None


EXAMPLE: Final = Outlet(
    equipment=Decimal(5_760_000),
    equipment_months=Decimal(36),
    preparation=Decimal(3_900_000),
    stock=Decimal(1_600_000),
    receivables=Decimal(450_000),
    cash_reserve=Decimal(4_900_000),
    payables=Decimal(900_000),
    rent=Decimal(2_000_000),
    wages=Decimal(1_750_000),
    owner_wage=Decimal(2_600_000),
    other_fixed=Decimal(150_000),
    materials=Decimal(7_400),
    packaging=Decimal(900),
    platform_fee=Decimal(1_100),
    price=Decimal(20_500),
    units=Decimal(850),
    open_days=Decimal(26),
    target_profit=Decimal(1_100_000),
)
"""A fictional stall with baked rice in Cilegon: that of the lesson on capital and break-even."""
