"""A shop's advertising, week by week: from being seen to having sold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from usaha.draws import Draws
from usaha.shops.selling import Priced


@dataclass(frozen=True, slots=True)
class AdWeek:
    """One week of advertising on the marketplace.

    Attributes:
        monday: first of its seven days.
        spent: rupiah.
        views, clicks, carts: how often it was seen, clicked and put into the basket.
        orders: as the dashboard counts them, cancelled ones too.
        sold: orders that were completed.
        revenue_shown: rupiah of `orders`; `revenue` of the completed ones.
        new_buyers: of `sold`, those who had never bought before.
    """

    monday: date
    spent: int
    views: int
    clicks: int
    carts: int
    orders: int
    sold: int
    revenue_shown: int
    revenue: int
    new_buyers: int


def draw_ads(items: Sequence[Priced], first: date, last: date, draws: Draws) -> tuple[AdWeek, ...]:
    """Draw the weeks that lie wholly in a stretch of time.

    A click costs Rp250-400, one view in 25 to 60 is clicked, one click in 18 to 30 becomes an
    order; these ranges are invented.

    Example:
        >>> from usaha.shops.profiles import PROFILES
        >>> from usaha.shops.selling import priced
        >>> draws = Draws("contoh")
        >>> items = priced(PROFILES["tenun"], draws)
        >>> week = draw_ads(items, date(2026, 10, 1), date(2026, 10, 31), draws)[0]
        >>> week.monday.weekday(), week.views > week.clicks > week.carts > week.orders > week.sold > 0
        (0, True)
    """
    monday = first + timedelta(days=-first.weekday() % 7)
    weeks = []
    while monday + timedelta(days=6) <= last:
        weeks.append(_week(monday, items, draws))
        monday += timedelta(days=7)
    return tuple(weeks)


def _week(monday: date, items: Sequence[Priced], draws: Draws) -> AdWeek:
    clicks = draws.step(260, 420)
    orders = clicks * 10 // draws.step(180, 300)
    price = sum(item.price * item.goods.share for item in items) // sum(
        item.goods.share for item in items
    )
    order_value = price * draws.step(120, 150) // 100
    sold = orders - max(1, orders * draws.step(8, 16) // 100)
    return AdWeek(
        monday=monday,
        spent=clicks * draws.step(250, 400, 5),
        views=clicks * draws.step(25, 60),
        clicks=clicks,
        carts=orders * draws.step(20, 32) // 10,
        orders=orders,
        sold=sold,
        revenue_shown=orders * order_value,
        revenue=sold * order_value,
        new_buyers=sold * draws.step(55, 85) // 100,
    )
