"""Tests of `graders.ordinary.repair`: whatever was done to marks and locked cells, the course's are there."""

from __future__ import annotations

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.nbgraderformat import MetadataValidator

from graders.ordinary.repair import marked, repair
from graders.submitted import new_cell, new_notebook
from graders.task import SourceCell

CELLS = (
    SourceCell(name="setup", source="import math", locked=True, checksum="0" * 32),
    SourceCell(name="answer", source="def f(x):\n    ...", solution=True, checksum="1" * 32),
    SourceCell(
        name="test",
        source="assert f(1)\nassert f(2) # hidden",
        locked=True,
        grade=True,
        points=2,
        checksum="2" * 32,
    ),
    SourceCell(
        name="essay", cell_type="markdown", source="Write.", grade=True, solution=True, points=3
    ),
    SourceCell(name="own_code", source="...", grade=True, solution=True, points=1),
    SourceCell(
        name="survey", cell_type="markdown", source="Ask. MARKS", locked=True, task=True, points=5
    ),
)
VISIBLE = {"test": "assert f(1)", "survey": "Ask."}


def released() -> NotebookNode:
    """Returns the released notebook: marked cells, a title before and a plain cell among them."""
    notebook = new_notebook([], {"kernelspec": {"name": "course", "language": "python"}})
    notebook.cells = [new_cell("markdown", "# Title")]
    for cell in CELLS:
        made = new_cell(cell.cell_type, VISIBLE.get(cell.name, cell.source))
        marks = {k: getattr(cell, k) for k in ("grade", "solution", "locked", "task", "points")}
        made.metadata["nbgrader"] = nbformat.from_dict(
            {"grade_id": cell.name, "schema_version": 3, **marks}
        )
        if not (cell.grade or cell.task):
            del made.metadata.nbgrader["points"]
        notebook.cells.append(made)
    notebook.cells.insert(3, new_cell("code", "f(1)"))
    return notebook


def find(notebook: NotebookNode, name: str) -> NotebookNode:
    """Returns the one cell with an id."""
    (cell,) = [cell for cell in notebook.cells if marked(cell) == name]
    return cell


def test_an_honest_submission_is_not_reported() -> None:
    """Answers are kept, hidden tests are in their cells, own and plain cells stay where they were."""
    hers = released()
    find(hers, "answer").source = "def f(x):\n    return x"
    hers.cells.insert(3, new_cell("code", "notes = 1", {"tags": ["skip-execution", 3], "x": 1}))
    found = repair(hers, CELLS, released())
    assert found.report == []
    assert found.resting == set()
    assert [marked(c) for c in found.notebook.cells] == [marked(c) for c in hers.cells]
    assert find(found.notebook, "answer").source.endswith("return x")
    assert "hidden" in find(found.notebook, "test").source
    assert found.notebook.cells[3].metadata == {"tags": ["skip-execution"]}
    MetadataValidator().validate_nb(found.notebook)


def test_edited_locked_cells_are_restored_and_said() -> None:
    """Their text, their kind, their marks: points, locks, whose they are."""
    hers = released()
    find(hers, "setup").source = "import os"
    test = find(hers, "test")
    test.source, test.metadata.nbgrader.points = "assert True", 99
    test.metadata["tags"] = ["skip-execution"]
    essay = find(hers, "essay")
    essay.cell_type, essay.source = "code", "My essay."
    find(hers, "survey").metadata.nbgrader.solution = True
    found = repair(hers, CELLS, released())
    assert found.report == [
        "setup: locked cell restored",
        "test: locked cell restored",
        "test: marks restored",
        "essay: made a markdown cell again",
        "survey: marks restored",
    ]
    whole = find(found.notebook, "test")
    assert (whole.source, whole.metadata.nbgrader.points) == (CELLS[2].source, 2)
    assert "tags" not in whole.metadata
    assert find(found.notebook, "essay").source == "My essay."
    MetadataValidator().validate_nb(found.notebook)


