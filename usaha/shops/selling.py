"""A shop's orders, drawn so that they look like the real ones of Banten (docs/data.md)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from usaha.districts import DISTRICTS
from usaha.draws import Draws
from usaha.importers.orders import Order, Payment
from usaha.importers.wordings import payment_of, reason_of
from usaha.shops.profiles import Goods, Profile
from usaha.shops.season import demand

# Thousandths. Districts, payment and reasons are the shares that docs/data.md gives for the real
# orders; the hours are drawn by hand: broad from 9 to 22 with the noon peak of that page.
_DISTRICTS: Final = dict(
    zip(("36.03", "36.71", "36.74", "36.73", "36.04", "36.72", "36.02", "36.01"),
        (314, 280, 222, 47, 45, 36, 32, 25), strict=True)
)  # fmt: skip
_PAYMENTS: Final = {
    "COD (Bayar di Tempat)": 429, "Saldo ShopeePay": 223, "Online Payment": 195, "SPayLater": 93,
    "SeaBank Bayar Instan": 36, "Kartu Kredit/Debit": 18, "Indomaret/i.Saku": 6,
}  # fmt: skip
_BY_BUYER: Final = "Dibatalkan oleh Pembeli. Alasan: "
_BY_SYSTEM: Final = "Dibatalkan secara otomatis oleh sistem. Alasan: "
_UNPAID: Final = _BY_SYSTEM + "Pesanan belum dibayar"
_REASONS: Final = {
    _BY_BUYER + "Lainnya/ berubah pikiran": 21,
    _BY_BUYER + "Ubah Pesanan yang Ada": 17,
    _BY_BUYER + "Need to change delivery address": 10,
    _BY_SYSTEM + "Penjual tidak mengatur pengiriman tepat waktu": 7,
    _BY_BUYER + "Lainnya": 10,
    _BY_BUYER + "Menemukan yang lebih murah": 9,
    _BY_SYSTEM + "Pengiriman gagal": 8,
}  # with the 18 of _UNPAID these are 100
_UNPAID_WITHOUT_COD: Final = 315  # 18 % of all; what is paid at the door cannot stay unpaid
# Of the hours 0 to 23.
_HOURS: Final = (*[10] * 6, 25, 30, 45, 57, 57, 57, 69, *[57] * 10, 30)
_SHIPPING: Final = (
    (0, 3_500),
    (120, 3_500),
    (500, 9_500),
    (900, 25_000),
    (960, 30_000),
    (1000, 60_000),
)
_COURIERS: Final = {
    "Hemat Kargo-SPX Hemat": 40, "Reguler (Cashless)-SPX Standard": 40,
    "Instant-SPX Instant": 10, "Same Day-SPX Sameday": 10,
}  # fmt: skip
_QUANTITIES: Final = {1: 70, 2: 20, 3: 6, 5: 3, 10: 1}
_BLOCK, _CANCELLED = 25, 3  # 3 of every 25 orders are cancelled: 12.0 % in every shop
_RETURN_DAYS: Final = 7
_NEW_BUYER: Final = 620


@dataclass(frozen=True, slots=True)
class Priced:
    """A product with the price that this shop has drawn."""

    goods: Goods
    price: int


def priced(profile: Profile, draws: Draws) -> tuple[Priced, ...]:
    """Draw the shop's prices, in steps of Rp500.

    Example:
        >>> from usaha.shops.profiles import PROFILES
        >>> items = priced(PROFILES["emping"], Draws("contoh"))
        >>> all(17_000 <= item.price <= 70_000 and item.price % 500 == 0 for item in items)
        True
    """
    return tuple(Priced(goods, draws.step(goods.low, goods.high, 500)) for goods in profile.goods)


def draw_orders(
    profile: Profile, items: Sequence[Priced], first: date, last: date, draws: Draws
) -> tuple[Order, ...]:
    """Draw the orders of a stretch of time, oldest first.

    Args:
        profile: the business.
        items: its products with prices.
        first: first day.
        last: last day; orders of its last week may still be under way.
        draws: their stream.

    Example:
        >>> from usaha.shops.profiles import PROFILES
        >>> shop, draws = PROFILES["tenun"], Draws("contoh")
        >>> orders = draw_orders(shop, priced(shop, draws), date(2026, 6, 1), date(2026, 6, 30), draws)
        >>> 40 < len(orders) < 80, orders[0].created <= orders[-1].created
        (True, True)
    """
    seller = _Seller(items, last, draws)
    return tuple(seller.order(moment) for moment in _moments(profile, first, last, draws))


def _moments(profile: Profile, first: date, last: date, draws: Draws) -> Iterator[datetime]:
    monthly = draws.step(*profile.orders)
    hours = dict(enumerate(_HOURS))
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        # In thousandths of an order, up to two fifths more or less than the season says.
        expected = monthly * demand(day, profile.ramadan_peak) * draws.step(600, 1400, 10) // 30_400
        count = expected // 1000 + draws.chance(expected % 1000)
        clocks = sorted(draws.weighted(hours) * 60 + draws.below(60) for _ in range(count))
        for minutes in clocks:
            yield datetime.combine(day, time(minutes // 60, minutes % 60))


class _Seller:
    """Draws one order after the other; remembers its buyers and how many orders were cancelled."""

    def __init__(self, items: Sequence[Priced], last: date, draws: Draws) -> None:
        self._items = {item: item.goods.share for item in items}
        self._last = last
        self._draws = draws
        self._districts: list[str] = []  # of buyer 1, 2, …
        self._count = 0
        self._cancelled: frozenset[int] = frozenset()

    def order(self, created: datetime) -> Order:
        draws = self._draws
        cancelled = self._is_cancelled()
        buyer, code = self._buyer()
        lines = self._lines()
        payment_text = draws.weighted(_PAYMENTS)
        payment = payment_of(payment_text)
        reason_text = self._reason(payment) if cancelled else ""
        goods = sum(item.price * quantity for item, quantity in lines)
        discount = goods * draws.step(5, 10, 5) // 100 if draws.chance(100) else 0
        shipping = draws.along(_SHIPPING, 500)
        paid = 0 if draws.chance(650) else shipping // 1000 * 500
        under_way = (self._last - created.date()).days < _RETURN_DAYS and draws.chance(500)
        district = next(d for d in DISTRICTS if d.code == code)
        return Order(
            order_id=f"{created:%y%m%d}{self._count:05d}",
            platform="shopee",
            created=created,
            state="cancelled" if cancelled else "open" if under_way else "completed",
            status="Batal" if cancelled else "Sedang Dikirim" if under_way else "Selesai",
            reason=reason_of(reason_text) if cancelled else None,
            reason_text=reason_text,
            products=tuple(item.goods.name for item, _ in lines),
            quantity=sum(quantity for _, quantity in lines),
            returned=0,
            payment=payment,
            payment_text=payment_text,
            courier=draws.weighted(_COURIERS),
            district=district,
            district_text=district.name.upper(),
            province="BANTEN",
            goods=Decimal(goods),
            total=Decimal(0 if cancelled else goods - discount + paid),
            discount=Decimal(discount),
            shipping_paid=Decimal(0 if cancelled else paid),
            shipping_rebate=Decimal(0 if cancelled else shipping - paid),
            shipping_estimate=Decimal(shipping),
            weight_gram=Decimal(sum(item.goods.weight_gram * n for item, n in lines)),
            buyer=f"pembeli_{buyer:04d}",
            line=self._count + 1,  # under the head of an export
        )

    def _is_cancelled(self) -> bool:
        at = self._count % _BLOCK
        if at == 0:
            self._cancelled = frozenset(self._draws.some(range(_BLOCK), _CANCELLED))
        self._count += 1
        return at in self._cancelled

    def _buyer(self) -> tuple[int, str]:
        """Give a new buyer, or one of before: early ones come back more often."""
        if not self._districts or self._draws.chance(_NEW_BUYER):
            self._districts.append(self._draws.weighted(_DISTRICTS))
            return len(self._districts), self._districts[-1]
        number = self._draws.below(self._draws.below(len(self._districts)) + 1)
        return number + 1, self._districts[number]

    def _lines(self) -> list[tuple[Priced, int]]:
        kinds = self._draws.weighted({1: 85, 2: 12, 3: 3})
        left, lines = dict(self._items), []
        for _ in range(kinds):
            item = self._draws.weighted(left)
            del left[item]
            lines.append((item, self._draws.weighted(_QUANTITIES)))
        return lines

    def _reason(self, payment: Payment) -> str:
        if payment != "cod" and self._draws.chance(_UNPAID_WITHOUT_COD):
            return _UNPAID
        return self._draws.weighted(_REASONS)
