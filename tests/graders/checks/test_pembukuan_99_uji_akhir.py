"""Tests of the key of the test after the bookkeeping track."""

from __future__ import annotations

from graders.checks.pembukuan_99_uji_akhir import KEY
from graders.checks.pembukuan_uji import CHECKS


def test_it_checks_what_both_tests_check() -> None:
    """One list of checks, under its own assignment."""
    assert KEY.assignment == "pembukuan_99_uji_akhir"
    assert KEY.checks == CHECKS
