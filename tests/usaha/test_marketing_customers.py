"""RFM, cohorts, repeat buyers, lifetime value."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.marketing_customers import (
    GROUPS,
    Cutoffs,
    Purchase,
    cohorts,
    lifetime_value,
    repeat_rate,
    rfm,
)

ON = date(2026, 11, 23)
PURCHASES = st.lists(
    st.builds(
        Purchase,
        st.sampled_from("abcdef"),
        st.dates(date(2025, 1, 1), date(2026, 12, 31)),
        st.integers(0, 500_000),
    )
)


def bought(customer: str, *orders: tuple[int, int]) -> list[Purchase]:
    """Give orders as (days ago, rupiah)."""
    return [Purchase(customer, ON - timedelta(days=ago), rupiah) for ago, rupiah in orders]


@pytest.mark.parametrize(
    ("orders", "group"),
    [
        ([(30, 50_000), (60, 50_000), (200, 50_000)], "setia"),
        ([(5, 300_000)], "besar"),
        ([(5, 299_999)], "baru"),
        ([(5, 50_000), (40, 50_000)], "biasa"),
        ([(31, 50_000)], "biasa"),
        ([(31, 50_000), (80, 50_000)], "mulai_hilang"),
        ([(90, 300_000)], "mulai_hilang"),
        ([(91, 900_000), (92, 900_000), (93, 900_000)], "hilang"),
    ],
)
def test_groups_at_their_cutoffs(orders: list[tuple[int, int]], group: str) -> None:
    """The fixed lines count to the day and to the rupiah."""
    (score,) = rfm(bought("Ani", *orders), ON)
    assert score.group == group
    assert (score.recency, score.frequency) == (orders[0][0], len(orders))
    assert GROUPS[group].endswith(".")


def test_own_cutoffs_and_order() -> None:
    """A shop of weaving draws longer lines; the largest customer comes first."""
    scores = rfm(bought("Ani", (100, 1)) + bought("Budi", (100, 2)), ON, Cutoffs(180, 360, 2, 10))
    assert [(score.customer, score.group) for score in scores] == [
        ("Budi", "baru"),
        ("Ani", "baru"),
    ]


@given(PURCHASES)
def test_nothing_is_lost(purchases: list[Purchase]) -> None:
    """Every order up to the day is in one customer's score."""
    seen = [purchase for purchase in purchases if purchase.day <= ON]
    scores = rfm(purchases, ON)
    assert sum(score.frequency for score in scores) == len(seen)
    assert sum(score.monetary for score in scores) == sum(int(p.rupiah) for p in seen)
    assert all(score.recency >= 0 and score.group in GROUPS for score in scores)


@given(PURCHASES)
def test_cohorts_hold_every_customer_once(purchases: list[Purchase]) -> None:
    """Sizes add up to the customers; a cohort is whole in its own month and never grows beyond."""
    found = cohorts(purchases, ON)
    customers = {p.customer for p in purchases if (p.day.year, p.day.month) <= (2026, 11)}
    assert sum(cohort.size for cohort in found) == len(customers)
    for cohort in found:
        assert cohort.retention(0) == 1
        assert max(cohort.active) == cohort.size
        assert len(cohort.active) == (2026 - cohort.month.year) * 12 + 11 - cohort.month.month + 1


def test_cohort_by_hand() -> None:
    """Two came in September, one of them again in November: half."""
    orders = [
        Purchase("a", date(2026, 9, 1), 1),
        Purchase("b", date(2026, 9, 30), 1),
        Purchase("a", date(2026, 11, 1), 1),
    ]
    (cohort,) = cohorts(orders, ON)
    assert [cohort.retention(later) for later in range(3)] == [1, 0, Decimal("0.5")]
    with pytest.raises(IndexError):
        cohort.retention(3)


def test_repeat_rate_and_value() -> None:
    """One of two came back; 100.000 × 0,5 × 0,25 / 0,1 = 125.000."""
    assert repeat_rate(bought("a", (1, 1), (2, 1)) + bought("b", (1, 1))) == Decimal("0.5")
    assert repeat_rate([]) is None
    assert lifetime_value(100_000, 0.5, 0.25, 0.1) == 125_000
    with pytest.raises(ValueError, match="lost_per_month must be above zero"):
        lifetime_value(1, 1, 1, 0)
    with pytest.raises(ValueError, match="rupiah must not be negative"):
        rfm([Purchase("a", ON, -1)], ON)
