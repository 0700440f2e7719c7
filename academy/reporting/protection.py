"""Which counts may not be shown, so that nobody can work out one that stands for fewer than five people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic

from academy.reporting.inference import Key, Sum, determined, spans

SMALLEST: Final = 5  # people that a shown count stands for at least


@dataclass(frozen=True)
class Counts(Generic[Key]):
    """All counts of one kind that anybody can ever be shown.

    Attributes:
        counts: with their keys.
        sums: how they add up; parts that are no counts here are known to be zero.
        price: how much a reader would miss a count; what is dear is hidden only where nothing else helps.
        ceilings: what a count cannot exceed, where a figure that is shown elsewhere says so.
    """

    counts: Mapping[Key, int]
    sums: Sequence[Sum[Key]]
    price: Callable[[Key], int]
    ceilings: Mapping[Key, int]

    def needed(self, hidden: set[Key]) -> set[Key]:
        """Give what has to be hidden besides; nothing when all is safe."""
        touched = [line for line in self.sums if any(key in hidden for key in line.keys)]
        more: set[Key] = set()
        for line in touched:
            if self._alone(line, hidden) or self._few(line, hidden):
                more |= self._cheapest([line], hidden)
        if more:
            return more
        for exposed in self._exposed(touched, hidden):
            own = [line for line in touched if exposed in line.keys]
            if more := self._cheapest(own, hidden) or self._cheapest(touched, hidden):
                return more
        return set()

    def _exposed(self, lines: Sequence[Sum[Key]], hidden: set[Key]) -> list[Key]:
        """Give the hidden counts that a reader can work out, or nearly so, the cheapest first."""
        possible = spans(self.counts, lines, hidden, self.ceilings)
        found = {
            key
            for key, (low, high) in possible.items()
            if high - low < SMALLEST - 1 and self.counts[key] < SMALLEST
        }
        return sorted(found or determined(lines, hidden), key=self._order)

    def _alone(self, line: Sum[Key], hidden: set[Key]) -> bool:
        """Say whether one count of a sum is hidden and all others are shown."""
        return sum(key in hidden for key in line.keys) == 1

    def _few(self, line: Sum[Key], hidden: set[Key]) -> bool:
        """Say whether what is hidden of a shown total stands together for too few people."""
        its = [self.counts[part] for part in line.parts if part in hidden]
        return line.total not in hidden and bool(its) and sum(its) < SMALLEST

    def _cheapest(self, lines: Iterable[Sum[Key]], hidden: set[Key]) -> set[Key]:
        """Give the count of some sums that is still shown and comes first; nothing where none is."""
        shown = [key for line in lines for key in line.keys if key not in hidden]
        return {min(shown, key=self._order)} if shown else set()

    def _order(self, key: Key) -> tuple[int, int]:
        return self.price(key), self.counts[key]


def hidden_keys(
    counts: Mapping[Key, int],
    sums: Iterable[Sum[Key]],
    already: Collection[Key] = (),
    price: Callable[[Key], int] = lambda _: 0,
    ceilings: Mapping[Key, int] | None = None,
) -> frozenset[Key]:
    """Choose the counts to hide.

    Primary suppression hides each count below five, zeros too. Complementary suppression goes on until

    - what is hidden of a shown total stands for five people at least;
    - the least and the most that a small count can be lie four apart at least;
    - no hidden count follows from what is shown.

    What is hidden besides is the cheapest count that helps, of these the smallest. Source: Hundepool et
    al., *Statistical Disclosure Control* (2012), chapters 4 and 5.

    Args:
        counts: see `Counts`.
        sums: see `Counts`.
        already: what is hidden in any case.
        price: see `Counts`.
        ceilings: see `Counts`.

    Example:
        >>> counts = {"all": 30, "a": 3, "b": 7, "c": 20}
        >>> sorted(hidden_keys(counts, [Sum("all", ("a", "b", "c"))]))
        ['a', 'b']
    """
    lines = [line for line in (_known(counts, each) for each in sums) if line is not None]
    its = Counts(counts, lines, price, ceilings or {})
    hidden = {key for key, count in counts.items() if count < SMALLEST or key in already}
    while hidden and (more := its.needed(hidden)):
        hidden |= more
    return frozenset(hidden)


def _known(counts: Mapping[Key, int], line: Sum[Key]) -> Sum[Key] | None:
    """Leave out of a sum what is not counted; None where nothing is left to subtract."""
    if line.total not in counts:
        return None
    return Sum(line.total, tuple(part for part in line.parts if part in counts))
