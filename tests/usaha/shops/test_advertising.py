"""Drawn advertising."""

import pytest

from usaha.shops import PROFILES, make_shop


@pytest.mark.parametrize("key", PROFILES)
def test_each_stage_is_narrower(key: str) -> None:
    """Seen, clicked, in the basket, ordered, sold, new; and the dashboard shows more than was sold."""
    for week in make_shop(key, "uji").ads:
        stages = [week.views, week.clicks, week.carts, week.orders, week.sold, week.new_buyers]
        assert stages == sorted(stages, reverse=True)
        assert stages[-1] > 0
        assert week.revenue_shown > week.revenue > 0
        assert 250 <= week.spent / week.clicks <= 400


def test_some_weeks_pay_and_some_do_not() -> None:
    """Both happen, so that there is something to find out."""
    shop = make_shop("emping", "uji")
    costs = shop.profile.material_share + shop.profile.wage_share + 150  # and a fee, per thousand
    break_even = 1000 / (1000 - costs)
    roas = [week.revenue / week.spent for week in shop.ads]
    assert min(roas) < break_even < max(roas)
