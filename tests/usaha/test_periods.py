"""Stretches of days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from usaha.periods import Period, month_of, months_of, year_of


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_months_meet(day: date) -> None:
    """A month holds its day, and the next one begins the day after its last."""
    first, last = month_of(day)
    assert first <= day <= last
    assert month_of(last + timedelta(days=1)).first == last + timedelta(days=1)


def test_labels() -> None:
    """A month has its name, anything else its two days."""
    assert month_of(date(2028, 2, 5)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert month_of(date(2028, 2, 5)).label == "Februari 2028"
    assert Period(date(2028, 2, 1), date(2028, 2, 28)).label == "1 Februari 2028 – 28 Februari 2028"
    assert year_of(date(2028, 2, 5)).label == "1 Januari 2028 – 31 Desember 2028"


def test_each_month_once() -> None:
    """Days of a month give one period; nothing gives none."""
    days = [date(2026, 3, 5), date(2025, 3, 5), date(2026, 3, 9)]
    assert [period.label for period in months_of(days)] == ["Maret 2025", "Maret 2026"]
    assert months_of([]) == ()
