"""What tests of the content share: each unit's lesson, and a shop in which its answers are tried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode

from academy.assignments import read_assignment
from academy.catalog import Catalog, Unit, load_catalog
from academy.notebooks import read_source, tags_of

CLONE = Path(__file__).resolve().parents[2]
CATALOG = load_catalog(CLONE)
ANSWER = re.compile(r"<summary>Lihat jawaban.*?</details>", re.DOTALL)


@dataclass(frozen=True)
class Lesson:
    """A unit with its lesson's cells."""

    catalog: Catalog
    unit: Unit
    cells: list[NotebookNode]

    @property
    def prose(self) -> str:
        """All text that is read."""
        return "\n\n".join(c.source for c in self.cells if c.cell_type == "markdown")

    @property
    def gaps(self) -> dict[str, int]:
        """Place of each gap by the name that it asks for."""
        return {
            cell.source.split(" = ")[0]: at
            for at, cell in enumerate(self.cells)
            if "gap" in tags_of(cell)
        }

    def answer(self, name: str) -> str:
        """The folded answer that follows a gap."""
        found = ANSWER.search(self.cells[self.gaps[name] + 1].source)
        assert found, f"no answer after the gap {name}"
        return found[0]

    def formula(self, name: str) -> str:
        """The author's formula: the exercise asks for the same names in another shop."""
        lines = [
            line
            for cell in read_assignment(CLONE, self.unit).cells
            for line in cell.source.splitlines()
        ]
        found = [line for line in lines if line.startswith(f"{name} = ") and "..." not in line]
        assert len(found) == 1, f"{name} has {len(found)} solutions"
        return found[0].removeprefix(f"{name} = ")

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
    unit = CATALOG.unit(unit_id)
    return Lesson(CATALOG, unit, read_source(CLONE / "curriculum" / f"{unit.id}.md").cells)


@pytest.fixture
def hpp() -> Lesson:
    """The lesson that the others are copied from."""
    return load("pembukuan/03_hpp")
