"""Tests of `graders.repair`: a submitted notebook is put back on the released one."""

from __future__ import annotations

import nbformat
import pytest
from nbformat import NotebookNode

from graders.repair import grade_id, repair

from .conftest import ASSIGNMENT, Classroom


@pytest.fixture
def released(classroom: Classroom) -> NotebookNode:
    """The released notebook."""
    path = classroom.course.root / "release" / ASSIGNMENT / "03_hpp.ipynb"
    return nbformat.read(path, as_version=4)


def find(notebook: NotebookNode, name: str) -> NotebookNode:
    """Returns the cell with a grade id."""
    return next(cell for cell in notebook.cells if grade_id(cell) == name)


def copy(notebook: NotebookNode) -> NotebookNode:
    """Returns a copy that a trainee may spoil."""
    return nbformat.from_dict(notebook)


def test_an_untouched_notebook_needs_no_repair(released: NotebookNode) -> None:
    """What was released comes back as it is."""
    whole, report = repair(copy(released), released)
    assert report == []
    assert [c.source for c in whole.cells] == [c.source for c in released.cells]


def test_answers_are_kept_and_locked_cells_restored(released: NotebookNode) -> None:
    """Her answer stays; the edited check is ours again."""
    hers = copy(released)
    find(hers, "jawab_hasil_baik").source = "hasil_baik = 9"
    find(hers, "hasil_baik").source = "1.0"
    whole, report = repair(hers, released)
    assert find(whole, "jawab_hasil_baik").source == "hasil_baik = 9"
    assert find(whole, "hasil_baik").source == 'cek("hasil_baik")'
    assert report == ["hasil_baik: locked cell restored"]


def test_deleted_moved_and_doubled_cells_are_repaired(released: NotebookNode) -> None:
    """Every released cell is there once, in its place."""
    hers = copy(released)
    hers.cells = [c for c in reversed(hers.cells) if grade_id(c) != "hpp_per_kg"]
    hers.cells.append(find(hers, "biaya_bahan"))
    whole, report = repair(hers, released)
    assert [grade_id(c) for c in whole.cells] == [grade_id(c) for c in released.cells]
    assert "hpp_per_kg: deleted cell restored" in report
    assert "biaya_bahan: copy ignored" in report


def test_own_cells_stay_without_marks(released: NotebookNode) -> None:
    """A cell that she added runs where it stood and cannot pose as a graded one."""
    hers = copy(released)
    mine = nbformat.v4.new_code_cell("catatan = 1")
    mine.metadata.nbgrader = {"grade_id": "bonus", "grade": True, "points": 99}
    hers.cells.insert(4, mine)
    whole, _ = repair(hers, released)
    kept = next(c for c in whole.cells if c.source == "catatan = 1")
    assert "nbgrader" not in kept.metadata
    assert whole.cells.index(kept) == 4


@pytest.mark.parametrize("marks", [None, 3, "x", {"grade_id": ["x"]}, {"grade_id": 5}])
def test_broken_marks_are_no_marks(released: NotebookNode, marks: object) -> None:
    """Whatever stands in a cell's metadata, the notebook is repaired."""
    hers = copy(released)
    find(hers, "hasil_baik").metadata.nbgrader = marks
    whole, report = repair(hers, released)
    assert find(whole, "hasil_baik").metadata.nbgrader.points > 0
    assert "hasil_baik: deleted cell restored" in report


@pytest.mark.filterwarnings("ignore:Non-unique cell id")
def test_spoiled_notebooks_never_stop_a_batch(classroom: Classroom) -> None:
    """Not JSON, a copied check cell, and a good neighbour: the neighbour is graded."""
    broken = classroom.submit("a_rusak")
    (broken / "03_hpp.ipynb").write_text("bukan json")
    doubled = classroom.submit_solution("b_dobel")
    notebook = nbformat.read(doubled / "03_hpp.ipynb", as_version=4)
    notebook.cells += [copy(find(notebook, "biaya_bahan"))]
    nbformat.write(notebook, doubled / "03_hpp.ipynb")
    classroom.submit_solution("c_baik")
    graded = classroom.grade()
    assert graded["a_rusak"].error != ""
    assert graded["b_dobel"].score == graded["c_baik"].score == 16
