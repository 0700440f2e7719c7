"""What a report may be about: all cohorts, those that began in a year or half of it, or one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

ALL: Final = "semua"
EVERY: Final = "Semua angkatan"
YEAR: Final = "Angkatan yang mulai tahun {}"
HALVES: Final = (
    "Angkatan yang mulai Januari–Juni {}",
    "Angkatan yang mulai Juli–Desember {}",
)
ONE: Final = "Angkatan {}"
NONE: Final = "Tanpa angkatan"
NO_COHORT: Final = 0  # the number under which people without a cohort are counted


class CohortDays(NamedTuple):
    """A cohort as a report needs it."""

    number: int
    name: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Scope:
    """Cohorts that are reported together.

    Scopes form a tree: all, years, halves of years, cohorts. Nothing else can be chosen, above all no
    days of one's own: two reports whose days differ by one could be subtracted.

    Attributes:
        key: as it stands in an address: `semua`, `2027`, `2027-1`, `a12` for a cohort.
        pattern: what it is called, in Indonesian, with a gap for its name.
        name: the year, the half of it, the cohort.
        cohorts: the numbers of its cohorts.
        parts: the keys of the scopes that it is the sum of.
    """

    key: str
    pattern: str
    name: str
    cohorts: frozenset[int]
    parts: tuple[str, ...] = ()

    def said(self, t: Callable[[str], str] = str) -> str:
        """Say what it is called; `t` gives the pattern in the reader's language."""
        return t(self.pattern).format(self.name)


def scopes_of(cohorts: Sequence[CohortDays], *, has_others: bool = False) -> dict[str, Scope]:
    """Give all scopes by their key, the widest first; a cohort belongs where it begins.

    Args:
        cohorts: of the school.
        has_others: whether there are people without a cohort.

    Example:
        >>> day = date(2027, 1, 4)
        >>> list(scopes_of([CohortDays(7, "2027-1", day, day)]))
        ['semua', '2027', '2027-1', 'a7']
    """
    newest = sorted(cohorts, key=lambda one: (one.starts, one.name), reverse=True)
    single = [Scope(f"a{one.number}", ONE, one.name, frozenset({one.number})) for one in newest]
    if has_others:
        single.append(Scope(f"a{NO_COHORT}", NONE, "", frozenset({NO_COHORT})))
    found: list[Scope] = []
    for year in dict.fromkeys(one.starts.year for one in newest):
        halves = [_half(newest, year, number) for number in (2, 1)]
        kept = [half for half in halves if half.cohorts]
        found += [_union(str(year), YEAR, kept), *kept]
    years = [scope for scope in found if "-" not in scope.key]
    top = _union(ALL, EVERY, [*years, *single[len(newest) :]])
    return {scope.key: scope for scope in (top, *found, *single)}


def _half(cohorts: Iterable[CohortDays], year: int, number: int) -> Scope:
    its = [
        one for one in cohorts if (one.starts.year, 1 + (one.starts.month > 6)) == (year, number)
    ]
    numbers = [one.number for one in its]
    parts = tuple(f"a{one}" for one in numbers)
    return Scope(f"{year}-{number}", HALVES[number - 1], str(year), frozenset(numbers), parts)


def _union(key: str, pattern: str, parts: Sequence[Scope]) -> Scope:
    numbers = frozenset(number for part in parts for number in part.cohorts)
    return Scope(key, pattern, key, numbers, tuple(part.key for part in parts))
