"""One order of a marketplace, whichever marketplace it came from, and a file full of them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from usaha.districts import District

Platform = Literal["shopee", "tokopedia", "tiktok"]
State = Literal["completed", "open", "cancelled", "returned"]
Payment = Literal[
    "cod", "wallet", "online", "paylater", "instant_bank", "card", "store", "transfer", "other"
]
Reason = Literal[
    "changed_mind", "unpaid", "changed_order", "changed_address", "seller_late", "other"
]


@dataclass(frozen=True, slots=True)
class Order:
    """An order as a seller sees it. Names, addresses and telephone numbers are never read.

    Attributes:
        order_id: the marketplace's number.
        created: local time; None where the export leaves it blank.
        state: what became of it; ``open`` while it can still become either.
        status: the marketplace's own words.
        reason: why it was cancelled; None unless it was.
        reason_text: the marketplace's own words, empty unless it was cancelled.
        products: names or categories, in the order of the file.
        quantity: pieces ordered; `returned` of them came back.
        payment: kind; `payment_text` is the marketplace's own word.
        district: one of Banten's; None elsewhere, or where it was not recognised.
        goods: rupiah of the products before any discount; 0 where the export does not say.
        total: rupiah that the buyer pays in all, shipping included, after discounts.
        discount: rupiah that the seller gave.
        shipping_paid: rupiah of shipping that the buyer paid.
        shipping_rebate: rupiah of shipping that the marketplace bore.
        shipping_estimate: rupiah that shipping costs in all.
        weight_gram: of the whole order.
        buyer: the marketplace's user name, empty where the export has none.
        line: of the file, where the order begins.
    """

    order_id: str
    platform: Platform
    created: datetime | None
    state: State
    status: str
    reason: Reason | None
    reason_text: str
    products: tuple[str, ...]
    quantity: int
    returned: int
    payment: Payment
    payment_text: str
    courier: str
    district: District | None
    district_text: str
    province: str
    goods: Decimal
    total: Decimal
    discount: Decimal
    shipping_paid: Decimal
    shipping_rebate: Decimal
    shipping_estimate: Decimal
    weight_gram: Decimal
    buyer: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class OrderFile:
    """The orders of one export.

    Attributes:
        orders: all of them, each once, in the order of the file.
        fingerprint: equal for two downloads of the same content.

    Example:
        >>> OrderFile("shopee", (), "").in_state("completed"), OrderFile("shopee", (), "").period
        ((), None)
    """

    platform: Platform
    orders: tuple[Order, ...]
    fingerprint: str

    def in_state(self, state: State) -> tuple[Order, ...]:
        """Give the orders of one state: a shop's sales are the completed ones only."""
        return tuple(order for order in self.orders if order.state == state)

    @property
    def period(self) -> tuple[date, date] | None:
        """First and last day of the orders that have one."""
        days = [order.created.date() for order in self.orders if order.created]
        return (min(days), max(days)) if days else None
