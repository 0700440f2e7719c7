"""A shop's buyers: when they first and last bought, how often and for how much."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from usaha.districts import District
from usaha.importers.orders import Order


@dataclass(frozen=True, slots=True)
class Buyer:
    """One buyer's completed orders: what RFM needs.

    Attributes:
        name: the marketplace's user name.
        district: of the last order.
        first, last: days of the first and the last order.
        orders: how many.
        value: rupiah in all.
    """

    name: str
    district: District | None
    first: date
    last: date
    orders: int
    value: int


def buyers_of(orders: Iterable[Order]) -> tuple[Buyer, ...]:
    """Sum completed orders by buyer, whoever bought first standing first.

    Orders without a buyer's name or without a time are left out: they tell nothing about anybody.

    Example:
        >>> from usaha.shops import make_shop
        >>> shop = make_shop("kuliner", "contoh")
        >>> sum(b.orders for b in shop.buyers) == sum(o.state == "completed" for o in shop.orders)
        True
    """
    by_name: dict[str, list[Order]] = {}
    for order in orders:
        if order.state == "completed" and order.buyer and order.created:
            by_name.setdefault(order.buyer, []).append(order)
    return tuple(_buyer(name, bought) for name, bought in by_name.items())


def _buyer(name: str, orders: list[Order]) -> Buyer:
    days = [order.created.date() for order in orders if order.created]
    return Buyer(
        name=name,
        district=orders[-1].district,
        first=min(days),
        last=max(days),
        orders=len(orders),
        value=int(sum(order.total for order in orders)),
    )
