"""Tests of the key of the test before the start-up track."""

from __future__ import annotations

from graders.checks.rintisan_00_uji_awal import KEY
from graders.checks.rintisan_uji import CHECKS


def test_it_checks_what_both_tests_check() -> None:
    """One list of checks, under its own assignment."""
    assert KEY.assignment == "rintisan_00_uji_awal"
    assert KEY.checks == CHECKS
