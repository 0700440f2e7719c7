"""A selling price that survives the platform: forwards, backwards, with discount, bundle and QRIS."""

from bisect import bisect_left
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from usaha.exact import exact, not_negative, positive, share
from usaha.fees import FeeTable, deductions
from usaha.money import Number, round_rupiah
from usaha.rules import Rule, find_rule

_HIGHEST_PRICE = 10**12


def required_price(
    cost: Number, rate: Number, *, profit: Number = 0, margin: Number = 0
) -> Decimal:
    """Give the price from which costs, percentages and the wanted profit can all be taken.

    Source: price = (cost + profit) / (1 - rate - margin) (DOMAIN.md, "Online marketing"). Dividing,
    because the percentages are of the price; cost × (1 + rate) is the usual mistake.

    Args:
        cost: rupiah for one item: HPP + shipping packaging + fee for the order / items in it.
        rate: all percentages of the price together, as a share of 1.
        profit: rupiah that shall be left.
        margin: share of the price that shall be left.

    Returns:
        Rupiah, not rounded; round up.

    Raises:
        ValueError: a figure is negative, or the percentages and the margin leave nothing.

    Example:
        By hand: (60.000 + 12.000) / 0,8 = 90.000; 60.000 / (1 - 0,2 - 0,2) = 100.000.

        >>> int(required_price(60_000, Decimal("0.2"), profit=12_000))
        90000
        >>> int(required_price(60_000, Decimal("0.2"), margin=Decimal("0.2")))
        100000
    """
    left = 1 - share(rate, "rate") - share(margin, "margin")
    if left <= 0:
        raise ValueError(f"nothing is left after {rate} and {margin} of the price")
    return (not_negative(cost, "cost") + not_negative(profit, "profit")) / left


def net_received(table: FeeTable, price: Number, *, voucher: Number = 0, items: Number = 1) -> int:
    """Give what reaches the seller for one item, in whole rupiah.

    Raises:
        ValueError: a figure is negative, or the voucher is larger than the price.

    Example:
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.08).with_order_fee(1250)
        >>> net_received(table, 60_000, items=2)
        54575
    """
    kept = sum(line.rupiah for line in deductions(table, price, voucher=voucher, items=items))
    return round_rupiah(exact(price) - exact(voucher)) - kept


def price_for_net(table: FeeTable, net: Number, *, voucher: Number = 0, items: Number = 1) -> int:
    """Give the lowest whole price of which at least `net` reaches the seller; caps included.

    `net_received` of the answer is `net` or at most a rupiah more than it, and of a rupiah less it
    is below `net`.

    Args:
        table: of the platform.
        net: rupiah wanted for one item: HPP + shipping packaging + profit.
        voucher: rupiah that the seller takes off one item.
        items: how many are in a usual order.

    Raises:
        ValueError: a figure is negative, or no price is high enough, because the percentages take
            the whole price.

    Example:
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.08).with_order_fee(1250)
        >>> price_for_net(table, 54_575, items=2)
        60000
        >>> capped = table.with_fee("Gratis Ongkir XTRA", 0.05, cap=10_000)
        >>> price_for_net(capped, 1_000_000)
        1099185
    """
    wanted, lowest = _ceiling(not_negative(net, "net")), _ceiling(not_negative(voucher, "voucher"))
    prices = range(lowest, _HIGHEST_PRICE)
    found = bisect_left(
        prices, wanted, key=lambda price: net_received(table, price, voucher=voucher, items=items)
    )
    if found == len(prices):
        raise ValueError(f"no price leaves {net} after {table.rate} of it is kept")
    return prices[found]


def contribution(
    table: FeeTable, price: Number, cost: Number, *, voucher: Number = 0, items: Number = 1
) -> Decimal:
    """Give what one sale leaves for fixed costs and profit: net received less what the item costs.

    Args:
        table: of the platform.
        price: on the shelf, in rupiah.
        cost: HPP + shipping packaging for one item, in rupiah.
        voucher: rupiah that the seller takes off.
        items: how many are in a usual order.

    Raises:
        ValueError: a figure is negative, or the voucher is larger than the price.

    Example:
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.08).with_order_fee(1250)
        >>> contribution(table, 60_000, 40_000, items=2)
        Decimal('14575')
    """
    return net_received(table, price, voucher=voucher, items=items) - not_negative(cost, "cost")


def units_for_same_profit(units: int, before: Number, after: Number) -> int | None:
    """Give how many must be sold at a discount to earn what was earned without it.

    Source: units × contribution before / contribution after, rounded up.

    Args:
        units: sold without the discount.
        before: contribution of one in rupiah without the discount, above zero.
        after: contribution of one with it.

    Returns:
        Units, or None where a discounted item leaves nothing, so that no number is enough.

    Raises:
        ValueError: units are negative, or `before` is not above zero.

    Example:
        By hand: 100 × 15.000 = 1.500.000; at 9.000 each that takes 166,7.

        >>> units_for_same_profit(100, 15_000, 9_000), units_for_same_profit(100, 15_000, 0)
        (167, None)
    """
    left = exact(after, "after")
    if left <= 0:
        return None
    wanted = not_negative(units, "units") * positive(before, "before")
    return _ceiling(wanted / left)


def bundle_break_even_share(main: Number, together: Number, bundle: Number) -> Decimal | None:
    """Give the share of bundle buyers who may be buyers of everything anyway.

    Who would have bought all parts separately costs the seller the discount; who would have bought
    the main part only brings more. Source: s with s × together + (1 - s) × main = bundle.

    Args:
        main: contribution of the main part sold alone, in rupiah.
        together: contribution of all parts sold separately.
        bundle: contribution of the bundle.

    Returns:
        A share of 1: up to it the bundle pays. None where the bundle brings less than the main part
        alone and never pays; 1 where it loses nothing.

    Raises:
        ValueError: all parts together bring no more than the main part alone.

    Example:
        >>> bundle_break_even_share(10_000, 18_000, 14_000)
        Decimal('0.5')
        >>> bundle_break_even_share(10_000, 18_000, 9_000) is None
        True
    """
    one, all_parts, offer = exact(main), exact(together), exact(bundle)
    if all_parts <= one:
        raise ValueError(f"all parts together must bring more than the main one: {together}")
    if offer < one:
        return None
    return min(Decimal(1), (offer - one) / (all_parts - one))


class QrisCost(NamedTuple):
    """What a QRIS payment costs the seller: whole rupiah, and the rule it rests on."""

    rupiah: int
    rule: Rule


def qris_cost(amount: Number, on: date, *, micro: bool = True) -> QrisCost:
    """Calculate the fee for one payment by QRIS; it may not be added to the buyer's price.

    Source: Bank Indonesia. A micro merchant pays nothing up to a limit, above it a share of the
    whole amount.

    Args:
        amount: rupiah that the buyer pays.
        on: the day of the case.
        micro: whether the merchant is registered as micro.

    Raises:
        ValueError: the amount is negative.

    Example:
        >>> day = date(2026, 11, 23)
        >>> qris_cost(500_000, day).rupiah, qris_cost(600_000, day).rupiah
        (0, 1800)
    """
    paid = not_negative(amount, "amount")
    key = "qris_mdr_regular"
    if micro:
        small = paid <= find_rule("qris_micro_limit", on).number
        key = "qris_mdr_micro_small_tx" if small else "qris_mdr_micro_above"
    rule = find_rule(key, on)
    return QrisCost(round_rupiah(paid * rule.number), rule)


def _ceiling(value: Decimal) -> int:
    return int(value.to_integral_value(rounding=ROUND_CEILING))
