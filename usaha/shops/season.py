"""When people buy: Ramadan and Lebaran, days of the week, paydays and the marketplaces' own days."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Final

# Monday and Thursday lead (docs/data.md).
_WEEKDAYS: Final = (1120, 960, 960, 1080, 960, 960, 960)
_PARCELS_REST: Final = (-3, 5)  # days around Lebaran on which couriers take little
_RESTING: Final = 250


@dataclass(frozen=True, slots=True)
class Lebaran:
    """One year's fast and feast.

    Attributes:
        ramadan: first day of the fast.
        day: 1 Syawal, the first day of Lebaran.
        source: where the dates were read.
        checked_on: the day somebody compared them with the source; None if nobody has, and the
            date is then to be shown as *belum diperiksa*.
    """

    hijri_year: int
    ramadan: date
    day: date
    source: str
    checked_on: date | None


@cache
def lebaran_dates() -> tuple[Lebaran, ...]:
    """Read the table of Lebaran dates.

    Example:
        >>> [(str(year.day), year.checked_on is not None) for year in lebaran_dates()][-2:]
        [('2026-03-21', True), ('2027-03-10', False)]
    """
    text = files("usaha.shops").joinpath("lebaran.csv").read_text(encoding="utf-8")
    return tuple(
        Lebaran(
            int(row["hijri_year"]),
            date.fromisoformat(row["ramadan"]),
            date.fromisoformat(row["lebaran"]),
            row["source"],
            date.fromisoformat(row["checked_on"]) if row["checked_on"] else None,
        )
        for row in csv.DictReader(text.splitlines())
    )


def demand(day: date, ramadan_peak: int) -> int:
    """Tell how much a day sells, in thousandths of a plain day.

    Args:
        day: any day; years that the table does not know have no Ramadan.
        ramadan_peak: thousandths at the height, a week before Lebaran.

    Example:
        >>> demand(date(2026, 3, 13), 2000) > demand(date(2026, 6, 12), 2000)
        True
        >>> demand(date(2026, 3, 21), 2000) < 400  # Lebaran itself
        True
    """
    weekday = _WEEKDAYS[day.weekday()]
    return weekday * _feast(day, ramadan_peak) // 1000 * _sales_day(day) // 1000


def _feast(day: date, peak: int) -> int:
    """Rise from the second week of the fast, rest around the feast, plain otherwise."""
    for year in lebaran_dates():
        away = (day - year.day).days
        if _PARCELS_REST[0] <= away <= _PARCELS_REST[1]:
            return _RESTING
        if year.ramadan + timedelta(days=7) <= day < year.day:
            length = (year.day - year.ramadan).days - 14
            risen = min((day - year.ramadan).days - 6, length)
            return 1000 + (peak - 1000) * risen // length
    return 1000


def _sales_day(day: date) -> int:
    if day.day == day.month and day.month >= 9:  # 9.9 to 12.12
        return 1500
    return 1100 if day.day >= 26 or day.day <= 2 else 1000
