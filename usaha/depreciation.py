"""Straight-line depreciation of tools, without a residual value."""

from decimal import Decimal

from usaha.money import Number


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
