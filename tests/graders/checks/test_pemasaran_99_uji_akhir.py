"""Tests of the key of the test after the online marketing track."""

from __future__ import annotations

from graders.checks.pemasaran_99_uji_akhir import KEY
from graders.checks.pemasaran_uji import CHECKS


def test_it_checks_what_both_tests_check() -> None:
    """One list of checks, under its own assignment."""
    assert KEY.assignment == "pemasaran_99_uji_akhir"
    assert KEY.checks == CHECKS
