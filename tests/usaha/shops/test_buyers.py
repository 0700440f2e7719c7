"""Who bought."""

from dataclasses import replace

from usaha.shops import make_shop
from usaha.shops.buyers import buyers_of


def test_buyers_hold_all_completed_orders() -> None:
    """Counts and rupiah add up; first is never after last."""
    shop = make_shop("kuliner", "uji")
    sold = [order for order in shop.orders if order.state == "completed"]
    assert sum(buyer.orders for buyer in shop.buyers) == len(sold)
    assert sum(buyer.value for buyer in shop.buyers) == sum(order.total for order in sold)
    assert all(buyer.first <= buyer.last for buyer in shop.buyers)


def test_orders_without_a_name_tell_nothing() -> None:
    """Real exports may have none: then there is no RFM."""
    orders = make_shop("kuliner", "uji").orders
    assert buyers_of(replace(order, buyer="") for order in orders) == ()
    assert buyers_of(replace(order, created=None) for order in orders) == ()
