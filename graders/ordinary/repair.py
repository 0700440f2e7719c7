"""Puts an ordinary submission right: marks, locked cells and hidden tests are the course's again.

Her cells keep their order and their text, as in nbgrader; only what nbgrader would stumble over, or
would fail a whole batch for, is different afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import nbformat
from nbformat import NotebookNode

from graders.repair import grade_id
from graders.submitted import new_cell, new_notebook
from graders.task import SourceCell

SCHEMA = 3  # nbgrader's version of its marks


@dataclass
class Repaired:
    """A notebook that can be run and scored, what was put right, and cells that must not run."""

    notebook: NotebookNode
    report: list[str] = field(default_factory=list)
    resting: set[str] = field(default_factory=set)


def marked(cell: NotebookNode) -> str:
    """Returns nbgrader's id of a cell; empty where there is none that can be read."""
    return grade_id(cell) or ""


def repair(
    submitted: NotebookNode, cells: tuple[SourceCell, ...], released: NotebookNode | None
) -> Repaired:
    """Repairs one notebook.

    Args:
        submitted: as it was handed in.
        cells: the course's marked cells, with hidden tests.
        released: the notebook that she fetched; it tells where deleted cells stood.

    Returns:
        The notebook without outputs, and the report. Of doubled cells the last one counts, as in nbgrader.
    """
    course = _Course(cells, released)
    last = {marked(cell): at for at, cell in enumerate(submitted.cells)}
    found = Repaired(new_notebook([], course.metadata(submitted)))
    for at, cell in enumerate(submitted.cells):
        name = marked(cell)
        if name in course.cells and last[name] == at:
            found.report += course.differences(cell)
            found.notebook.cells.append(course.restored(name, str(cell.source)))
        else:
            found.report += _marks_taken(cell, known=name in course.cells)
            found.notebook.cells.append(_own(cell))
    for name in course.order:
        if name not in last and course.is_needed(name):
            _put_back(found, course, name)
    return found


class _Course:
    """What the course knows of a notebook."""

    def __init__(self, cells: tuple[SourceCell, ...], released: NotebookNode | None) -> None:
        self.cells = {cell.name: cell for cell in cells}
        self.released = {marked(c): c for c in released.cells} if released else {}
        self.notebook = released
        known = [name for name in self.released if name in self.cells]
        self.order = known + [name for name in self.cells if name not in self.released]

    def metadata(self, submitted: NotebookNode) -> dict[str, Any]:
        """Returns what stands above the cells: the kernel and its language."""
        whole = (self.notebook or submitted).metadata
        return {
            k: whole[k] for k in ("kernelspec", "language_info") if isinstance(whole.get(k), dict)
        }

    def restored(self, name: str, source: str) -> NotebookNode:
        """Returns a marked cell with the course's marks; her text where she may write."""
        cell = self.cells[name]
        whole = new_cell(cell.cell_type, cell.source if cell.locked else source)
        if name in self.released:
            whole.metadata = nbformat.from_dict(dict(self.released[name].metadata))
            attached = self.released[name].get("attachments")
            if attached and cell.cell_type != "code":
                whole.attachments = attached
        whole.metadata["nbgrader"] = nbformat.from_dict(self._marks(cell))
        return whole

    def _marks(self, cell: SourceCell) -> dict[str, Any]:
        own = self.released[cell.name].metadata.nbgrader if cell.name in self.released else {}
        marks: dict[str, Any] = {
            "grade": cell.grade,
            "grade_id": cell.name,
            # A test cell counts as locked in any case; what its author wrote there may differ.
            "locked": own.get("locked", cell.locked),
            "schema_version": SCHEMA,
            "solution": cell.solution,
            "task": cell.task,
            "cell_type": cell.cell_type,
        }
        if cell.checksum:
            marks["checksum"] = cell.checksum
        if cell.grade or cell.task:
            marks["points"] = cell.points
        return marks

    def differences(self, cell: NotebookNode) -> list[str]:
        """Says what a trainee changed in a cell that she could not have changed with nbgrader alone."""
        name = marked(cell)
        ours, released = self.cells[name], self.released.get(name)
        found = []
        if cell.cell_type != ours.cell_type:
            found.append(f"{name}: made a {ours.cell_type} cell again")
        if released is None:
            return found
        if ours.locked and cell.source != released.source:
            found.append(f"{name}: locked cell restored")
        if any(
            cell.metadata.nbgrader.get(mark) != released.metadata.nbgrader.get(mark)
            for mark in ("grade", "locked", "points", "solution", "task", "schema_version")
        ):
            found.append(f"{name}: marks restored")
        return found

    def is_needed(self, name: str) -> bool:
        """Whether a deleted cell comes back: an empty answer of hers would only stand in the way."""
        cell = self.cells[name]
        return cell.grade or cell.task or cell.locked


def _own(cell: NotebookNode) -> NotebookNode:
    """Returns a cell of hers without marks; of its metadata only the tags that Jupyter runs by."""
    whole = new_cell(cell.cell_type, str(cell.source))
    tags = cell.metadata.get("tags")
    if isinstance(tags, list):
        whole.metadata["tags"] = [tag for tag in tags if isinstance(tag, str)]
    if cell.get("attachments"):
        whole.attachments = cell.attachments
    return whole


def _marks_taken(cell: NotebookNode, *, known: bool) -> list[str]:
    marks = cell.metadata.get("nbgrader")
    if known:
        return [f"{marked(cell)}: copy kept as a cell of her own"]
    kinds = ("grade", "solution", "locked", "task")
    if isinstance(marks, dict) and not any(marks.get(kind) for kind in kinds):
        return []  # nbgrader marks plain cells too, and pays no heed to them
    if marks is None:
        return []
    return [f"{marked(cell)[:80] or 'a cell'}: unknown marks taken off"]


def _put_back(found: Repaired, course: _Course, name: str) -> None:
    """Puts a deleted cell after the one that stood before it, or where the notebook begins."""
    cells = found.notebook.cells
    places = {marked(cell): at for at, cell in enumerate(cells)}
    before = course.order[: course.order.index(name)]
    at = next((places[known] + 1 for known in reversed(before) if known in places), 0)
    cell = course.restored(name, _released_source(course, name))
    cells.insert(at, cell)
    found.report.append(f"{name}: deleted cell put back")
    if course.cells[name].solution:
        found.resting.add(name)  # an empty answer must not overwrite one that she wrote elsewhere


def _released_source(course: _Course, name: str) -> str:
    released = course.released.get(name)
    return str(released.source) if released is not None else course.cells[name].source
