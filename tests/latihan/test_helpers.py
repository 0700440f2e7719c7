"""Tests of the helpers that a trainee calls in her formulas: exact, and plain words when they cannot."""

from __future__ import annotations

from decimal import Decimal

import pytest

import latihan
from latihan.helpers import anuitas, bulat_naik
from latihan.numbers import SalahTulis


def test_it_rounds_up_but_not_the_dust_of_floats() -> None:
    """A hair above a whole number is that number; anything that can be counted is rounded up."""
    assert bulat_naik(380.0001) == 381
    assert bulat_naik(0.1 + 0.2 + 0.7) == 1
    assert bulat_naik(2_402_000 / 5_000) == 481
    assert bulat_naik(Decimal(600)) == 600
    assert bulat_naik(-1.5) == -1
    assert (bulat_naik(18_601, 500), bulat_naik(18_500, 500)) == (19_000, 18_500)


def test_the_instalment_is_the_annuity() -> None:
    """1.200.000 at half a percent for three months is 404.006,65, by hand; without interest a third."""
    assert anuitas(1_200_000, 0.005, 3) == 404_006.65
    assert anuitas(1_200_000, 0, 3) == 400_000


@pytest.mark.parametrize(
    "call",
    [
        lambda: bulat_naik(...),
        lambda: bulat_naik("600"),
        lambda: bulat_naik(float("nan")),
        lambda: bulat_naik(5, 0),
        lambda: bulat_naik((0, 5)),
        lambda: anuitas(..., 0.005, 24),
        lambda: anuitas(50_000_000, "6%", 24),
        lambda: anuitas(50_000_000, -0.005, 24),
        lambda: anuitas(50_000_000, 0.005, 0),
        lambda: anuitas(50_000_000, 0.005, 2.5),
        lambda: anuitas(50_000_000, 0.005, 10_000),
    ],
)
def test_what_cannot_be_calculated_is_said_in_a_sentence(call: object) -> None:
    """No English traceback reaches her: the message says what to do."""
    assert callable(call)
    with pytest.raises(SalahTulis, match=r"memerlukan|harus lebih"):
        call()


def test_a_notebook_has_both() -> None:
    """`from latihan import *` brings them."""
    assert {"anuitas", "bulat_naik"} <= set(latihan.__all__)
