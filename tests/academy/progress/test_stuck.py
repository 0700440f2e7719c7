"""Each reason to help somebody appears on its day, and nobody is stuck without one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from academy.catalog import Catalog
from academy.progress.days import Calendar
from academy.progress.journey import journey
from academy.progress.models import Attempt
from academy.progress.stuck import Facts, Why, reasons

from .conftest import attempt

START = date(2027, 1, 4)
FIRST = "pembukuan_01_uang_usaha"
CALENDAR = Calendar(START, date(2027, 4, 3), {FIRST: date(2027, 1, 15)})


def _why(
    catalog: Catalog,
    day: int,
    *tried: Attempt,
    seen: int | None = None,
    opened: Mapping[str, int] | None = None,
) -> list[tuple[Why, int]]:
    """Say why she needs help `day` days after the start."""
    facts = Facts(
        journey(catalog, tried, CALENDAR),
        CALENDAR,
        START + timedelta(seen) if seen is not None else None,
        {name: START + timedelta(when) for name, when in (opened or {}).items()},
    )
    found = reasons(facts, START + timedelta(day), catalog.mastery)
    return [(reason.why, reason.days) for reason in found]


def test_not_opened(catalog: Catalog) -> None:
    """Three days after the start, not before."""
    assert _why(catalog, 2) == []
    assert _why(catalog, 3) == [(Why.NOT_OPENED, 3)]


def test_silent_for_a_week(catalog: Catalog) -> None:
    """Any sign of her counts: a login, an exercise opened, a try."""
    assert _why(catalog, 7, seen=1) == []
    assert _why(catalog, 8, seen=1) == [(Why.SILENT, 7)]
    assert _why(catalog, 8, attempt(FIRST, 100, days=3), seen=1) == []
    assert (Why.SILENT, 8) not in _why(catalog, 8, seen=0, opened={FIRST: 4})


def test_opened_and_not_submitted(catalog: Catalog) -> None:
    """Three days after she last saved there; with a try it is over."""
    assert _why(catalog, 4, opened={FIRST: 2}) == []
    assert _why(catalog, 5, opened={FIRST: 2}) == [(Why.NOT_SUBMITTED, 3)]
    assert _why(catalog, 5, attempt(FIRST, 10, days=4), opened={FIRST: 2}) == []


def test_failed_twice(catalog: Catalog) -> None:
    """The last two tries; one failure or a success afterwards is none."""
    failures = [attempt(FIRST, 20), attempt(FIRST, 40, days=1)]
    assert _why(catalog, 2, failures[0]) == []
    assert _why(catalog, 2, *failures) == [(Why.FAILED_TWICE, 1)]
    assert _why(catalog, 3, *failures, attempt(FIRST, 90, days=2)) == []


def test_past_the_day(catalog: Catalog) -> None:
    """From the day after it; the more urgent reason stands first."""
    assert _why(catalog, 11, seen=9) == []
    assert _why(catalog, 12, seen=9) == [(Why.OVERDUE, 1)]
    assert [why for why, _ in _why(catalog, 20, seen=9)] == [Why.SILENT, Why.OVERDUE]


def test_nobody_is_stuck_before_after_and_at_the_end(catalog: Catalog) -> None:
    """A cohort that has not begun, one that is over, somebody who is done with all."""
    assert _why(catalog, -1) == []
    assert _why(catalog, 200) == []
    everything = [attempt(e.assignment, 100) for e in catalog.exercises]
    assert _why(catalog, 60, *everything) == []
