"""Days are Banten's, and a try is in time, late, or after the end."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from academy.progress.days import Calendar, Timing, day_of

CALENDAR = Calendar(date(2027, 1, 4), date(2027, 4, 3), {"hpp": date(2027, 1, 15)})


@pytest.mark.parametrize(
    ("when", "timing"),
    [
        (datetime(2027, 1, 15, 16, 59), Timing.IN_TIME),  # noqa: DTZ001 (UTC, as in the gradebook)
        (datetime(2027, 1, 15, 17, 0), Timing.LATE),  # noqa: DTZ001
        (datetime(2027, 4, 3, 16, 59), Timing.LATE),  # noqa: DTZ001
        (datetime(2027, 4, 3, 17, 0), Timing.AFTER_THE_END),  # noqa: DTZ001
    ],
)
def test_the_day_ends_at_midnight_in_banten(when: datetime, timing: Timing) -> None:
    """Seven hours before it ends in UTC."""
    assert CALENDAR.timing("hpp", when) is timing


def test_without_days_all_is_in_time() -> None:
    """Accounts without a cohort, and exercises without a day."""
    assert Calendar().timing("hpp", datetime(2030, 1, 1)) is Timing.IN_TIME  # noqa: DTZ001
    assert CALENDAR.timing("lain", datetime(2027, 3, 1)) is Timing.IN_TIME  # noqa: DTZ001
    assert day_of(datetime.fromisoformat("2027-01-04T23:30:00+07:00")) == date(2027, 1, 4)


def test_a_cohort_runs_between_its_days() -> None:
    """Both of them included."""
    days = [date(2027, 1, 3), date(2027, 1, 4), date(2027, 4, 3), date(2027, 4, 4)]
    assert [CALENDAR.runs(day) for day in days] == [False, True, True, False]
    assert Calendar().runs(date(1999, 1, 1))
