"""Depreciation of tools, straight line or declining, without a residual value."""

from decimal import Decimal
from typing import Literal, NamedTuple

from usaha.money import Number, round_rupiah

Method = Literal["garis_lurus", "saldo_menurun"]


class DepreciationYear(NamedTuple):
    """One year of a tool: whole rupiah of book value before, expense, and book value after."""

    year: int
    before: int
    expense: int
    after: int


def depreciation_per_month(price: Number, life_months: Number) -> Decimal:
    """Spread the price of a tool evenly over the months that it lasts.

    Source: SAK EMKM par. 11.14 (straight line; no residual value is subtracted).

    Args:
        price: what the tool cost, in rupiah; not negative.
        life_months: months that it will be used; more than zero.

    Returns:
        Rupiah per month, not rounded.

    Raises:
        ValueError: the price is negative or the life is not positive.

    Example:
        >>> depreciation_per_month(1_080_000, 36)
        Decimal('30000')
    """
    cost, life = Decimal(str(price)), Decimal(str(life_months))
    if cost < 0 or life <= 0:
        raise ValueError(
            f"price must not be negative, life must be positive: {price}, {life_months}"
        )
    return cost / life


def depreciation_per_batch(
    price: Number, life_months: Number, batches_per_month: Number
) -> Decimal:
    """Give each batch its share of a tool's wear.

    Args:
        price: what the tool cost, in rupiah; not negative.
        life_months: months that it will be used; more than zero.
        batches_per_month: how often something is made with it in a month; more than zero.

    Returns:
        Rupiah per batch, not rounded.

    Raises:
        ValueError: the price is negative, or the life or the number of batches is not positive.

    Example:
        A pan of Rp1.080.000 that lasts 36 months costs Rp30.000 a month, Rp5.000 for each of six
        batches:

        >>> depreciation_per_batch(1_080_000, 36, 6)
        Decimal('5000')
    """
    batches = Decimal(str(batches_per_month))
    if batches <= 0:
        raise ValueError(f"batches per month must be positive: {batches_per_month}")
    return depreciation_per_month(price, life_months) / batches


def declining_balance(price: int, life_years: int) -> tuple[DepreciationYear, ...]:
    """Spread a price so that early years carry more: a fixed share of what is left.

    The share is 2 / life. Such a series never ends, so the last year takes all that is left.

    Source: SAK EMKM par. 11.14 (declining balance, no residual value); the double rate and the
    last year as in UU PPh art. 11 (50% for a life of 4 years, 25% for 8).

    Args:
        price: whole rupiah, not negative.
        life_years: whole years, at least 3: with fewer the first year would take everything.

    Raises:
        ValueError: the price is negative or the life too short.

    Example:
        >>> [year.expense for year in declining_balance(8_000_000, 4)]
        [4000000, 2000000, 1000000, 1000000]
    """
    if price < 0 or life_years < 3:
        raise ValueError(f"price must not be negative, life at least 3: {price}, {life_years}")
    years, left = [], price
    for year in range(1, life_years + 1):
        last = year == life_years
        expense = left if last else round_rupiah(Decimal(left) * 2 / life_years)
        years.append(DepreciationYear(year, left, expense, left - expense))
        left -= expense
    return tuple(years)


def accumulated_depreciation(
    price: int, life_months: int, months: int, method: Method = "garis_lurus"
) -> int:
    """Tell how much of a price has been used up after some months.

    Args:
        price: whole rupiah, not negative.
        life_months: months that the tool will be used; whole years for the declining method.
        months: months since it came into use, its first month included; not negative.
        method: ``garis_lurus`` or ``saldo_menurun`` (even within a year).

    Returns:
        Whole rupiah; the price itself once the life is over.

    Raises:
        ValueError: a number is out of its range, or the life is not whole years where it must be.

    Example:
        >>> accumulated_depreciation(1_000_000, 36, 1), accumulated_depreciation(1_000_000, 36, 40)
        (27778, 1000000)
        >>> accumulated_depreciation(8_000_000, 48, 18, "saldo_menurun")
        5000000
    """
    if months < 0 or life_months <= 0 or price < 0:
        raise ValueError(f"out of range: {price}, {life_months}, {months}")
    used = min(months, life_months)
    if method == "garis_lurus":
        return round_rupiah(Decimal(price) * used / life_months)
    if life_months % 12:
        raise ValueError(f"the declining method takes whole years, not {life_months} months")
    years = declining_balance(price, life_months // 12)
    whole = sum(year.expense for year in years[: used // 12])
    part = Decimal(years[used // 12].expense) * (used % 12) / 12 if used % 12 else Decimal(0)
    return whole + round_rupiah(part)
