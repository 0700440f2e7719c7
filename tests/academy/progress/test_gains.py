"""The gain and its interval against values of tables."""

from __future__ import annotations

import random
from statistics import NormalDist

import pytest

from academy.progress.gains import gain, t_quantile

# Student's t, 97.5 %, as printed in tables.
TABLE = {4: 2.7764, 5: 2.5706, 9: 2.2622, 24: 2.0639, 60: 2.0003, 120: 1.9799}


@pytest.mark.parametrize(("freedom", "printed"), TABLE.items())
def test_quantiles_are_those_of_the_table(freedom: int, printed: float) -> None:
    """Within a thousandth."""
    assert t_quantile(0.975, freedom) == pytest.approx(printed, rel=1e-3)
    assert t_quantile(0.025, freedom) == pytest.approx(-printed, rel=1e-3)


def test_many_degrees_are_the_normal_distribution() -> None:
    """The limit."""
    assert t_quantile(0.975, 10**9) == pytest.approx(NormalDist().inv_cdf(0.975), rel=1e-6)


def test_four_people_are_no_training() -> None:
    """Fewer than five pairs give nothing."""
    assert gain([(10, 20)] * 4) is None


def test_the_same_gain_for_all_has_no_width() -> None:
    """Nothing varies, so nothing is uncertain."""
    found = gain([(40, 70)] * 6)
    assert found is not None
    assert (found.points, found.low, found.high) == (30, 30, 30)


def test_the_interval_holds_what_it_promises() -> None:
    """Of a thousand groups of eight some 950 intervals hold the true gain."""
    chance = random.Random(5)
    held = 0
    for _ in range(1000):
        pairs = [(50.0, 50 + chance.gauss(20, 12)) for _ in range(8)]
        found = gain(pairs)
        assert found is not None
        held += found.low <= 20 <= found.high
    assert 930 <= held <= 970
