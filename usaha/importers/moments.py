"""Days and times in a cell: of a workbook, of a marketplace's export or as people write them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from usaha.importers.table import Cell, as_text

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb peb februari february", "mar maret march", "apr april",
            "mei may", "jun juni june", "jul juli july", "agu agt ags aug agustus august",
            "sep sept september", "okt oct oktober october", "nov nop november nopember",
            "des dec desember december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_CLOCK: Final = r"(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap]m)?)?(?:\s*(?:wib|z|\+07:?00))?"
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _CLOCK, re.IGNORECASE)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})" + _CLOCK, re.IGNORECASE)
_WORDS: Final = re.compile(
    r"(?:[a-z']+,\s*)?(\d{1,2})[-\s./]+([a-z]{3,9})[-\s./,]+(\d{4}|\d{2})" + _CLOCK, re.IGNORECASE
)
_EXCEL_DAY_0: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - files carry local time without a zone
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # 2000 to 2099, as Excel counts days


def read_moment(cell: Cell, *, day_first: bool = True) -> datetime | None:
    """Read a day, with its time where there is one.

    Args:
        cell: a date of a workbook, Excel's number of a day, or text.
        day_first: whether ``3/4/2026`` is the third of April, as in Indonesia.

    Returns:
        Local time without a zone; midnight where only a day was given; None for anything else,
        also for the 30th of February and for years outside 2000-2099.

    Example:
        >>> print(read_moment("2024-04-01 00:15"), read_moment("23 Nopember 2026"), sep=" | ")
        2024-04-01 00:15:00 | 2026-11-23 00:00:00
        >>> print(read_moment("03/04/2026 13:05:10"), read_moment("45383"), sep=" | ")
        2026-04-03 13:05:10 | 2024-04-01 00:00:00
        >>> read_moment("kemarin"), read_moment("30/2/2026")
        (None, None)
    """
    if isinstance(cell, datetime):
        return _sane(cell.replace(tzinfo=None))
    if isinstance(cell, date):
        return _sane(datetime(cell.year, cell.month, cell.day))  # noqa: DTZ001 - local, as above
    text = as_text(cell)
    if re.fullmatch(r"\d{5}(\.\d+)?", text) and _FIRST_SERIAL <= float(text) <= _LAST_SERIAL:
        minutes = round(float(text) * 1440)
        return _EXCEL_DAY_0 + timedelta(minutes=minutes)
    return _from_text(text.strip("'\" "), day_first=day_first)


def is_day_first(cells: Iterable[Cell]) -> bool:
    """Tell from a whole column whether days stand before months.

    Example:
        >>> is_day_first(["03/04/2026", "25/04/2026"]), is_day_first(["04/03/2026", "04/25/2026"])
        (True, False)
    """
    for cell in cells:
        match = _YEAR_LAST.fullmatch(as_text(cell).strip("'\" "))
        if match and int(match[1]) <= 12 < int(match[2]):
            return False
    return True


def _from_text(text: str, *, day_first: bool) -> datetime | None:
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day, *clock = match.groups()
    elif match := _YEAR_LAST.fullmatch(text):
        first, second, year, *clock = match.groups()
        day, month = (first, second) if day_first else (second, first)
    elif (match := _WORDS.fullmatch(text)) and match[2].lower() in _MONTHS:
        day, name, year, *clock = match.groups()
        month = str(_MONTHS[name.lower()])
    else:
        return None
    return _moment(int(year), int(month), int(day), clock)


def _moment(year: int, month: int, day: int, clock: list[str]) -> datetime | None:
    hour, minute, second, half = clock
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half.lower() == "pm" else 0)
    century = 2000 if year < 100 else 0
    try:
        found = datetime(year + century, month, day, hours, int(minute or 0), int(second or 0))  # noqa: DTZ001 - local, as above
    except ValueError:  # the 30th of February, 25 o'clock
        return None
    return _sane(found)


def _sane(moment: datetime) -> datetime | None:
    return moment if 2000 <= moment.year <= 2099 else None


def find_year(texts: Iterable[str]) -> int | None:
    """Give the year of the first full date in some texts, such as the period over a statement.

    Example:
        >>> find_year(["Rekening 0123", "Periode: 01/11/2026 - 30/11/2026"])
        2026
    """
    for text in texts:
        for piece in re.findall(r"\d{1,4}[-/. ]+\w+[-/. ]+\d{2,4}", text):
            if moment := read_moment(piece):
                return moment.year
    return None
