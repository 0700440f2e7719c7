"""Who buys again: recency, frequency, money (RFM), cohorts, and what a customer is worth."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from usaha.exact import exact, not_negative, positive
from usaha.money import Number, round_rupiah


class Purchase(NamedTuple):
    """One completed order: who, when, how many rupiah."""

    customer: str
    day: date
    rupiah: Number


class Cutoffs(NamedTuple):
    """Where RFM draws its lines: fixed, so that a score means the same next month.

    Attributes:
        recent_days: bought so many days ago or fewer: recent.
        lost_days: longer ago than this: lost.
        often: so many orders or more: often.
        much: so many rupiah or more in all: much.
    """

    recent_days: int = 30
    lost_days: int = 90
    often: int = 3
    much: int = 300_000


CLASS_CUTOFFS: Final = Cutoffs()
"""The lines that lessons use; a shop whose goods last for years draws its own."""

GROUPS: Final = {
    "setia": "Beri kejutan kecil dan kabar lebih dulu.",
    "besar": "Tawarkan produk lain yang cocok dengan belanjaannya.",
    "baru": "Ucapkan terima kasih dan tawarkan pembelian kedua.",
    "biasa": "Ajak mencoba produk lain.",
    "mulai_hilang": "Sapa sekarang, sebelum lupa pada toko Anda.",
    "hilang": "Kirim satu ajakan. Bila diam, jangan diganggu lagi.",
}


class CustomerScore(NamedTuple):
    """One customer's RFM.

    Attributes:
        customer: as in the purchases.
        recency: days since the last order.
        frequency: orders.
        monetary: rupiah in all, whole.
        group: a key of `GROUPS`, whose value says what to do.
    """

    customer: str
    recency: int
    frequency: int
    monetary: int
    group: str


def rfm(
    purchases: Iterable[Purchase], on: date, cutoffs: Cutoffs = CLASS_CUTOFFS
) -> tuple[CustomerScore, ...]:
    """Score every customer by recency, frequency and money; the most valuable first.

    Args:
        purchases: completed orders; those after `on` are left out.
        on: the day from which recency is counted.
        cutoffs: where the lines are drawn.

    Raises:
        ValueError: an amount is negative.

    Example:
        >>> day = date(2026, 11, 23)
        >>> bought = [
        ...     Purchase("Ani", date(2026, 11, 20), 90_000), Purchase("Ani", date(2026, 10, 2), 80_000),
        ...     Purchase("Ani", date(2026, 9, 1), 70_000), Purchase("Budi", date(2026, 7, 1), 60_000),
        ... ]
        >>> for score in rfm(bought, day):
        ...     print(*score)
        Ani 3 3 240000 setia
        Budi 145 1 60000 hilang
    """
    orders: defaultdict[str, list[Purchase]] = defaultdict(list)
    for purchase in purchases:
        not_negative(purchase.rupiah, "rupiah")
        if purchase.day <= on:
            orders[purchase.customer].append(purchase)
    scores = (_score(name, bought, on, cutoffs) for name, bought in orders.items())
    return tuple(sorted(scores, key=lambda score: (-score.monetary, score.customer)))


def _score(name: str, bought: list[Purchase], on: date, cutoffs: Cutoffs) -> CustomerScore:
    recency = (on - max(purchase.day for purchase in bought)).days
    monetary = round_rupiah(sum((exact(purchase.rupiah) for purchase in bought), Decimal(0)))
    group = _group(recency, len(bought), monetary, cutoffs)
    return CustomerScore(name, recency, len(bought), monetary, group)


def _group(recency: int, frequency: int, monetary: int, cutoffs: Cutoffs) -> str:
    if recency > cutoffs.lost_days:
        return "hilang"
    if recency > cutoffs.recent_days:
        good = frequency > 1 or monetary >= cutoffs.much
        return "mulai_hilang" if good else "biasa"
    if frequency >= cutoffs.often:
        return "setia"
    if monetary >= cutoffs.much:
        return "besar"
    return "baru" if frequency == 1 else "biasa"


def repeat_rate(purchases: Iterable[Purchase]) -> Decimal | None:
    """Give the share of customers who bought more than once; None without customers.

    Example:
        >>> repeat_rate([Purchase(name, date(2026, 11, 1), 1) for name in ("a", "a", "b", "c", "d")])
        Decimal('0.25')
    """
    counts: defaultdict[str, int] = defaultdict(int)
    for purchase in purchases:
        counts[purchase.customer] += 1
    if not counts:
        return None
    return Decimal(sum(count > 1 for count in counts.values())) / len(counts)


class Cohort(NamedTuple):
    """Customers whose first order fell into one month.

    Attributes:
        month: its first day.
        size: how many they are.
        active: how many of them bought in the same month, one month later, two later, …
    """

    month: date
    size: int
    active: tuple[int, ...]

    def retention(self, months_later: int) -> Decimal:
        """Give the share of them that bought so many months later.

        Raises:
            IndexError: that month has not come yet.
        """
        return Decimal(self.active[months_later]) / self.size


def cohorts(purchases: Iterable[Purchase], until: date) -> tuple[Cohort, ...]:
    """Follow the customers of each month, to see whether newer ones come back more often.

    Args:
        purchases: completed orders; those after the month of `until` are left out.
        until: a day of the last month that is looked at.

    Example:
        >>> bought = [Purchase("Ani", date(2026, 9, 1), 1), Purchase("Ani", date(2026, 11, 1), 1),
        ...           Purchase("Budi", date(2026, 9, 9), 1), Purchase("Cici", date(2026, 11, 2), 1)]
        >>> for cohort in cohorts(bought, date(2026, 11, 23)):
        ...     print(cohort.month, cohort.size, cohort.active)
        2026-09-01 2 (2, 0, 1)
        2026-11-01 1 (1,)
    """
    last = _number(until)
    months: defaultdict[str, set[int]] = defaultdict(set)
    for purchase in purchases:
        if _number(purchase.day) <= last:
            months[purchase.customer].add(_number(purchase.day))
    found: defaultdict[int, list[set[int]]] = defaultdict(list)
    for active in months.values():
        found[min(active)].append(active)
    return tuple(
        Cohort(
            date(first // 12, first % 12 + 1, 1),
            len(members),
            tuple(sum(month in active for active in members) for month in range(first, last + 1)),
        )
        for first, members in sorted(found.items())
    )


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def lifetime_value(
    order_value: Number, orders_per_month: Number, margin: Number, lost_per_month: Number
) -> Decimal:
    """Give LTV, the contribution of one customer until she is lost.

    Source: order value × orders a month × contribution margin / share lost a month; the simple
    model with equal months and without discounting. It is to be compared with CAC.

    Args:
        order_value: rupiah, see `usaha.marketing.average_order_value`.
        orders_per_month: of one customer.
        margin: contribution margin, share of 1.
        lost_per_month: share of customers who do not come back, above zero.

    Returns:
        Rupiah, not rounded.

    Raises:
        ValueError: a figure is negative, or nobody is ever lost.

    Example:
        >>> int(lifetime_value(100_000, Decimal("0.5"), Decimal("0.25"), Decimal("0.1")))
        125000
    """
    per_month = not_negative(order_value) * not_negative(orders_per_month) * exact(margin, "margin")
    return per_month / positive(lost_per_month, "lost_per_month")
