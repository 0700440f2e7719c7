"""Tests of the key of the test before the online marketing track."""

from __future__ import annotations

from graders.checks.pemasaran_00_uji_awal import KEY
from graders.checks.pemasaran_uji import CHECKS


def test_it_checks_what_both_tests_check() -> None:
    """One list of checks, under its own assignment."""
    assert KEY.assignment == "pemasaran_00_uji_awal"
    assert KEY.checks == CHECKS
