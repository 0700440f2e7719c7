"""Everything that reports can ever count, of all scopes at once, and which of it stays hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from academy.reporting.inference import Sum
from academy.reporting.protection import hidden_keys
from academy.reporting.scopes import NO_COHORT, Scope
from academy.reporting.tally import Counted

DISTRICT, SEX, BUSINESS, TRACK = "kabupaten", "kelamin", "usaha", "jalur"
UNKNOWN: Final = "?"
DIMENSIONS: Final[dict[str, Callable[[Counted], str]]] = {
    DISTRICT: lambda one: one.district or UNKNOWN,
    SEX: lambda one: one.sex or UNKNOWN,
    BUSINESS: lambda one: one.business or UNKNOWN,
}
MEASURES: Final[dict[str, Callable[[Counted], bool]]] = {
    "enrolled": lambda _: True,
    "active": lambda one: one.is_active,
    "finished": lambda one: bool(one.finished),
    "paired": lambda one: bool(one.pairs),
    "judged": lambda one: one.rubric is not None,
}
# Who is counted in the first is counted in the second: where the second is hidden, so is the first.
WITHIN: Final = {"active": "enrolled", "finished": "active", "paired": "active", "judged": "active"}
IN_TRACK: Final[dict[str, Callable[[Counted], Iterable[str]]]] = {
    "active": lambda one: one.begun,
    "finished": lambda one: one.finished,
    "paired": lambda one: one.pairs,
}


class Cell(NamedTuple):
    """A place in a table.

    Attributes:
        scope: key of the scope; of two scopes with the same cohorts, the wider one's.
        dimension: what the table divides people by; empty for the total of the scope.
        category: which part of them; empty for the total.
    """

    scope: str
    dimension: str = ""
    category: str = ""


Counts = dict[str, dict[Cell, int]]
Hidden = dict[str, frozenset[Cell]]


def cells_of(scope: str, one: Counted) -> Iterator[Cell]:
    """Give the places of a person: the total, and one in each table whose lines add up to it."""
    yield Cell(scope)
    for dimension, category in DIMENSIONS.items():
        yield Cell(scope, dimension, category(one))


def same_as(scopes: Mapping[str, Scope]) -> dict[str, str]:
    """Give for each scope the widest one with the same cohorts: their figures are the same."""
    first: dict[frozenset[int], str] = {}
    return {key: first.setdefault(scope.cohorts, key) for key, scope in scopes.items()}


def count(scopes: Mapping[str, Scope], people: Iterable[Counted]) -> Counts:
    """Count people by measure and cell, in all scopes; cells without people are left out.

    In a track's cells those are counted who have begun it; so they are left out of `enrolled`.
    """
    single: dict[int, Counter[tuple[str, Cell]]] = {}
    for one in people:
        its = single.setdefault(one.cohort or NO_COHORT, Counter())
        for measure, holds in MEASURES.items():
            if holds(one):
                its.update((measure, cell) for cell in cells_of("", one))
        for measure, tracks in IN_TRACK.items():
            its.update((measure, Cell("", TRACK, track)) for track in tracks(one))
    found: Counts = {measure: {} for measure in MEASURES}
    same = same_as(scopes)
    for key in dict.fromkeys(same.values()):
        for cohort in scopes[key].cohorts:
            for (measure, cell), people_there in single.get(cohort, Counter()).items():
                its_cell = cell._replace(scope=key)
                found[measure][its_cell] = found[measure].get(its_cell, 0) + people_there
    return found


def hide(scopes: Mapping[str, Scope], counts: Counts) -> Hidden:
    """Choose what stays hidden of each measure, in all scopes together.

    A cell without anybody enrolled is not listed, so everybody knows that it is empty. Where a count is
    hidden, what is counted within it is hidden too: it would be a lower bound.
    """
    hidden: Hidden = {}
    enrolled = counts["enrolled"]
    begun = {cell: n for cell, n in counts["active"].items() if cell.dimension == TRACK}
    sums = list(_sums(scopes, [*enrolled, *begun]))

    def price(cell: Cell) -> int:
        """Totals are missed most, and of other cells those of wide scopes."""
        return len(scopes[cell.scope].cohorts) + (0 if cell.dimension else len(scopes) ** 2)

    for measure in MEASURES:
        before = WITHIN.get(measure, "")
        closed = hidden.get(before, frozenset())
        ceilings = {cell: n for cell, n in counts.get(before, {}).items() if cell not in closed}
        there = {cell: counts[measure].get(cell, 0) for cell in enrolled}
        found = hidden_keys(there, sums, closed & there.keys(), price, ceilings)
        if measure in IN_TRACK:
            there = {cell: counts[measure].get(cell, 0) for cell in begun}
            totals = {cell.scope for cell in found if not cell.dimension}
            already = {cell for cell in begun if cell.scope in totals or cell in closed}
            found |= hidden_keys(there, sums, already, price, ceilings if before else {})
        hidden[measure] = found
    return hidden


def _sums(scopes: Mapping[str, Scope], cells: Sequence[Cell]) -> Iterator[Sum[Cell]]:
    """Give all that a reader may subtract: within the tables of a scope, and between scopes."""
    same = same_as(scopes)
    by_scope: dict[str, list[Cell]] = {}
    for cell in cells:
        by_scope.setdefault(cell.scope, []).append(cell)
    for scope, its in by_scope.items():
        for dimension in DIMENSIONS:
            parts = tuple(cell for cell in its if cell.dimension == dimension)
            yield Sum(Cell(scope), parts)
        within = tuple(same[part] for part in _parts(scopes, scope))
        for cell in its if within else ():
            yield Sum(cell, tuple(cell._replace(scope=part) for part in within))


def _parts(scopes: Mapping[str, Scope], scope: str) -> tuple[str, ...]:
    """Give what a scope is the sum of; the only part of one is that scope itself."""
    parts = scopes[scope].parts
    while len(parts) == 1:
        parts = scopes[parts[0]].parts
    return parts
