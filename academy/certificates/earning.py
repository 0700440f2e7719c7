"""Who has earned which certificate: units mastered, written answers judged well by a mentor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from academy.catalog import Award, Catalog, Unit
from academy.progress.journey import Step
from academy.progress.models import Review


@dataclass(frozen=True)
class Standing:
    """How far somebody is on the way to one certificate.

    Attributes:
        award: which.
        units: those that it wants, in order.
        to_master: units that are not mastered yet.
        to_judge: units with a written answer that no mentor has judged yet.
        to_improve: units whose written answers have too few points.
    """

    award: Award
    units: tuple[Unit, ...]
    to_master: tuple[Unit, ...]
    to_judge: tuple[Unit, ...]
    to_improve: tuple[Unit, ...]

    @property
    def is_earned(self) -> bool:
        """Whether nothing is missing."""
        return not (self.to_master or self.to_judge or self.to_improve)


def standings(catalog: Catalog, steps: Iterable[Step], reviews: Sequence[Review]) -> list[Standing]:
    """Say for every certificate of the catalogue what is missing.

    Args:
        catalog: the units, and what certificates want.
        steps: hers, from `academy.progress.journey`.
        reviews: what mentors gave her, or have yet to give.
    """
    mastered = {step.exercise.id for step in steps if step.is_done}
    return [_standing(catalog, award, mastered, reviews) for award in catalog.certification.awards]


def _standing(
    catalog: Catalog, award: Award, mastered: set[str], reviews: Sequence[Review]
) -> Standing:
    units = tuple(catalog.unit(id_) for id_ in award.units)
    done = [unit for unit in units if unit.id in mastered]
    shares = {unit.id: _share(unit, reviews) for unit in done}
    return Standing(
        award=award,
        units=units,
        to_master=tuple(unit for unit in units if unit.id not in mastered),
        to_judge=tuple(unit for unit in done if shares[unit.id] is None),
        to_improve=tuple(
            unit
            for unit in done
            if (share := shares[unit.id]) is not None and share < catalog.certification.rubric
        ),
    )


def _share(unit: Unit, reviews: Sequence[Review]) -> float | None:
    """Give the share of a mentor's points in percent; None while something waits to be judged."""
    given = {one.cell: one for one in reviews if one.assignment == unit.assignment}
    earned = possible = 0.0
    for cell, points in unit.rubric.items():
        review = given.get(cell)
        if review is None or review.score is None:
            return None
        earned, possible = earned + review.score, possible + points
    return 100 * earned / possible if possible else 100.0
