"""How like the real orders of Banten the generated ones are: the same measures of both."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from usaha.importers.orders import Order, Payment
from usaha.shops.profiles import PROFILES
from usaha.shops.shop import make_shop

_CARD: Final = "Kartu Kredit/Debit"
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a set of orders.

    Attributes:
        group, name: what it is called in docs/data.md.
        unit: ``%``, ``Rp`` or ``hour`` (of the day).
        real: of the 3,617 real orders, as printed there.
        band: how far the generated figure may be away, in the same unit.
        of: gives the figure of any orders.
    """

    group: str
    name: str
    unit: str
    real: Decimal
    band: Decimal
    of: Callable[[Sequence[Order]], Decimal]

    def shown(self, figure: Decimal) -> str:
        """Print a figure in the measure's unit."""
        if self.unit == "Rp":
            return f"Rp{figure:,.0f}"
        decimals = 1 if "." in str(self.real) else 0  # as the real figure is known
        return f"{figure:.{decimals}f}" + (" %" if self.unit == "%" else "")


def share(orders: Sequence[Order], test: Callable[[Order], bool]) -> Decimal:
    """Give the percentage of the orders that pass a test; 0 of none.

    Example:
        >>> share([], lambda order: True)
        Decimal('0')
    """
    count = sum(1 for order in orders if test(order))
    return Decimal(100 * count) / len(orders) if orders else Decimal(0)


def _in_district(code: str) -> Callable[[Sequence[Order]], Decimal]:
    return lambda orders: share(
        orders, lambda o: o.district is not None and o.district.code == code
    )


def _paid_by(kind: Payment) -> Callable[[Sequence[Order]], Decimal]:
    return lambda orders: share(orders, lambda o: o.payment == kind)


def _because(words: str) -> Callable[[Sequence[Order]], Decimal]:
    def of(orders: Sequence[Order]) -> Decimal:
        cancelled = [order for order in orders if order.state == "cancelled"]
        return share(cancelled, lambda o: o.reason_text.endswith(words))

    return of


def _shipping(percentile: int) -> Callable[[Sequence[Order]], Decimal]:
    def of(orders: Sequence[Order]) -> Decimal:
        costs = sorted(order.shipping_estimate for order in orders)
        return costs[len(costs) * percentile // 100]

    return of


def _at_noon(orders: Sequence[Order]) -> Decimal:
    timed = [order for order in orders if order.created]
    return share(timed, lambda o: o.created is not None and o.created.hour == 12)


def _busiest_hour(orders: Sequence[Order]) -> Decimal:
    hours = Counter(order.created.hour for order in orders if order.created)
    return Decimal(max(hours, key=lambda hour: hours[hour]))


def busiest_days(orders: Sequence[Order]) -> tuple[str, str]:
    """Name the two days of the week with the most orders, the busiest first."""
    days = Counter(order.created.weekday() for order in orders if order.created)
    first, second = (day for day, _ in days.most_common(2))
    return DAYS[first], DAYS[second]


def _percent(
    group: str, band: str, figures: Sequence[tuple[str, str, Callable[[Sequence[Order]], Decimal]]]
) -> tuple[Measure, ...]:
    return tuple(Measure(group, n, "%", Decimal(r), Decimal(band), of) for n, r, of in figures)


MEASURES: Final = (
    *_percent("District", "2.5", (
        ("Kab. Tangerang", "31.4", _in_district("36.03")),
        ("Kota Tangerang", "28.0", _in_district("36.71")),
        ("Tangerang Selatan", "22.2", _in_district("36.74")),
    )),
    *_percent("District", "1.0", (
        ("Kota Serang", "4.7", _in_district("36.73")),
        ("Kab. Serang", "4.5", _in_district("36.04")),
        ("Kota Cilegon", "3.6", _in_district("36.72")),
        ("Kab. Lebak", "3.2", _in_district("36.02")),
        ("Kab. Pandeglang", "2.5", _in_district("36.01")),
    )),
    *_percent("Payment", "2.0", (
        ("Cash on delivery", "42.9", _paid_by("cod")),
        ("ShopeePay balance", "22.3", _paid_by("wallet")),
        ("Other online", "19.5", _paid_by("online")),
    )),
    *_percent("Payment", "1.0", (
        ("Pay-later", "9.3", _paid_by("paylater")),
        ("Bank instant", "3.6", _paid_by("instant_bank")),
        ("Card", "1.8", lambda orders: share(orders, lambda o: o.payment_text == _CARD)),
    )),
    *_percent("Cancelled", "0.5", (
        ("Of all orders", "12.0", lambda orders: share(orders, lambda o: o.state == "cancelled")),
    )),
    *_percent("Reason", "5", (
        ("Changed mind", "21", _because("berubah pikiran")),
        ("Unpaid", "18", _because("Pesanan belum dibayar")),
        ("Change the order", "17", _because("Ubah Pesanan yang Ada")),
        ("Change the address", "10", _because("Need to change delivery address")),
        ("Seller too late", "7", _because("Penjual tidak mengatur pengiriman tepat waktu")),
    )),
    Measure("Hour", "Busiest hour", "hour", Decimal(12), Decimal(0), _busiest_hour),
    *_percent("Hour", "1.0", (("Orders from 12 to 13", "6.9", _at_noon),)),
    Measure("Shipping", "10th percentile", "Rp", Decimal(3_500), Decimal(0), _shipping(10)),
    Measure("Shipping", "Median", "Rp", Decimal(9_500), Decimal(1_000), _shipping(50)),
    Measure("Shipping", "90th percentile", "Rp", Decimal(25_000), Decimal(3_000), _shipping(90)),
)  # fmt: skip


def sample_orders() -> list[Order]:
    """Give the orders of all six sample shops: what docs/data.md compares with the real ones.

    Example:
        >>> len(sample_orders()) > 5_000
        True
    """
    return [order for key in PROFILES for order in make_shop(key, "contoh").orders]


def as_table(orders: Sequence[Order]) -> str:
    """Print the measures of some orders beside the real figures, as a Markdown table.

    Example:
        >>> print(as_table(sample_orders()).splitlines()[2])  # doctest: +ELLIPSIS
        | District | Kab. Tangerang | 31.4 % | ... % | ± 2.5 |
    """
    lines = ["| | | real | generated | band |", "|---|---|---|---|---|"]
    for m in MEASURES:
        figure = m.of(orders)
        band = f"± {m.band.normalize():,f}" if m.band else "same"
        lines.append(f"| {m.group} | {m.name} | {m.shown(m.real)} | {m.shown(figure)} | {band} |")
    lines.append(
        f"| Weekday | Busiest two | Monday, Thursday | {', '.join(busiest_days(orders))} | same |"
    )
    return "\n".join(lines)
