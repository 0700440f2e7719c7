"""How hard a shop is: what every variant of it has in common, so that no trainee draws an easy one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from usaha.shops.chats import HOW_MANY as CHATS
from usaha.shops.faults import HOW_MANY as FAULTS
from usaha.shops.shop import Shop


@dataclass(frozen=True, slots=True)
class Band:
    """The bounds of one magnitude over all variants of one business."""

    low: int
    high: int

    def holds(self, value: int) -> bool:
        """Whether a value lies within, bounds included.

        Example:
            >>> Band(10, 20).holds(20), Band(10, 20).holds(21)
            (True, False)
        """
        return self.low <= value <= self.high


STEPS: Final[Mapping[str, int]] = {
    "minggu iklan": 51,
    **{f"salah: {kind}": count for kind, count in FAULTS.items()},
    **{f"obrolan: {kind}": count for kind, count in CHATS.items()},
}
"""What is the same number in every variant."""


def steps(shop: Shop) -> dict[str, int]:
    """Count what a trainee has to go through.

    Example:
        >>> from usaha.shops import make_shop
        >>> steps(make_shop("emping", "siapa saja")) == STEPS
        True
    """
    faults, chats = Counter(f.kind for f in shop.faults), Counter(c.kind for c in shop.chats)
    return {
        "minggu iklan": len(shop.ads),
        **{f"salah: {kind}": faults[kind] for kind in FAULTS},
        **{f"obrolan: {kind}": chats[kind] for kind in CHATS},
    }


def magnitudes(shop: Shop) -> dict[str, int]:
    """Measure what makes a shop's numbers large or small.

    Returns:
        Orders of the year; per thousand: those cancelled, paid by COD, from the district with
        the most; lines of the cash book; rupiah of an average completed order, in percent of the
        average price of the shop's products.
    """
    orders, sold = shop.orders, [o for o in shop.orders if o.state == "completed"]
    districts = Counter(order.district_text for order in orders)
    average = sum(item.price for item in shop.items) // len(shop.items)
    return {
        "pesanan": len(orders),
        "batal per seribu": 1000 * sum(o.state == "cancelled" for o in orders) // len(orders),
        "COD per seribu": 1000 * sum(o.payment == "cod" for o in orders) // len(orders),
        "daerah utama per seribu": 1000 * max(districts.values()) // len(orders),
        "baris buku kas": len(shop.books.cash),
        "nilai pesanan, persen harga": int(100 * sum(o.goods for o in sold) / len(sold) / average),
    }


def bands(shop: Shop) -> dict[str, Band]:
    """State the bounds of each magnitude for a shop's business.

    Example:
        >>> from usaha.shops import make_shop
        >>> shop = make_shop("tenun", "siapa saja")
        >>> all(bands(shop)[name].holds(value) for name, value in magnitudes(shop).items())
        True
    """
    low, high = shop.profile.orders
    return {
        "pesanan": Band(low * 12 * 90 // 100, high * 12 * 118 // 100),
        "batal per seribu": Band(114, 126),
        "COD per seribu": Band(340, 520),
        "daerah utama per seribu": Band(220, 460),
        "baris buku kas": Band(375, 395),
        "nilai pesanan, persen harga": Band(120, 240),
    }
