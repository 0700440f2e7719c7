"""Tests of `latihan.answers`: what may leave a trainee's process."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from latihan.answers import to_number, to_plain


class EqualsEverything:
    """An answer that says it is right."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1

    def __float__(self) -> float:
        return 1.0

    def __str__(self) -> str:
        return "840000"


class SlyInt(int):
    """A whole number with a will of its own."""

    def __str__(self) -> str:
        return "999"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (840_000, "840000"),
        (0.5, "0.5"),
        (Decimal("1.25"), "1.25"),
        (np.float64(2.5), "2.5"),
        (np.int64(7), "7"),
    ],
)
def test_numbers_come_out_as_numbers(value: Any, number: str) -> None:
    """Python's and numpy's own numbers keep their value."""
    assert to_number(to_plain(value)) == Decimal(number)


@pytest.mark.parametrize(
    "value", [EqualsEverything(), SlyInt(5), True, [1], {"a": 1}, float, 1 + 2j, b"1"]
)
def test_nothing_else_is_a_number(value: Any) -> None:
    """Objects, subclasses and containers are told apart from numbers by their exact type."""
    plain = to_plain(value)
    assert plain["kind"] == "other"
    assert to_number(plain) is None


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e30, -1e30])
def test_numbers_that_are_not_sane_are_none(value: float) -> None:
    """nan, infinity and absurd sizes never reach the judge."""
    assert to_number(to_plain(value)) is None


@pytest.mark.parametrize("value", [..., None])
def test_a_blank_is_a_blank(value: Any) -> None:
    """Three dots and None mean that nothing was written."""
    assert to_plain(value)["kind"] == "blank"


def test_long_text_is_cut_and_all_is_json() -> None:
    """What comes out is small and plain JSON, whatever goes in."""
    for value in ("x" * 100_000, (1, 2) * 1000, 10**30, EqualsEverything()):
        assert len(json.dumps(to_plain(value))) < 1_000


def test_forged_plain_forms_are_no_numbers() -> None:
    """A line that a trainee's code wrote itself is read with care."""
    for plain in ({}, {"kind": "number"}, {"kind": "number", "text": "1e99999"}):
        assert to_number(plain) is None
