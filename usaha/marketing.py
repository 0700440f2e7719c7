"""From seen to bought: the funnel of a shop or an advertisement, and whether it earns its cost."""

from decimal import Decimal
from typing import Final, NamedTuple

from usaha.exact import exact, not_negative, positive
from usaha.money import Number

STAGES: Final = ("klik", "keranjang", "pesanan", "selesai")


def click_through_rate(impressions: Number, clicks: Number) -> Decimal:
    """Give CTR, the share of those who saw it that clicked.

    Args:
        impressions: times it was shown, above zero.
        clicks: times it was clicked.

    Raises:
        ValueError: there were no impressions, or clicks are negative.

    Example:
        >>> click_through_rate(40_000, 800)
        Decimal('0.02')
    """
    return not_negative(clicks, "clicks") / positive(impressions, "impressions")


def conversion_rate(clicks: Number, completed: Number) -> Decimal:
    """Give CR, the share of clicks that became completed orders (cancelled ones do not count).

    Raises:
        ValueError: there were no clicks, or orders are negative.

    Example:
        >>> conversion_rate(800, 20)
        Decimal('0.025')
    """
    return not_negative(completed, "completed") / positive(clicks, "clicks")


def average_order_value(sales: Number, completed: Number) -> Decimal:
    """Give AOV, rupiah for each completed order.

    Raises:
        ValueError: there were no orders, or sales are negative.

    Example:
        >>> int(average_order_value(3_000_000, 20))
        150000
    """
    return not_negative(sales, "sales") / positive(completed, "completed")


def cost_per_click(cost: Number, clicks: Number) -> Decimal:
    """Give rupiah of advertising for each click.

    Raises:
        ValueError: there were no clicks, or the cost is negative.

    Example:
        >>> cost_per_click(400_000, 800)
        Decimal('500')
    """
    return not_negative(cost, "cost") / positive(clicks, "clicks")


def acquisition_cost(cost: Number, new_customers: Number) -> Decimal:
    """Give CAC, rupiah of advertising for each *new* customer.

    Raises:
        ValueError: there were no new customers, or the cost is negative.

    Example:
        >>> acquisition_cost(400_000, 16)
        Decimal('25000')
    """
    return not_negative(cost, "cost") / positive(new_customers, "new_customers")


def roas(sales: Number, cost: Number) -> Decimal:
    """Give rupiah of completed sales for each rupiah of advertising.

    More than 1 is not profit yet: compare it with `break_even_roas`.

    Args:
        sales: completed, not the dashboard's (it counts orders that are cancelled later).
        cost: of the advertisement, above zero.

    Raises:
        ValueError: the cost is not above zero, or sales are negative.

    Example:
        >>> roas(3_000_000, 400_000)
        Decimal('7.5')
    """
    return not_negative(sales, "sales") / positive(cost, "cost")


def contribution_margin(price: Number, variable_cost: Number) -> Decimal:
    """Give the share of the price that is left after HPP, packaging and the platform's fees.

    Raises:
        ValueError: the price is not above zero, or the cost is negative.

    Example:
        >>> contribution_margin(150_000, 112_500)
        Decimal('0.25')
    """
    asked = positive(price, "price")
    return (asked - not_negative(variable_cost, "variable_cost")) / asked


def break_even_roas(margin: Number) -> Decimal | None:
    """Give the ROAS at which an advertisement neither earns nor loses: 1 / contribution margin.

    Source: sales × margin = cost (DOMAIN.md, "Online marketing").

    Args:
        margin: `contribution_margin`, a share of 1.

    Returns:
        Rupiah of sales for a rupiah of advertising; None where a sale leaves nothing, so that no
        ROAS is enough.

    Example:
        >>> break_even_roas(Decimal("0.25")), break_even_roas(0) is None
        (Decimal('4'), True)
    """
    left = exact(margin, "margin")
    return 1 / left if left > 0 else None


def ad_profit(sales: Number, margin: Number, cost: Number) -> Decimal:
    """Give what an advertisement earned in rupiah: sales × contribution margin - its cost.

    Raises:
        ValueError: sales or cost are negative.

    Example:
        >>> int(ad_profit(3_000_000, Decimal("0.25"), 400_000))
        350000
    """
    return not_negative(sales, "sales") * exact(margin, "margin") - not_negative(cost, "cost")


class Funnel(NamedTuple):
    """People or times counted at each stage, from seen to a completed order."""

    impressions: Number
    clicks: Number
    carts: Number
    orders: Number
    completed: Number


class Stage(NamedTuple):
    """One step of a funnel.

    Attributes:
        name: ``klik``, ``keranjang``, ``pesanan`` or ``selesai``.
        rate: share of the stage before that came so far; None where nobody was there.
        benchmark: the share to compare with.
        strength: `rate` / `benchmark`; below 1 it is weaker than the benchmark.
    """

    name: str
    rate: Decimal | None
    benchmark: Decimal
    strength: Decimal | None


def funnel_stages(funnel: Funnel, benchmarks: tuple[Number, ...]) -> tuple[Stage, ...]:
    """Compare each stage of a funnel with a benchmark.

    Args:
        funnel: counts.
        benchmarks: four shares of 1 for klik, keranjang, pesanan, selesai: the shop's own earlier
            figures, or a lesson's table.

    Raises:
        ValueError: a count is negative or larger than the one before, or a benchmark is not
            above zero.

    Example:
        >>> stages = funnel_stages(Funnel(40_000, 800, 200, 25, 20), (0.02, 0.2, 0.25, 0.85))
        >>> [(stage.name, str(stage.rate)) for stage in stages]
        [('klik', '0.02'), ('keranjang', '0.25'), ('pesanan', '0.125'), ('selesai', '0.8')]
        >>> weakest_stage(stages).name
        'pesanan'
    """
    counts = [not_negative(count, name) for name, count in funnel._asdict().items()]
    if counts != sorted(counts, reverse=True):
        raise ValueError(f"a stage has more than the one before it: {funnel}")
    return tuple(
        _stage(name, before, after, positive(benchmark, "benchmark"))
        for name, before, after, benchmark in zip(
            STAGES, counts[:-1], counts[1:], benchmarks, strict=True
        )
    )


def _stage(name: str, before: Decimal, after: Decimal, benchmark: Decimal) -> Stage:
    rate = after / before if before else None
    return Stage(name, rate, benchmark, None if rate is None else rate / benchmark)


def weakest_stage(stages: tuple[Stage, ...]) -> Stage | None:
    """Find the stage that is furthest below its benchmark; None where no stage has a rate.

    It is where an improvement brings most, however low the other rates look.

    Example:
        >>> weakest_stage(funnel_stages(Funnel(0, 0, 0, 0, 0), (0.02, 0.2, 0.25, 0.85))) is None
        True
    """
    rated = [(stage.strength, stage) for stage in stages if stage.strength is not None]
    return min(rated, key=lambda pair: pair[0])[1] if rated else None
