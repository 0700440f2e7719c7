"""Days by which a duty must be done."""

from datetime import date

import pytest

from usaha.tax import final_income_tax
from usaha.tax_calendar import Days, permit_duties, tax_duties

CASE = date(2026, 11, 23)


def test_payments_only_where_something_is_due() -> None:
    """November is free, December is paid in January, the return comes in March."""
    months, _ = final_income_tax({date(2026, 1, 1): 500_000_000, date(2026, 12, 1): 8_000_000})
    duties = tax_duties(months)
    assert [(duty.day, duty.rule.key) for duty in duties] == [
        (date(2027, 1, 15), "pph_payment_day"),
        (date(2027, 3, 31), "annual_return_months_individual"),
    ]
    assert duties[0].what == "Setor PPh final Desember 2026 Rp40.000."
    assert all(duty.rule.caution for duty in duties), "read in the press only: must stay marked"


def test_no_tax_is_no_excuse() -> None:
    """Below the free part the annual return is still due."""
    months, _ = final_income_tax({date(2026, 1, 1): 1_000_000})
    assert [duty.day for duty in tax_duties(months)] == [date(2027, 3, 31)]


def test_companies_report_a_month_later() -> None:
    """Four months after the year: 30 April, the month's last day."""
    months, _ = final_income_tax({date(2026, 1, 1): 1_000_000}, "cooperative")
    assert tax_duties(months, "cooperative")[-1].day == date(2027, 4, 30)


def test_nothing_sold_nothing_due() -> None:
    """No months, no duties."""
    assert tax_duties([]) == ()


@pytest.mark.parametrize(
    ("since", "day"),
    [
        (date(2020, 1, 1), date(2027, 12, 8)),
        (date(2026, 6, 7), date(2027, 12, 8)),
        (date(2026, 6, 8), date(2026, 12, 8)),
        (date(2026, 10, 31), date(2027, 4, 30)),
    ],
)
def test_nib_of_online_sellers(since: date, day: date) -> None:
    """UNITS.md C4: an existing seller has 18 months from 2026-06-08, a new one six from her start."""
    (duty,) = permit_duties(CASE, sells_online_since=since)
    assert duty.day == day
    assert duty.rule.caution


def test_halal_only_for_food() -> None:
    """The day has passed on the case date and is listed all the same."""
    (duty,) = permit_duties(CASE, sells_food=True)
    assert duty.day == date(2026, 10, 17) < CASE
    assert permit_duties(CASE) == ()


def test_days_that_somebody_knows_better() -> None:
    """Each in the place of its rule; the rest stays the rules'."""
    months, _ = final_income_tax({date(2026, 1, 5): 520_000_000})
    days = Days(payment_day=10, halal=date(2027, 1, 1))
    assert [duty.day for duty in tax_duties(months, days=days)] == [
        date(2026, 2, 10),
        date(2027, 3, 31),
    ]
    food = permit_duties(date(2026, 11, 23), sells_food=True, days=days)
    assert [duty.day for duty in food] == [date(2027, 1, 1)]
