"""Tests of `latihan.unit`: values by name, questions by name."""

from __future__ import annotations

from decimal import Decimal

import pytest

from latihan.unit import Values
from latihan.variants import load_unit


def test_values_are_exact() -> None:
    """A float of a shop is the decimal that people read, not its binary neighbour."""
    assert Values.of({"kg": 0.1}).kg * 3 == Decimal("0.3")


def test_an_absent_value_is_an_attribute_error() -> None:
    """A formula that lacks a number can be skipped."""
    with pytest.raises(AttributeError):
        _ = Values().tidak_ada


def test_a_question_is_found_by_name() -> None:
    """A name that is not asked gives None."""
    unit = load_unit("pembukuan_03_hpp")
    found = unit.question("hpp_per_kg")
    assert found is not None
    assert found.is_money
    assert unit.question("umur_bumi") is None
