"""Days as Indonesians write them: read, printed, and moved by months."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta, timezone
from typing import Final

from usaha.language import _, language

MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
    "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

# The clock of Banten. It has no summer time, and a small server may have no table of time zones.
WIB: Final = timezone(timedelta(hours=7), "WIB")

# Short forms on receipts and in chats that are no plain beginning of the name.
_SHORT: Final = {"agt": 8, "agst": 8, "ags": 8, "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2}
_MAX_LENGTH: Final = 60
_WEEKDAY: Final = re.compile(r"^(senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu)\b[\s,]*")
_LONG: Final = re.compile(r"(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{4})")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_ISO: Final = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})")


def parse_date(text: str) -> date | None:
    """Read one day; numbers are day, month, year, or year first with four digits.

    Understands ``8 Desember 2027``, ``Senin, 8 Des 2027``, ``8-12-2027``, ``8/12/2027``,
    ``8.12.2027`` and ``2027-12-08``. A year of two digits is refused: it could be the day.

    Args:
        text: what a person typed.

    Returns:
        The day, or None where the text is no day or a day that does not exist.

    Example:
        >>> parse_date("8 Desember 2027") == parse_date("8/12/2027") == date(2027, 12, 8)
        True
        >>> parse_date("2027-12-08")
        datetime.date(2027, 12, 8)
        >>> parse_date("31 Februari 2027"), parse_date("besok"), parse_date("8-12-27")
        (None, None, None)
    """
    if len(text) > _MAX_LENGTH or not text.isascii():
        return None
    body = _WEEKDAY.sub("", " ".join(text.lower().split()))
    if match := _LONG.fullmatch(body):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    if match := _DAY_FIRST.fullmatch(body):
        return _day(int(match[4]), int(match[3]), int(match[1]))
    if match := _ISO.fullmatch(body):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    return None


def today() -> date:
    """Give the day that it is in Banten, wherever the server stands.

    Example:
        >>> today() >= date(2026, 11, 24)
        True
    """
    return datetime.now(WIB).date()


def format_date(day: date) -> str:
    """Print a day the long Indonesian way; where English is spoken with the English month.

    Example:
        >>> format_date(date(2026, 11, 23))
        '23 November 2026'
    """
    return f"{day.day} {month_names()[day.month - 1]} {day.year}"


def month_names() -> tuple[str, ...]:
    """Give the names of the twelve months in the language of the hour.

    Example:
        >>> month_names()[4]
        'Mei'
    """
    if language() != "en":
        return MONTHS
    return (
        *(_("Januari"), _("Februari"), _("Maret"), _("April"), _("Mei"), _("Juni"), _("Juli")),
        *(_("Agustus"), _("September"), _("Oktober"), _("November"), _("Desember")),
    )


def format_month(day: date) -> str:
    """Print the month of a day.

    Example:
        >>> format_month(date(2026, 11, 23))
        'November 2026'
    """
    return f"{month_names()[day.month - 1]} {day.year}"


def add_months(day: date, months: int) -> date:
    """Move a day by whole months; where the month is too short, to its last day.

    Args:
        day: where to start.
        months: how many, negative for backwards.

    Raises:
        ValueError: the result lies outside of the years 1 to 9999.

    Example:
        >>> add_months(date(2026, 6, 8), 18)
        datetime.date(2027, 12, 8)
        >>> add_months(date(2027, 1, 31), 1), add_months(date(2026, 1, 31), -2)
        (datetime.date(2027, 2, 28), datetime.date(2025, 11, 30))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"{months} months from {day} lie outside of the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month(word: str) -> int:
    """Give the number of a month's name or short form, 0 where there is none."""
    if word in _SHORT:
        return _SHORT[word]
    names = [*enumerate(MONTHS, 1), *enumerate(month_names(), 1)]
    fits = sorted({number for number, name in names if name.lower().startswith(word)})
    return fits[0] if len(fits) == 1 else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
