"""No count below five can be worked out: by hand, by linear algebra, and by trying all possibilities."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from academy.reporting.inference import Sum, determined
from academy.reporting.protection import SMALLEST, hidden_keys

Place = tuple[str, str]  # row and column of a table with totals; "+" is the sum
PLUS = "+"


def test_a_row() -> None:
    """The small one, and the smallest of the others; with two small ones of five people no more."""
    row = [Sum("all", ("a", "b", "c", "d"))]
    counts = {"all": 60, "a": 2, "b": 30, "c": 8, "d": 20}
    assert hidden_keys(counts, row) == {"a", "c"}
    assert hidden_keys({"all": 56, "a": 2, "b": 30, "c": 4, "d": 20}, row) == {"a", "c"}
    assert hidden_keys({"all": 50, "a": 6, "b": 30, "c": 7, "d": 7}, row) == set()


def test_two_small_ones_that_are_few_together() -> None:
    """Their sum would be a count below five."""
    counts = {"all": 53, "a": 1, "b": 30, "c": 2, "d": 20}
    assert hidden_keys(counts, [Sum("all", ("a", "b", "c", "d"))]) == {"a", "c", "d"}


def test_a_zero_is_hidden_as_well() -> None:
    """Where people are, that none of them finished tells about each."""
    assert hidden_keys({"all": 20, "a": 0, "b": 20}, [Sum("all", ("a", "b"))]) == {"a", "b"}


def test_what_is_not_counted_is_known() -> None:
    """A line without people is not shown, and protects nobody."""
    assert hidden_keys({"all": 9, "a": 9}, [Sum("all", ("a", "b"))]) == set()
    assert hidden_keys({"a": 3, "b": 9}, [Sum("all", ("a", "b"))]) == {"a"}


def test_what_is_hidden_already_gets_company() -> None:
    """As if it were small."""
    counts = {"all": 60, "a": 12, "b": 30, "c": 8, "d": 10}
    assert hidden_keys(counts, [Sum("all", ("a", "b", "c", "d"))], ["a"]) == {"a", "c"}


def test_bounds_that_come_from_elsewhere() -> None:
    """Of five active at most five finished: ten in two lines would leave four or five in one."""
    counts, row = {"all": 40, "a": 4, "b": 6, "c": 30}, [Sum("all", ("a", "b", "c"))]
    assert hidden_keys(counts, row) == {"a", "b"}
    assert hidden_keys(counts, row, ceilings={"a": 5, "b": 6, "c": 40}) == {"a", "b", "c"}


def test_what_only_follows_from_many_sums_together() -> None:
    """In each row and column two are hidden, and yet one between two rings could be worked out."""
    rows = {"1": "AB", "2": "ABC", "3": "CDE", "4": "DE"}
    rings = {(row, column) for row, columns in rows.items() for column in columns}
    inner = dict.fromkeys(product("1234", "ABCDE"), 9)
    lines = [Sum((row, PLUS), tuple((row, c) for c in "ABCDE")) for row in "1234"]
    lines += [Sum((PLUS, c), tuple((row, c) for row in "1234")) for c in "ABCDE"]
    counts = _counts(inner, lines)
    assert determined(lines, rings) == {("2", "C"), ("3", "C")}
    hidden = hidden_keys(counts, lines, rings)
    assert hidden > rings
    assert determined(lines, hidden) == set()


def _table(rows: str, columns: str) -> list[Sum[Place]]:
    """All sums of a table with totals."""
    both = [(rows + PLUS, columns + PLUS)]
    lines = [Sum((r, PLUS), tuple((r, c) for c in columns)) for all_, _ in both for r in all_]
    return lines + [Sum((PLUS, c), tuple((r, c) for r in rows)) for _, all_ in both for c in all_]


def _counts(inner: dict[Place, int], lines: list[Sum[Place]]) -> dict[Place, int]:
    counts = dict(inner)
    for line in [*lines, *lines]:
        counts[line.total] = sum(counts.get(part, 0) for part in line.parts)
    return counts


def _possible(counts: dict[Place, int], hidden: set[Place], most: int) -> dict[Place, np.ndarray]:
    """Try all that the inside of the table could be; gives what each count is in those that fit."""
    inner = [key for key in counts if PLUS not in key]
    spans = [range(most) if key in hidden else [counts[key]] for key in inner]
    grid = [v.ravel() for v in np.meshgrid(*(np.array(s, np.uint8) for s in spans))]
    tried = dict(zip(inner, grid, strict=True))
    for line in _table("xy", "abc") * 2:
        parts = [tried[part] for part in line.parts if part in tried]
        tried[line.total] = np.sum(parts, axis=0, dtype=np.uint8)
    shown = [tried[key] == count for key, count in counts.items() if key not in hidden]
    fits = np.all(shown, axis=0) if shown else np.full(len(grid[0]), True)
    return {key: values[fits] for key, values in tried.items()}


@settings(max_examples=8)
@given(st.lists(st.integers(0, 7), min_size=6, max_size=6))
def test_nobody_can_work_it_out(values: list[int]) -> None:
    """In a small table with totals: each hidden count may be at least two different numbers."""
    inner = dict(zip(product("xy", "abc"), values, strict=True))
    lines = _table("xy", "abc")
    counts = _counts(inner, lines)
    hidden = set(hidden_keys(counts, lines))
    assert {key for key, count in counts.items() if count < SMALLEST} <= hidden
    possible = _possible(counts, hidden, most=11)
    for key in hidden:
        assert len(set(possible[key])) > 1, (key, counts, hidden)


@pytest.mark.parametrize("size", [3, 40])
def test_many_lines_are_quick(size: int) -> None:
    """A table of forty cohorts and eight districts."""
    rows = [f"r{number}" for number in range(size)]
    inner = {(r, c): (3 * n) % 17 for n, (r, c) in enumerate(product(rows, "abcdefgh"))}
    lines = [Sum((r, PLUS), tuple((r, c) for c in "abcdefgh")) for r in [*rows, PLUS]]
    lines += [Sum((PLUS, c), tuple((r, c) for r in rows)) for c in "abcdefgh+"]
    counts: dict[Place, int] = dict(inner)
    for line in [*lines, *lines]:
        counts[line.total] = sum(counts.get(part, 0) for part in line.parts)
    hidden = hidden_keys(counts, lines)
    assert hidden < set(counts)
    for line in lines:
        assert sum(key in hidden for key in line.keys) != 1
