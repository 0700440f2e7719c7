"""Drawn orders."""

from collections import Counter
from datetime import timedelta

import pytest

from usaha.shops import PROFILES, make_shop
from usaha.shops.season import lebaran_dates


@pytest.mark.parametrize("key", PROFILES)
def test_orders_hold_together(key: str) -> None:
    """Times rise, numbers are unlike, amounts add up, cancelled ones have a reason and no money."""
    shop = make_shop(key, "uji")
    orders = shop.orders
    assert len({order.order_id for order in orders}) == len(orders)
    assert [o.created for o in orders] == sorted(o.created for o in orders if o.created)
    for order in orders:
        cancelled = order.state == "cancelled"
        assert cancelled == bool(order.reason_text) == (order.reason is not None)
        assert order.total == (
            0 if cancelled else order.goods - order.discount + order.shipping_paid
        )
        assert order.created is not None
        assert shop.first <= order.created.date() <= shop.last


def test_what_is_paid_at_the_door_is_never_unpaid() -> None:
    """COD orders are cancelled for other reasons."""
    orders = [order for key in PROFILES for order in make_shop(key, "uji").orders]
    reasons = {
        kind: Counter(o.reason for o in orders if o.payment == kind) for kind in ("cod", "wallet")
    }
    assert reasons["cod"]["unpaid"] == 0
    assert reasons["wallet"]["unpaid"] > 0


@pytest.mark.parametrize("key", ["bandeng", "kuliner"])
def test_ramadan_shows(key: str) -> None:
    """The two weeks before the parcels rest bring over a third more than two weeks in June."""
    orders = make_shop(key, "uji").orders
    end = lebaran_dates()[2].day - timedelta(days=4)

    def fortnight(last) -> int:
        first = last - timedelta(days=13)
        return sum(first <= o.created.date() <= last for o in orders if o.created)

    assert fortnight(end) * 100 > fortnight(end.replace(month=6)) * 135


def test_some_buyers_come_back() -> None:
    """Between a quarter and two thirds of the orders are of somebody who bought before."""
    orders = make_shop("gula_aren", "uji").orders
    back = len(orders) - len({order.buyer for order in orders})
    assert 25 < 100 * back / len(orders) < 66
