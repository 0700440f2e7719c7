"""A shop's orders counted: where buyers live, when they order, how they pay, what is cancelled."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from usaha.dates import add_months, format_month
from usaha.importers.orders import Order, Payment, Reason
from usaha.language import _

PAYMENTS: Final[dict[Payment, str]] = {
    "cod": _("Bayar di tempat (COD)"),
    "wallet": _("Dompet digital"),
    "online": _("Pembayaran daring lain"),
    "paylater": _("Bayar nanti (paylater)"),
    "instant_bank": _("Bank, bayar langsung"),
    "card": _("Kartu kredit atau debit"),
    "store": _("Lewat toko, seperti minimarket"),
    "transfer": _("Transfer bank"),
    "other": _("Cara lain"),
}
REASONS: Final[dict[Reason, str]] = {
    "changed_mind": _("Pembeli berubah pikiran"),
    "unpaid": _("Pesanan belum dibayar"),
    "changed_order": _("Pembeli mengubah pesanan"),
    "changed_address": _("Pembeli mengubah alamat"),
    "seller_late": _("Penjual terlambat mengirim"),
    "other": _("Alasan lain"),
}
WEEKDAYS: Final = (
    _("Senin"),
    _("Selasa"),
    _("Rabu"),
    _("Kamis"),
    _("Jumat"),
    _("Sabtu"),
    _("Minggu"),
)
UNKNOWN_PLACE: Final = _("Tidak tertulis")


@dataclass(frozen=True, slots=True)
class Group:
    """The orders that have one thing in common.

    Attributes:
        name: for people.
        orders: all of them; `completed` and `cancelled` are among them.
        value: rupiah that buyers paid for the completed ones, without the shipping they paid.
    """

    name: str
    orders: int
    completed: int
    cancelled: int
    value: Decimal

    @property
    def average(self) -> Decimal | None:
        """Rupiah of one completed order; None where none was completed."""
        return self.value / self.completed if self.completed else None


class OrderMap(NamedTuple):
    """All counts of a shop's orders; every list but the calendar's begins with the largest.

    Attributes:
        everything: all orders.
        open: still on their way, or with time left to be sent back.
        returned: sent back.
        period: first and last day; None where no order has a time.
        places: by district, or province outside of Banten; the most completed orders first.
        payments: by way of paying; the most orders first.
        reasons: of the cancelled ones, name and count.
        months, weekdays, hours: of all orders with a time, in the calendar's order, empty ones too.
        timeless: orders without a time.
    """

    everything: Group
    open: int
    returned: int
    period: tuple[date, date] | None
    places: tuple[Group, ...]
    payments: tuple[Group, ...]
    reasons: tuple[tuple[str, int], ...]
    months: tuple[tuple[str, int], ...]
    weekdays: tuple[tuple[str, int], ...]
    hours: tuple[int, ...]
    timeless: int

    @property
    def cod(self) -> Group | None:
        """The orders that are paid on delivery."""
        return next((g for g in self.payments if g.name == PAYMENTS["cod"]), None)

    @property
    def not_cod(self) -> Group | None:
        """All other orders."""
        rest = [group for group in self.payments if group is not self.cod]
        return _sum(_("Cara lain"), rest) if rest else None


def map_orders(orders: Sequence[Order]) -> OrderMap:
    r"""Count the orders of a shop.

    Source: UNITS.md B1: places are those of completed orders, the share of cancelled ones is of all.

    Example:
        >>> from usaha.importers import read_orders
        >>> head = "No. Pesanan,Status Pesanan,Total Pembayaran,Kota/Kabupaten,Metode Pembayaran"
        >>> rows = ["A,Selesai,60000,KOTA SERANG,COD", "B,Selesai,40000,KAB. LEBAK,SPayLater",
        ...         "C,Batal,30000,KAB. LEBAK,COD"]
        >>> found = map_orders(read_orders("\n".join([head, *rows]).encode())[0].orders)
        >>> found.everything.orders, found.everything.completed, int(found.everything.value)
        (3, 2, 100000)
        >>> [(g.name, g.orders, g.cancelled) for g in found.places]
        [('Kab. Lebak', 2, 1), ('Kota Serang', 1, 0)]
        >>> found.cod.orders, found.cod.cancelled, found.reasons
        (2, 1, (('Alasan lain', 1),))
    """
    timed = [order.created for order in orders if order.created]
    reasons = Counter(REASONS[order.reason or "other"] for order in orders if _cancelled(order))
    hours, days = Counter(t.hour for t in timed), Counter(t.weekday() for t in timed)
    months = Counter(t.date().replace(day=1) for t in timed)
    return OrderMap(
        everything=_group(_("Semua pesanan"), orders),
        open=sum(order.state == "open" for order in orders),
        returned=sum(order.state == "returned" for order in orders),
        period=(min(timed).date(), max(timed).date()) if timed else None,
        places=_groups(orders, place_of, lambda group: (-group.completed, -group.orders)),
        payments=_groups(orders, lambda o: PAYMENTS[o.payment], lambda group: (-group.orders,)),
        reasons=tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))),
        months=tuple((format_month(month), months[month]) for month in _months(months)),
        weekdays=tuple((name, days[at]) for at, name in enumerate(WEEKDAYS)),
        hours=tuple(hours[hour] for hour in range(24)),
        timeless=len(orders) - len(timed),
    )


def _months(days: Iterable[date]) -> Iterator[date]:
    """Give every month from the first to the last, also those in which nobody ordered."""
    known = sorted(days)
    month = known[0] if known else None
    while month is not None:
        yield month
        month = add_months(month, 1) if month < known[-1] else None


def place_of(order: Order) -> str:
    """Name the district of Banten, or what the export says of a place elsewhere.

    Example:
        >>> from usaha.shops import make_shop
        >>> place_of(make_shop("kuliner", "contoh").orders[0])
        'Kota Tangerang Selatan'
    """
    if order.district:
        return order.district.name
    # Of Banten, but none of its eight: "Serang" alone may be the city or the regency.
    local = "banten" in order.province.lower() and order.district_text
    return (local or order.province or order.district_text).title() or UNKNOWN_PLACE


def _groups(
    orders: Iterable[Order], name: Callable[[Order], str], rank: Callable[[Group], tuple[int, ...]]
) -> tuple[Group, ...]:
    members: dict[str, list[Order]] = {}
    for order in orders:
        members.setdefault(name(order), []).append(order)
    groups = [_group(key, some) for key, some in members.items()]
    return tuple(sorted(groups, key=lambda group: (*rank(group), group.name)))


def _group(name: str, orders: Sequence[Order]) -> Group:
    completed = [order for order in orders if order.state == "completed"]
    return Group(
        name=name,
        orders=len(orders),
        completed=len(completed),
        cancelled=sum(_cancelled(order) for order in orders),
        value=sum((_value(order) for order in completed), Decimal(0)),
    )


def _sum(name: str, groups: Sequence[Group]) -> Group:
    return Group(
        name,
        sum(group.orders for group in groups),
        sum(group.completed for group in groups),
        sum(group.cancelled for group in groups),
        sum((group.value for group in groups), Decimal(0)),
    )


def _cancelled(order: Order) -> bool:
    return order.state == "cancelled"


def _value(order: Order) -> Decimal:
    """Give what the buyer paid for the goods: shipping is the courier's, not turnover."""
    return max(Decimal(0), order.total - order.shipping_paid)
