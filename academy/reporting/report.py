"""The report of one scope: one structure, from which the page, the workbook and the PDF are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from academy.catalog import Catalog
from academy.people.models import Cohort
from academy.people.traits import BUSINESSES, OTHER
from academy.progress.gains import Gain, gain
from academy.reporting.scopes import NO_COHORT, CohortDays, Scope, scopes_of
from academy.reporting.tables import (
    BUSINESS,
    DISTRICT,
    SEX,
    TRACK,
    UNKNOWN,
    Cell,
    cells_of,
    count,
    hide,
    same_as,
)
from academy.reporting.tally import Counted, Pair, count_everybody
from usaha.districts import DISTRICTS

COHORT: Final = "angkatan"
LABELS: Final[dict[str, dict[str, str]]] = {
    DISTRICT: {each.code: each.name for each in DISTRICTS},
    SEX: {"P": "Perempuan", "L": "Laki-laki"},
    BUSINESS: {name: name.capitalize() for name in (*BUSINESSES, OTHER)},
}
NOT_SAID: Final = "Tidak disebut"
TOTAL: Final = "Jumlah"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; what is hidden, or not counted there, is None.

    Attributes:
        label: in Indonesian.
        enrolled: people.
        active: people who have handed in anything.
        finished: people who have finished a track.
        paired: people who took both tests of a track.
        gain: their gain in percentage points.
        judged: people to whom a mentor gave points.
        rubric: their mean share of these points, percent.
    """

    label: str
    enrolled: int | None = None
    active: int | None = None
    finished: int | None = None
    paired: int | None = None
    gain: Gain | None = None
    judged: int | None = None
    rubric: float | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One table.

    Attributes:
        key: `kabupaten`, `kelamin`, `usaha`, `angkatan`, `jalur`.
        rows: its lines; those without people are left out.
    """

    key: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of the training in one scope.

    Attributes:
        scope: what it is about.
        day: the day on which it was counted.
        total: everybody of the scope.
        sections: the tables.
        mastery: percent of the points from which a unit is mastered.
    """

    scope: Scope
    day: date
    total: Row
    sections: tuple[Section, ...]
    mastery: int

    def section(self, key: str) -> Section:
        """Give a table.

        Raises:
            KeyError: there is none of this key.
        """
        return {section.key: section for section in self.sections}[key]

    def lines(self, section: Section) -> tuple[Row, ...]:
        """Give a table's lines and everybody as the last; tracks overlap, so theirs has no such line."""
        return section.rows if section.key == TRACK else (*section.rows, self.total)


@dataclass(frozen=True)
class Reports:
    """Everybody counted, and what of it may be shown: from here each scope's report is made.

    Attributes:
        catalog: the units.
        scopes: all there are, by key.
        people: everybody.
    """

    catalog: Catalog
    scopes: Mapping[str, Scope]
    people: Sequence[Counted]

    def of(self, key: str, day: date) -> Report:
        """Make the report of a scope.

        Args:
            key: of the scope.
            day: today.

        Raises:
            KeyError: there is no such scope.
        """
        scope, same = self.scopes[key], same_as(self.scopes)
        counts = count(self.scopes, self.people)
        hidden = hide(self.scopes, counts)
        shown = {
            measure: {cell: n for cell, n in its.items() if cell not in hidden[measure]}
            for measure, its in counts.items()
        }
        made = _Rows(shown, _members(self.scopes, same, self.people, key))
        here = same[key]
        listed = [
            *((dimension, made.table(counts["enrolled"], here, dimension)) for dimension in LABELS),
            (COHORT, self._by_cohort(made, counts["enrolled"], scope)),
            (TRACK, self._by_track(made, counts["active"], here)),
        ]
        sections = tuple(Section(name, tuple(rows)) for name, rows in listed if rows)
        total = made.row(Cell(here), TOTAL)
        return Report(scope, day, total, sections, self.catalog.mastery)

    def _by_cohort(self, made: _Rows, there: Mapping[Cell, int], scope: Scope) -> list[Row]:
        same = same_as(self.scopes)
        single = [one for key, one in self.scopes.items() if key[0] == "a" and one is not scope]
        inside = [(Cell(same[one.key]), one) for one in single if one.cohorts <= scope.cohorts]
        return [made.row(cell, one.name or one.pattern) for cell, one in inside if cell in there]

    def _by_track(self, made: _Rows, begun: Mapping[Cell, int], here: str) -> list[Row]:
        cells = [(Cell(here, TRACK, track.id), track.title.id) for track in self.catalog.tracks]
        return [made.row(cell, title) for cell, title in cells if cell in begun]


@dataclass(frozen=True)
class _Rows:
    """Makes lines of what may be shown.

    Attributes:
        shown: counts by measure and cell.
        members: the people of a cell.
    """

    shown: Mapping[str, Mapping[Cell, int]]
    members: Mapping[Cell, Sequence[Counted]]

    def table(self, there: Mapping[Cell, int], scope: str, dimension: str) -> list[Row]:
        labels = {**LABELS[dimension], UNKNOWN: NOT_SAID}
        cells = [(Cell(scope, dimension, name), label) for name, label in labels.items()]
        return [self.row(cell, label) for cell, label in cells if cell in there]

    def row(self, cell: Cell, label: str) -> Row:
        numbers = {measure: its.get(cell) for measure, its in self.shown.items()}
        people = self.members.get(cell, ())
        pairs = [_mean_pair(one.pairs, cell) for one in people if _is_paired(one, cell)]
        given = [one.rubric for one in people if one.rubric is not None]
        return Row(
            label,
            enrolled=numbers["enrolled"],
            active=numbers["active"],
            finished=numbers["finished"],
            paired=numbers["paired"],
            gain=gain(pairs) if numbers["paired"] else None,
            judged=numbers["judged"],
            rubric=fmean(given) if numbers["judged"] else None,
        )


def _is_paired(one: Counted, cell: Cell) -> bool:
    return cell.category in one.pairs if cell.dimension == TRACK else bool(one.pairs)


def _mean_pair(pairs: Mapping[str, Pair], cell: Cell) -> Pair:
    """Give the pair of a track; elsewhere the mean of her tracks, so that she counts once."""
    if cell.dimension == TRACK:
        return pairs[cell.category]
    if len(pairs) == 1:
        return next(iter(pairs.values()))
    before, after = zip(*pairs.values(), strict=True)
    return fmean(before), fmean(after)


def _members(
    scopes: Mapping[str, Scope], same: Mapping[str, str], people: Iterable[Counted], key: str
) -> dict[Cell, list[Counted]]:
    """Sort the people of a scope into its cells, and into the totals of its cohorts."""
    found: dict[Cell, list[Counted]] = {}
    cohorts, here = scopes[key].cohorts, same[key]
    for one in people:
        number = one.cohort or NO_COHORT
        if number not in cohorts:
            continue
        cells = {*cells_of(here, one), Cell(same[f"a{number}"])}
        cells |= {Cell(here, TRACK, track) for track in one.begun}
        for cell in cells:
            found.setdefault(cell, []).append(one)
    return found


def make_reports(people: Session, progress: Session, catalog: Catalog) -> Reports:
    """Count everybody.

    Args:
        people: of the academy's database.
        progress: of the database of tries.
        catalog: the units.
    """
    rows = people.execute(select(Cohort.id, Cohort.name, Cohort.starts, Cohort.ends))
    counted = count_everybody(people, progress, catalog)
    others = any(one.cohort is None for one in counted)
    scopes = scopes_of([CohortDays(*row) for row in rows], has_others=others)
    return Reports(catalog, scopes, counted)
