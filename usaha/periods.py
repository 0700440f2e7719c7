"""Stretches of days that statements are made for."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from usaha.dates import add_months, format_date, format_month


class Period(NamedTuple):
    """Days from `first` to `last`, both included.

    Example:
        >>> month_of(date(2026, 2, 10)).label
        'Februari 2026'
        >>> Period(date(2026, 1, 1), date(2026, 3, 31)).label
        '1 Januari 2026 – 31 Maret 2026'
    """

    first: date
    last: date

    @property
    def label(self) -> str:
        """Its name: a month, or its first and last day."""
        if self == month_of(self.first):
            return format_month(self.first)
        return f"{format_date(self.first)} – {format_date(self.last)}"


def month_of(day: date) -> Period:
    """Give the calendar month of a day.

    Example:
        >>> month_of(date(2026, 2, 10)).last
        datetime.date(2026, 2, 28)
    """
    first = day.replace(day=1)
    return Period(first, add_months(first, 1) - timedelta(days=1))


def year_of(day: date) -> Period:
    """Give the calendar year of a day.

    Example:
        >>> year_of(date(2026, 2, 10)).label
        '1 Januari 2026 – 31 Desember 2026'
    """
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def months_of(days: Iterable[date]) -> tuple[Period, ...]:
    """Give the calendar months in which the days lie, the earliest first.

    Example:
        >>> [p.label for p in months_of([date(2026, 2, 10), date(2026, 1, 5), date(2026, 2, 1)])]
        ['Januari 2026', 'Februari 2026']
    """
    return tuple(month_of(day) for day in sorted({day.replace(day=1) for day in days}))
