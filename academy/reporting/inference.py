"""What a reader of tables can work out about counts that are hidden in them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import inf
from typing import Final, Generic, NamedTuple, TypeVar

import numpy as np

_ZERO: Final = 1e-9
Key = TypeVar("Key", bound=Hashable)
Span = tuple[float, float]


class Sum(NamedTuple, Generic[Key]):
    """That some counts add up to another: what a reader may subtract."""

    total: Key
    parts: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """All of them, the total last."""
        return (*self.parts, self.total)


def spans(
    counts: Mapping[Key, int],
    lines: Iterable[Sum[Key]],
    hidden: Iterable[Key],
    ceilings: Mapping[Key, int],
) -> dict[Key, Span]:
    """Give the least and the most that each hidden count can be, as far as sums tell.

    Counts are never negative. The bounds of each sum are carried into the others until nothing changes
    (bounds propagation, as solvers of integer programs do before they start).

    Args:
        counts: all counts.
        lines: how they add up.
        hidden: the keys of those that are hidden.
        ceilings: what a hidden count cannot exceed, where something shown says so.

    Raises:
        ValueError: the sums contradict each other.

    Example:
        >>> spans({"all": 9, "a": 2, "b": 3, "c": 4}, [Sum("all", ("a", "b", "c"))], ["a", "b"], {})
        {'a': (0, 5), 'b': (0, 5)}
    """
    found: dict[Key, Span] = {key: (0, ceilings.get(key, inf)) for key in hidden}
    signed = [_signed(counts, line, found) for line in lines]
    changed = True
    while changed:
        changed = False
        for constant, terms in signed:
            for key, sign in terms:
                narrower = _narrowed(key, sign, constant, terms, found)
                if narrower != found[key]:
                    found[key], changed = narrower, True
                if narrower[0] > narrower[1]:
                    raise ValueError(f"what is counted does not add up at {key}")
    return found


def _signed(
    counts: Mapping[Key, int], line: Sum[Key], found: Mapping[Key, Span]
) -> tuple[int, list[tuple[Key, int]]]:
    """Write a sum as: its hidden counts, with their signs, make a known number."""
    terms = [(part, 1) for part in line.parts] + [(line.total, -1)]
    constant = -sum(sign * counts[key] for key, sign in terms if key not in found)
    return constant, [(key, sign) for key, sign in terms if key in found]


def _narrowed(
    key: Key,
    sign: int,
    constant: int,
    terms: Sequence[tuple[Key, int]],
    found: Mapping[Key, Span],
) -> Span:
    """Give what is left for one count of a sum when all others are as small or as large as can be."""
    ranges = [
        found[other] if way > 0 else (-found[other][1], -found[other][0])
        for other, way in terms
        if other != key
    ]
    low, high = (constant - sum(one[at] for one in ranges) for at in (1, 0))
    if sign < 0:
        low, high = -high, -low
    return max(found[key][0], low), min(found[key][1], high)


def determined(lines: Sequence[Sum[Key]], hidden: Iterable[Key]) -> set[Key]:
    """Give what is hidden and yet the same in all solutions of the sums.

    Linear algebra decides this exactly: a count is the same in all of them if and only if its row in
    the null space of the sums, taken over what is hidden, is zero.

    Example:
        >>> lines = [Sum("all", ("a", "b")), Sum("half", ("b",))]
        >>> sorted(determined(lines, ["a", "b"])), determined(lines[:1], ["a", "b"])
        (['a', 'b'], set())
    """
    at = {key: number for number, key in enumerate(hidden)}
    matrix = np.zeros((len(lines), len(at)))
    for row, line in enumerate(lines):
        for key, sign in ((line.total, -1.0), *((part, 1.0) for part in line.parts)):
            if key in at:
                matrix[row, at[key]] += sign
    _, values, rows = np.linalg.svd(matrix, full_matrices=True)
    free = rows[int((values > _ZERO * max(matrix.shape)).sum()) :].T
    return {key for key, number in at.items() if np.abs(free[number]).max(initial=0) < _ZERO}
