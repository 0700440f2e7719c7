"""Days and times as programs and people write them."""
# ruff: noqa: DTZ001 - files carry local time without a zone

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.importers.moments import find_year, is_day_first, read_moment


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2024-04-01 00:15", datetime(2024, 4, 1, 0, 15)),
        ("2024-04-01T10:26:30", datetime(2024, 4, 1, 10, 26, 30)),
        ("2024/4/1", datetime(2024, 4, 1)),
        ("01/04/2024 10:26:00", datetime(2024, 4, 1, 10, 26)),
        ("1-4-24", datetime(2024, 4, 1)),
        ("1.4.2024", datetime(2024, 4, 1)),
        ("01/04/2024 10.26 WIB", datetime(2024, 4, 1, 10, 26)),
        ("12/04/2024 9:05:00 PM", datetime(2024, 4, 12, 21, 5)),
        ("1 April 2024", datetime(2024, 4, 1)),
        ("Senin, 1 Apr 2024 07:00", datetime(2024, 4, 1, 7)),
        ("01-Agt-2024", datetime(2024, 8, 1)),
        ("1 Mei 24", datetime(2024, 5, 1)),
        ("'01/04/2024", datetime(2024, 4, 1)),
        ("45383", datetime(2024, 4, 1)),
        (45383.5, datetime(2024, 4, 1, 12)),
        (date(2024, 4, 1), datetime(2024, 4, 1)),
        (datetime(2024, 4, 1, 5), datetime(2024, 4, 1, 5)),
    ],
)
def test_reads_every_usual_way(cell: object, moment: datetime) -> None:
    """Workbooks, exports and people."""
    assert read_moment(cell) == moment  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cell",
    ["", None, "kemarin", "30/2/2026", "32/1/2026", "1 Foo 2026", "01/01/1899", "12", 7, "2026"],
)
def test_anything_else_is_nothing(cell: object) -> None:
    """No guess is made."""
    assert read_moment(cell) is None  # type: ignore[arg-type]


def test_american_columns_are_recognised() -> None:
    """One date with a day above 12 in the second place decides for its column."""
    column = ["04/03/2026 10:00:00 AM", "", "04/25/2026 11:00:00 AM"]
    assert not is_day_first(column)
    assert read_moment(column[0], day_first=False) == datetime(2026, 4, 3, 10)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)))
def test_reads_what_exports_print(moment: datetime) -> None:
    """Both orders of year and day come back to the minute."""
    minute = moment.replace(second=0, microsecond=0)
    assert read_moment(f"{minute:%Y-%m-%d %H:%M}") == minute
    assert read_moment(f"{minute:%d/%m/%Y %H:%M}") == minute


@given(st.text(max_size=25))
def test_never_fails(text: str) -> None:
    """Any text is a moment or nothing."""
    assert read_moment(text) is None or read_moment(text).year >= 2000  # type: ignore[union-attr]


def test_a_period_gives_its_year() -> None:
    """Also in words; nothing where there is none."""
    assert find_year(["Periode 1 November 2026 s/d 30 November 2026"]) == 2026
    assert find_year(["Rekening 12-34"]) is None
