"""Parity: cell by cell the scores of stock `nbgrader autograde`, in notebooks that formgrader opens."""

from __future__ import annotations

import nbformat
import pytest
from nbformat import NotebookNode

from .conftest import Graded

ASSIGNMENTS = {"ps1": 16, "ps1_autotest": 18, "week_2": 24, "lab_1": 24}  # and scores to compare
KINDS = ("grade", "solution", "locked", "task", "points", "grade_id", "checksum")


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_cell_has_the_stock_score(graded: Graded, assignment: str) -> None:
    """The documentation's course with its submissions, and two in the manner of real ones."""
    stock = {k: v for k, v in graded.stock.items() if k[1] == assignment}
    ours = {k: v for k, v in graded.ours.items() if k[1] == assignment}
    assert len(stock) == ASSIGNMENTS[assignment]
    assert ours == stock
    assert {0} < set(stock.values())  # nothing was earned in some cells, and something in others


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_notebooks_are_those_of_stock(graded: Graded, assignment: str) -> None:
    """The same cells with the same marks, and valid: formgrader shows the one as the other."""
    for (student, name, notebook), outcome in graded.outcomes.items():
        if name != assignment:
            continue
        ours = nbformat.reads(outcome.text, as_version=4)
        nbformat.validate(ours)
        path = graded.root / "autograded" / student / name / f"{notebook}.ipynb"
        stock = nbformat.read(path, as_version=4)
        assert [_essence(cell) for cell in ours.cells] == [_essence(cell) for cell in stock.cells]
        assert ours.metadata.kernelspec == stock.metadata.kernelspec


def _essence(cell: NotebookNode) -> tuple[object, ...]:
    """Returns what grading, formgrader and feedback look at in a cell, but for the outputs."""
    marks = cell.metadata.get("nbgrader", {})
    graded = any(marks.get(kind) for kind in KINDS[:4])
    return cell.cell_type, cell.source, graded and {k: marks.get(k) or None for k in KINDS}


def test_what_was_handed_in_was_honest_or_said(graded: Graded) -> None:
    """The documentation's first student had emptied a test and commented one out; a loop was stopped."""
    told = graded.outcomes["bitdiddle", "ps1", "problem1"].repaired
    assert set(told) == {
        "correct_squares: locked cell restored",
        "squares_invalid_input: locked cell restored",
    }
    assert graded.outcomes["hacker", "ps1", "problem1"].repaired == ()
    assert len(graded.outcomes["fay", "lab_1", "part_b"].stopped) == 1


def test_files_come_back(graded: Graded) -> None:
    """What a notebook wrote is there for the autograded folder."""
    assert graded.outcomes["eva", "lab_1", "part_a"].files["result.txt"] == b"42"
