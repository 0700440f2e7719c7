"""Minimum wages by district and what an hour costs."""

from datetime import date
from decimal import Decimal

import pytest

from usaha.districts import DISTRICTS
from usaha.rules import RuleNotInForceError
from usaha.wages import compare_wage, minimum_wage, wage_for

CASE = date(2026, 11, 23)


def test_every_district_has_its_own_wage() -> None:
    """Eight districts, eight different wages, none below the province's."""
    wages = {district.name: minimum_wage(district, CASE).number for district in DISTRICTS}
    assert len(set(wages.values())) == 8
    assert min(wages.values()) >= minimum_wage(None, CASE).number
    assert max(wages, key=lambda name: wages[name]) == "Kota Cilegon"


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_other_years_are_not_guessed(day: date) -> None:
    """Last year's wage is not this year's."""
    for district in (*DISTRICTS, None):
        with pytest.raises(RuleNotInForceError):
            minimum_wage(district, day)


def test_hour_and_day() -> None:
    """By hand: 3.150.000 / 126 = 25.000; / 25 = 126.000; / 21 = 150.000."""
    assert wage_for(3_150_000, "hour", CASE) == 25_000
    assert wage_for(3_150_000, "day_of_six", CASE) == 126_000
    assert wage_for(3_150_000, "day_of_five", CASE) == 150_000


def test_the_owner_against_the_minimum_wage() -> None:
    """By hand: the whole minimum wage in half the hours is twice the wage an hour."""
    rule = minimum_wage(DISTRICTS[0], CASE)
    assert compare_wage(rule.number, 80, 160, rule).ratio == 2
    assert compare_wage(0, 80, 160, rule).ratio == 0
    with pytest.raises(ValueError, match="hours must be above zero"):
        compare_wage(Decimal(1), 0, 160, rule)
