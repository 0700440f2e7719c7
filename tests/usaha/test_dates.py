"""Days in Indonesian: read, printed, moved."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.dates import add_months, format_date, format_month, parse_date

YEARS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@given(YEARS)
def test_reads_what_it_prints(day: date) -> None:
    """Every day survives being printed and read, long, with numbers and the ISO way."""
    assert parse_date(format_date(day)) == day
    assert parse_date(day.isoformat()) == day
    for mark in "-/.":
        assert parse_date(f"{day.day}{mark}{day.month}{mark}{day.year}") == day


@pytest.mark.parametrize(
    "text",
    [
        "8 Desember 2027", " 8  desember 2027 ", "08 DES 2027", "8-Des-2027", "Rabu, 8 Desember 2027",
        "8-12-2027", "08/12/2027", "8 / 12 / 2027", "8.12.2027", "2027-12-08", "2027/12/8",
    ],
)  # fmt: skip
def test_one_day_in_many_forms(text: str) -> None:
    """What people type for one day is one day."""
    assert parse_date(text) == date(2027, 12, 8)


@pytest.mark.parametrize(
    "text",
    [
        "", "besok", "8 Desember", "Desember 2027", "31 Februari 2027", "31-11-2027", "12/13/2027",
        "8-12-27", "8-12/2027", "8 Ju 2027", "8 Mar Apr 2027", "8 December 2027x", "0 Mei 2027",
        "8 Desember 0000", "٨ Desember 2027", "8 Desember 2027" + " " * 60 + "!",
    ],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    """Other texts give None and never an error."""
    assert parse_date(text) is None


@given(st.text(max_size=80))
def test_never_raises(text: str) -> None:
    """No text makes it fall over."""
    found = parse_date(text)
    assert found is None or parse_date(format_date(found)) == found or found.year < 1000


def test_short_months_are_told_apart() -> None:
    """The short forms "Jun" and "Jul", "Mar" and "Mei", "Agt" and the old "Nop" are the right months."""
    texts = ("1 Jun 2026", "1 Jul 2026", "1 Mar 2026", "1 Mei 2026", "1 Agt 2026", "1 Nop 2026")
    assert [day.month for text in texts if (day := parse_date(text))] == [6, 7, 3, 5, 8, 11]


@given(YEARS, st.integers(-60, 60))
def test_months_move_by_their_number(day: date, months: int) -> None:
    """The month changes by exactly that many and the day never grows."""
    if not 1 <= (day.year * 12 + day.month - 1 + months) // 12 <= 9999:
        return
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day <= day.day
    assert (
        moved.day == day.day
        or add_months(moved.replace(day=1), 1).toordinal() == moved.toordinal() + 1
    )


def test_outside_of_the_calendar() -> None:
    """There is no year 10000 and no year 0."""
    with pytest.raises(ValueError, match="outside of the calendar"):
        add_months(date(9999, 12, 1), 1)
    with pytest.raises(ValueError, match="outside of the calendar"):
        add_months(date(1, 1, 1), -1)


def test_month_alone() -> None:
    """A report's heading has the month and the year."""
    assert format_month(date(2027, 2, 28)) == "Februari 2027"
