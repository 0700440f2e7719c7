"""What can be worked out: exactly by linear algebra, nearly by bounds."""

from __future__ import annotations

from math import inf

import pytest

from academy.reporting.inference import Sum, determined, spans


def test_two_rings_and_a_bridge() -> None:
    """In each row and column two are hidden at least; the one between the rings follows all the same."""
    rows = {1: "AB", 2: "ABC", 3: "CDE", 4: "DE"}
    hidden = [(row, column) for row, columns in rows.items() for column in columns]
    everything = [(row, column) for row in rows for column in "ABCDE"]
    lines = [Sum((row, ""), tuple(p for p in everything if p[0] == row)) for row in rows]
    lines += [
        Sum((0, column), tuple(p for p in everything if p[1] == column)) for column in "ABCDE"
    ]
    assert determined(lines, hidden) == {(2, "C"), (3, "C")}
    assert determined(lines, [*hidden, (1, "C")]) == {(3, "C")}
    assert determined(lines, [*hidden, (1, "C"), (1, "D")]) == set()


def test_no_count_is_negative() -> None:
    """Five people at most in the row, seven at least in the column: all of the row are there."""
    counts = {"x": 5, "c": 12, "y": 7, "xa": 0, "xb": 0, "xc": 5, "ya": 0, "yc": 7}
    lines = [Sum("x", ("xa", "xb", "xc")), Sum("c", ("xc", "yc")), Sum("y", ("ya", "yc"))]
    hidden = ["xa", "xb", "xc", "ya", "yc"]
    assert spans(counts, lines, hidden, {}) == {
        "xa": (0, 0), "xb": (0, 0), "xc": (5, 5), "ya": (0, 0), "yc": (7, 7)
    }  # fmt: skip
    assert not determined(lines, hidden)  # with negative counts there would be other solutions


def test_sums_that_do_not_add_up() -> None:
    """Are an error of ours; looking for their bounds would never end."""
    lines = [Sum("x", ("a", "b")), Sum("y", ("a", "b"))]
    with pytest.raises(ValueError, match="add up"):
        spans({"x": 5, "y": 6, "a": 2, "b": 3}, lines, ["a", "b"], {})


def test_ceilings_and_hidden_totals() -> None:
    """A hidden total has no upper bound of its own; what is counted within has."""
    counts = {"all": 9, "a": 4, "b": 5}
    lines = [Sum("all", ("a", "b"))]
    assert spans(counts, lines, ["all", "a"], {}) == {"all": (5, inf), "a": (0, inf)}
    assert spans(counts, lines, ["a", "b"], {"a": 6, "b": 5}) == {"a": (4, 6), "b": (3, 5)}
