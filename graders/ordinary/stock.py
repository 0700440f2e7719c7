"""nbgrader's own way with a submission, from the task instead of a gradebook: where repair is off."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.api import MissingEntry
from nbgrader.preprocessors import CheckCellMetadata, DeduplicateIds, OverwriteCells

from graders.task import SourceCell


class TaskBook:
    """The part of a gradebook that `OverwriteCells` asks."""

    def __init__(self, cells: tuple[SourceCell, ...]) -> None:
        self.cells = {cell.name: cell for cell in cells}

    def find_source_cell(self, name: str, _notebook: str, _assignment: str) -> SourceCell:
        """Returns a cell of the course.

        Raises:
            MissingEntry: the course has no such cell.
        """
        if name not in self.cells:
            raise MissingEntry(name)
        return self.cells[name]

    def find_graded_cell(self, name: str, notebook: str, assignment: str) -> Any:
        """Returns a graded cell of the course, with its points under nbgrader's name for them.

        Raises:
            MissingEntry: as above.
        """
        cell = self.find_source_cell(name, notebook, assignment)
        return type("GradedCell", (), {"max_score": cell.points})


class OverwriteFromTask(OverwriteCells):
    """nbgrader's `OverwriteCells`, which looks cells up in the task."""

    def __init__(self, cells: tuple[SourceCell, ...], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.gradebook = TaskBook(cells)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Overwrites the marks and the locked cells of a notebook."""
        self.notebook_id = self.assignment_id = ""
        for at, cell in enumerate(nb.cells):
            nb.cells[at], resources = self.preprocess_cell(cell, resources, at)
        return nb, resources


def sanitize(notebook: NotebookNode, cells: tuple[SourceCell, ...]) -> NotebookNode:
    """Does to a notebook what `nbgrader autograde` does before it runs it.

    Raises:
        Exception: whatever nbgrader raises about a notebook that it does not take.
    """
    for step in (DeduplicateIds(), OverwriteFromTask(cells), CheckCellMetadata()):
        notebook, _ = step.preprocess(notebook, {})
    return notebook
