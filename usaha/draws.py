"""Numbers drawn from a seed, the same on every machine and every version of Python."""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")


class Draws:
    """A stream of draws, made of whole numbers only.

    `random` and numpy do not promise the same stream across versions, and a logarithm may differ
    in its last digit between two machines; SHA-256 of a counter never does.

    Args:
        seed: any text; two texts that differ give streams that have nothing in common.

    Example:
        >>> a, b = Draws("contoh"), Draws("contoh")
        >>> [a.below(100) for _ in range(3)] == [b.below(100) for _ in range(3)]
        True
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._count = 0

    def child(self, name: str) -> "Draws":
        """Give a stream of its own, so that one part may change without changing the others.

        Example:
            >>> Draws("contoh").child("iklan").below(10) == Draws("contoh").child("iklan").below(10)
            True
        """
        return Draws(f"{self._seed}/{name}")

    def below(self, n: int) -> int:
        """Give a whole number from 0 to n - 1."""
        self._count += 1
        digest = hashlib.sha256(f"{self._seed}|{self._count}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % n

    def step(self, low: int, high: int, step: int = 1) -> int:
        """Give one of low, low + step, …, high.

        Example:
            >>> Draws("contoh").step(20, 40, 5) in (20, 25, 30, 35, 40)
            True
        """
        return low + step * self.below((high - low) // step + 1)

    def pick(self, choices: Sequence[T]) -> T:
        """Give one of the choices."""
        return choices[self.below(len(choices))]

    def chance(self, permille: int) -> bool:
        """Say yes `permille` times in a thousand."""
        return self.below(1000) < permille

    def weighted(self, weights: Mapping[T, int]) -> T:
        """Give one of the keys, each as often as its weight says.

        Example:
            >>> Draws("contoh").weighted({"COD": 1, "transfer": 0})
            'COD'
        """
        rest = self.below(sum(weights.values()))
        for choice, weight in weights.items():
            rest -= weight
            if rest < 0:
                return choice
        raise AssertionError("weights are whole and not negative")

    def along(self, curve: Sequence[tuple[int, int]], step: int = 1) -> int:
        """Give an amount by its percentiles: straight between two points, in multiples of `step`.

        Args:
            curve: (permille, amount) from 0 to 1000, both rising.
            step: what the amount is a multiple of.

        Example:
            >>> shipping = [(0, 3500), (100, 3500), (500, 9500), (1000, 40000)]
            >>> all(Draws(str(n)).along(shipping, 500) % 500 == 0 for n in range(50))
            True
        """
        at = self.below(1000)
        for (left, low), (right, high) in pairwise(curve):
            if at < right:
                amount = low + (high - low) * (at - left) // (right - left)
                return (amount + step // 2) // step * step
        raise ValueError("a curve ends at 1000")

    def some(self, choices: Sequence[T], n: int) -> list[T]:
        """Give n different ones of the choices, in a drawn order.

        Example:
            >>> sorted(Draws("contoh").some("abc", 3))
            ['a', 'b', 'c']
        """
        left = list(choices)
        return [left.pop(self.below(len(left))) for _ in range(n)]
