"""Which shop a trainee has: the seed that the school issued to her, or the open sample shop."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from latihan.unit import Unit
from usaha.draws import Draws

SAMPLE_SEED = "contoh-180"


@dataclass(frozen=True)
class Variant:
    """One shop: what was drawn for it, and whether it is the open sample."""

    seed: str
    given: dict[str, Any]
    attempt: int = 1

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample shop, which everyone may see solved."""
        return self.seed == SAMPLE_SEED


def load_unit(assignment: str) -> Unit:
    """Returns the unit of an assignment.

    Raises:
        LookupError: no such assignment.

    >>> load_unit("pembukuan_03_hpp").id
    'pembukuan/03_hpp'
    """
    if not assignment.isidentifier():
        raise LookupError(assignment)
    try:
        unit = import_module(f"latihan.units.{assignment}").UNIT
    except ModuleNotFoundError:
        raise LookupError(assignment) from None
    assert isinstance(unit, Unit)
    return unit


def draw(unit: Unit, seed: str, attempt: int = 1) -> Variant:
    """Draws the shop that belongs to a seed."""
    return Variant(seed, unit.draw(Draws(seed)), attempt)


def issued_variant(unit: Unit) -> Variant:
    """Returns the shop that the school issued here; the sample shop where it issued none."""
    folder = Path(os.environ.get("LAPAK_VARIANTS", "/srv/lapak/variants"))
    try:
        issued = json.loads((folder / f"{unit.assignment}.json").read_text())
        return draw(unit, str(issued["seed"]), int(issued.get("attempt", 1)))
    except (OSError, ValueError, KeyError, TypeError):
        return draw(unit, SAMPLE_SEED)
