"""Ramadan, Lebaran and the days on which people buy."""

from datetime import date, timedelta
from itertools import pairwise

from usaha.shops.season import demand, lebaran_dates


def _plain(day: date) -> int:
    return demand(day, 1000)


def test_the_table_is_sound() -> None:
    """A month of 29 or 30 days before each feast, a year of 354 or 355 between two, a source each."""
    years = lebaran_dates()
    assert all((y.day - y.ramadan).days in (29, 30) and y.source for y in years)
    gaps = {(b.day - a.day).days for a, b in pairwise(years)}
    assert gaps <= {354, 355}
    assert [y.hijri_year for y in years] == sorted(y.hijri_year for y in years)


def test_only_what_somebody_compared_is_checked() -> None:
    """A date that is not yet set cannot have been checked."""
    assert all(y.checked_on is None for y in lebaran_dates() if "perkiraan" in y.source)
    assert all(y.checked_on is None for y in lebaran_dates() if "ingatan" in y.source)


def test_the_fast_sells_more_and_the_feast_less() -> None:
    """Highest in the week before the parcels rest, low around Lebaran, plain in June."""
    for year in lebaran_dates():
        before, feast, later = (year.day + timedelta(days=d) for d in (-7, 1, 60))
        lift = demand(before, 2_000) * 1000 // _plain(before)
        assert 1_900 <= lift <= 2_001
        assert demand(feast, 2_000) < 400
        assert demand(later, 2_000) == _plain(later)


def test_demand_rises_through_the_fast() -> None:
    """Week by week, from its second week on."""
    year = lebaran_dates()[2]
    lifts = [
        demand(d, 2_000) * 1000 // _plain(d)
        for d in (year.ramadan + timedelta(days=n) for n in (3, 9, 15, 21))
    ]
    assert lifts == sorted(lifts)
    assert lifts[0] == 1_000
