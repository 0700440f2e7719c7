"""Tests of the test after the start-up track."""

from __future__ import annotations

from latihan.units.rintisan_99_uji_akhir import UNIT
from latihan.units.rintisan_uji import TESTS


def test_it_is_one_of_the_two_tests() -> None:
    """The same questions as the other test, no hints from `cek`, its own name."""
    assert UNIT.assignment == "rintisan_99_uji_akhir"
    assert UNIT.is_test
    assert UNIT.questions == TESTS.questions
