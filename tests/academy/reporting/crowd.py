"""People to count: a crowd in two cohorts, with small groups in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from academy.catalog import load_catalog
from academy.reporting.report import Reports
from academy.reporting.scopes import CohortDays, scopes_of
from academy.reporting.tally import Counted

CLONE = Path(__file__).resolve().parents[3]
DAY = date(2027, 6, 30)
COHORTS = (
    CohortDays(1, "2027-1", date(2027, 1, 4), date(2027, 4, 3)),
    CohortDays(2, "2027-2", date(2027, 8, 2), date(2027, 11, 1)),
)
TRACK = "pembukuan"


def some(
    number: int, cohort: int = 1, district: str = "36.02", sex: str = "P", finished: int = 0
) -> Iterator[Counted]:
    """People of one kind: all took both tests, the first `finished` of them finished the track."""
    for at in range(number):
        yield Counted(
            cohort,
            district,
            sex,
            "kerajinan",
            is_active=True,
            begun=frozenset({TRACK}),
            finished=frozenset({TRACK} if at < finished else ()),
            pairs={TRACK: (40.0, 60.0 + at % 5)},
            rubric=75.0,
        )


def crowd() -> list[Counted]:
    """Two cohorts; three men of Cilegon in the first, twelve people who never came in the second."""
    return [
        *some(30, finished=20),
        *some(20, sex="L", finished=6),
        *some(3, district="36.72", sex="L"),
        *some(9, district="36.01", finished=9),
        *some(25, cohort=2, finished=10),
        *some(8, cohort=2, district="36.72", sex="L", finished=6),
        *some(7, cohort=2, district="36.01"),
        *(Counted(2, "36.02", sex, "jasa") for sex in islice(cycle("PL"), 12)),
    ]


def reports(people: list[Counted] | None = None) -> Reports:
    """Their reports."""
    return Reports(load_catalog(CLONE), scopes_of(COHORTS), crowd() if people is None else people)
