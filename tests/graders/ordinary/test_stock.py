"""Tests of `graders.ordinary.stock`: nbgrader's own way, where repair is off."""

from __future__ import annotations

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.nbgraderformat import SchemaTooOldError, ValidationError
from nbgrader.utils import compute_checksum

from graders.ordinary.stock import sanitize
from graders.task import SourceCell


def released_cell(source: str = "assert f(1)") -> NotebookNode:
    """Returns a test cell as it was released."""
    marks = {
        "grade": True,
        "grade_id": "t",
        "locked": True,
        "points": 2,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
    return nbformat.v4.new_code_cell(source, metadata={"nbgrader": marks})


SOURCE = "assert f(1)\nassert f(2)"
CELLS = (
    SourceCell(
        name="t",
        source=SOURCE,
        locked=True,
        grade=True,
        points=2.0,
        checksum=compute_checksum(released_cell(SOURCE)),
    ),
)


def test_locked_cells_and_points_are_overwritten() -> None:
    """The hidden test is in, her points are out."""
    cell = released_cell("assert True")
    cell.metadata.nbgrader.points = 99
    (whole,) = sanitize(nbformat.v4.new_notebook(cells=[cell]), CELLS).cells
    assert whole.source == SOURCE
    assert whole.metadata.nbgrader.points == 2
    assert whole.metadata.nbgrader.checksum == CELLS[0].checksum


def test_a_deleted_cell_stays_away() -> None:
    """nbgrader puts none back."""
    assert sanitize(nbformat.v4.new_notebook(cells=[]), CELLS).cells == []


def test_a_doubled_cell_is_not_taken() -> None:
    """nbgrader takes the marks of one away, and then asks for them."""
    notebook = nbformat.v4.new_notebook(cells=[released_cell(), released_cell()])
    with pytest.raises(SchemaTooOldError):
        sanitize(notebook, CELLS)


def test_an_unknown_cell_is_not_taken() -> None:
    """nbgrader takes its id away, and then asks for it."""
    cell = released_cell()
    cell.metadata.nbgrader.grade_id = "newer"
    with pytest.raises(ValidationError):
        sanitize(nbformat.v4.new_notebook(cells=[cell]), CELLS)
