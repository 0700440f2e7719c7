"""A lesson as its author wrote it, with its exercise and its place in the catalogue: what checks read."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from academy.assignments import read_assignment
from academy.catalog import Catalog, Unit
from academy.figures import fill_figures
from academy.notebooks import read_source, tags_of

ANSWER = re.compile(r"<summary>Lihat jawaban.*?</details>", re.DOTALL)


@dataclass(frozen=True)
class LessonSource:
    """A unit's lesson and exercise, cell by cell, nothing run."""

    catalog: Catalog
    unit: Unit
    cells: Sequence[NotebookNode]
    exercise: NotebookNode

    @classmethod
    def read(cls, root: Path, catalog: Catalog, unit: Unit) -> LessonSource:
        """Reads both sources of a unit.

        Raises:
            BuildError: one of them is missing or cannot be read.
        """
        cells = read_source(lesson_path(root, unit)).cells
        return cls(catalog, unit, cells, read_assignment(root, unit))

    @property
    def raw_prose(self) -> str:
        """All text that is read, before figures are put in."""
        return "\n\n".join(c.source for c in self.cells if c.cell_type == "markdown")

    @property
    def prose(self) -> str:
        """All text as it is read."""
        return fill_figures(self.raw_prose)

    @property
    def code(self) -> list[NotebookNode]:
        """The code cells."""
        return [cell for cell in self.cells if cell.cell_type == "code"]

    @property
    def terms(self) -> list[str]:
        """The terms that this lesson introduces, in the catalogue's order."""
        return [self.catalog.terms[key].term for key in self.unit.glossary]

    @property
    def gaps(self) -> dict[str, int]:
        """Place of each gap by the name that it asks for."""
        return {
            cell.source.split(" = ")[0]: at
            for at, cell in enumerate(self.cells)
            if "gap" in tags_of(cell)
        }

    def section(self, heading: str) -> str:
        """The text of a `## ` section whose heading begins so; empty where there is none."""
        found = re.search(
            rf"^## {re.escape(heading)}.*?$(.*?)(?=^## |\Z)", self.prose, re.DOTALL | re.MULTILINE
        )
        return found[1] if found else ""

    def answer(self, name: str) -> str:
        """The folded answer that follows a gap; empty where there is none."""
        after = self.cells[self.gaps[name] + 1 : self.gaps[name] + 2]
        found = ANSWER.search(after[0].source) if after else None
        return found[0] if found else ""

    def formula(self, name: str) -> str:
        """The author's answer on one line: the exercise asks for the same names in another shop."""
        for cell in self.exercise.cells:
            tree = ast.parse(cell.source if cell.cell_type == "code" else "")
            for node in ast.walk(tree):
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
                    written = ast.get_source_segment(cell.source, node.value) or ""
                    if written != "...":
                        return ast.unparse(node.value) if "\n" in written else written
        return ""


def lesson_path(root: Path, unit: Unit) -> Path:
    """Returns where a unit's lesson is written."""
    return root / "curriculum" / f"{unit.id}.md"