def test_of_doubled_cells_the_last_counts() -> None:
    """As in nbgrader, which then fails the whole batch; the other one runs as a cell of her own."""
    hers = released()
    copy = nbformat.from_dict(find(hers, "answer"))
    copy.source = "def f(x):\n    return 2"
    hers.cells.append(copy)
    found = repair(hers, CELLS, released())
    assert found.report == ["answer: copy kept as a cell of her own"]
    assert find(found.notebook, "answer").source.endswith("return 2")
    assert found.notebook.cells[2].metadata == {}
    MetadataValidator().validate_nb(found.notebook)


def test_deleted_cells_come_back_where_they_stood() -> None:
    """All but plain answers, whose empty form could only overwrite what she wrote elsewhere."""
    hers = released()
    gone = ("setup", "answer", "test", "own_code", "survey")
    hers.cells = [c for c in hers.cells if marked(c) not in gone]
    hers.cells.insert(1, new_cell("code", "def f(x):\n    return x"))
    found = repair(hers, CELLS, released())
    names = [marked(c) for c in found.notebook.cells]
    assert [name for name in names if name] == ["setup", "test", "essay", "own_code", "survey"]
    assert found.report == [f"{name}: deleted cell put back" for name in gone if name != "answer"]
    assert found.resting == {"own_code"}
    assert "hidden" in find(found.notebook, "test").source
    MetadataValidator().validate_nb(found.notebook)


def test_a_deleted_test_comes_after_the_answer_it_tests() -> None:
    """Wherever the answer stands now."""
    hers = released()
    hers.cells = [c for c in hers.cells if marked(c) != "test"]
    answer = find(hers, "answer")
    hers.cells.remove(answer)
    hers.cells.append(answer)
    found = repair(hers, CELLS, released())
    assert [marked(c) for c in found.notebook.cells][-2:] == ["answer", "test"]


@pytest.mark.parametrize(
    "marks",
    [
        {"grade_id": "older", "grade": True, "points": 9, "solution": False, "locked": True},
        {"grade": True, "points": 3},
        {"grade_id": ["test"], "grade": True},
        {"grade_id": "x" * 500, "solution": True},
        "text",
        7,
    ],
)
def test_unknown_marks_are_taken_off(marks: object) -> None:
    """Those of an earlier version, those she made up, and what are none: the cell stays as her own."""
    hers = released()
    hers.cells.insert(1, new_cell("code", "x = 1", {"nbgrader": marks}))
    found = repair(hers, CELLS, released())
    assert len(found.report) == 1
    assert len(found.report[0]) < 120
    assert found.report[0].endswith("unknown marks taken off")
    assert found.notebook.cells[1].source == "x = 1"
    assert "nbgrader" not in found.notebook.cells[1].metadata


def test_plain_marks_are_no_matter() -> None:
    """nbgrader writes marks of nothing into plain cells."""
    hers = released()
    nothing = {"grade": False, "solution": False, "locked": False, "grade_id": "cell-1a2b"}
    hers.cells.insert(1, new_cell("code", "x = 1", {"nbgrader": nothing}))
    assert repair(hers, CELLS, released()).report == []


def test_the_kernel_is_the_courses() -> None:
    """Whatever she put above the cells."""
    hers = released()
    hers.metadata = nbformat.from_dict({"kernelspec": {"name": "mine"}, "widgets": {"x": 1}})
    assert repair(hers, CELLS, released()).notebook.metadata == released().metadata


def test_without_a_release_less_is_known_but_all_is_repaired() -> None:
    """The gradebook's own order and texts serve."""
    hers = released()
    hers.cells = [c for c in hers.cells if marked(c) not in ("test", "setup")]
    found = repair(hers, CELLS, None)
    assert [marked(c) for c in found.notebook.cells if marked(c)] == [c.name for c in CELLS]
    assert "hidden" in find(found.notebook, "test").source
    MetadataValidator().validate_nb(found.notebook)
