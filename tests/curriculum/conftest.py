"""What tests of the content share: each unit's lesson, and a shop in which its answers are tried."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from academy.catalog import load_catalog
from academy.lesson_source import LessonSource

CLONE = Path(__file__).resolve().parents[2]
CATALOG = load_catalog(CLONE)


class Lesson(LessonSource):
    """A unit's lesson, and its answers in the sample shop."""

    def solved(self) -> dict[str, Any]:
        """The names of a notebook in which every gap has been filled with its answer."""
        names: dict[str, Any] = {"__name__": "notebook"}
        exec(f"from latihan import *\nbuka({self.unit.assignment!r}, contoh=True)", names)
        for name in self.gaps:
            exec(f"{name} = {self.formula(name)}\nseen = cek({name!r})", names)
            names.setdefault("hints", {})[name] = names["seen"].html
        return names


@pytest.fixture(params=CATALOG.units, ids=lambda unit: unit.id)
def lesson(request: pytest.FixtureRequest) -> Lesson:
    """Every lesson of the catalogue in turn."""
    return load(request.param.id)


def load(unit_id: str) -> Lesson:
    """One lesson by its unit's id."""
    source = Lesson.read(CLONE, CATALOG, CATALOG.unit(unit_id))
    return Lesson(source.catalog, source.unit, source.cells, source.exercise)


@pytest.fixture
def hpp() -> Lesson:
    """The lesson that the others are copied from."""
    return load("pembukuan/03_hpp")
