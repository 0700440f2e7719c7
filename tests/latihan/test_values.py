"""Tests of `latihan.values`: exact numbers, other kinds untouched, formulas that cannot be calculated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from latihan.values import Values, evaluate, exact


def test_numbers_are_exact() -> None:
    """A float of a shop is the decimal that people read, not its binary neighbour."""
    assert Values.of({"kg": 0.1}).kg * 3 == Decimal("0.3")


def test_words_and_days_stay() -> None:
    """What is no number is material for formulas and tables."""
    values = Values.of({"baris": "1|2", "mulai": date(2026, 6, 8)})
    assert values["baris"] == "1|2"
    assert values["mulai"] == date(2026, 6, 8)
    assert exact(True) is True


def test_an_absent_value_is_an_attribute_error() -> None:
    """A formula that lacks a number can be skipped."""
    with pytest.raises(AttributeError):
        _ = Values().tidak_ada


def test_a_formula_without_its_numbers_gives_none() -> None:
    """Earlier answers may be absent, zero, or of another kind."""
    values = Values(gas=Decimal(0), izin="PIRT")
    assert evaluate(lambda v: v.tidak_ada, values) is None
    assert evaluate(lambda v: v["tidak_ada"], values) is None
    assert evaluate(lambda v: 1 / v.gas, values) is None
    assert evaluate(lambda v: v["izin"] * v.gas, values) is None
    assert evaluate(lambda v: v.gas + 1, values) == 1
