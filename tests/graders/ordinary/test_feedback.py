"""Tests of `graders.ordinary.feedback`: what trainees get back tells nothing of a hidden test."""

from __future__ import annotations

import json

import nbformat
import pytest
from nbformat import NotebookNode

from graders.ordinary.feedback import HIDDEN, StripHiddenTests
from graders.task import SourceCell, Task
from graders.work import grade
from warmkernel import WarmProcess

SOURCE = """assert f(1) == 1, "f(1) is 1"
### BEGIN HIDDEN TESTS
secret = 4
assert f(2) == secret, f"f(2) is {secret}"
### END HIDDEN TESTS
assert f(3) == 9, "f(3) is 9"
"""
VISIBLE = 'assert f(1) == 1, "f(1) is 1"\nassert f(3) == 9, "f(3) is 9"'


def graded(warm: WarmProcess, answer: str, source: str = SOURCE) -> NotebookNode:
    """Returns the graded test cell of an answer, as formgrader sees it."""
    cells = (
        SourceCell(name="f", source="...", solution=True),
        SourceCell(name="t", source=source, locked=True, grade=True, points=2.0),
    )
    notebook = nbformat.v4.new_notebook()
    for cell in cells:
        marks = {k: getattr(cell, k) for k in ("grade", "solution", "locked", "task", "points")}
        text = answer if cell.solution else VISIBLE
        made = nbformat.v4.new_code_cell(text)
        made.metadata["nbgrader"] = {"grade_id": cell.name, "schema_version": 3, **marks}
        notebook.cells.append(made)
    text = nbformat.writes(notebook)
    outcome = grade(
        Task(assignment="a", student="s", notebook="n", submitted=text, released=text, cells=cells),
        warm,
    )
    assert outcome.error == ""
    return nbformat.reads(outcome.text, as_version=4).cells[1]


def stripped(cell: NotebookNode) -> NotebookNode:
    """Returns a cell as it goes into the feedback."""
    whole, _ = StripHiddenTests().preprocess_cell(cell, {}, 0)
    assert "secret" in json.dumps(SOURCE)
    assert "secret" not in json.dumps(whole)
    assert whole.source == VISIBLE
    return whole


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("f = lambda x: 0", "f(1) is 1"),
        ("f = lambda x: 1", ""),
        ("f = lambda x: {1: 1, 2: 4}.get(x)", "f(3) is 9"),
    ],
)
def test_a_visible_test_speaks_and_a_hidden_one_is_silent(
    warm: WarmProcess, answer: str, told: str
) -> None:
    """Its message may quote what it expects."""
    cell = graded(warm, answer)
    assert "secret" in cell.source
    whole = json.dumps(stripped(cell).outputs)
    assert "f(2) is 4" not in whole
    assert told in whole


def test_a_silent_kernel_tells_nothing_either(warm: WarmProcess) -> None:
    """A full score has nothing to hide but its source."""
    assert stripped(graded(warm, "f = lambda x: x * x")).outputs == []


def error(line: int, evalue: str) -> NotebookNode:
    """Returns an error as IPython tells it, with lines around the one that failed."""
    lines = SOURCE.splitlines()
    told = [f"Cell \x1b[32mIn[2]\x1b[39m, line {line}\n", "\n".join(lines)]
    return nbformat.v4.new_output("error", ename="AssertionError", evalue=evalue, traceback=told)


@pytest.mark.parametrize(("line", "told"), [(1, "f(1) is 1"), (4, HIDDEN), (6, "f(3) is 9")])
def test_tracebacks_lose_the_lines_around(line: int, told: str) -> None:
    """IPython shows five lines before and after."""
    cell = nbformat.v4.new_code_cell(
        SOURCE, outputs=[error(line, told if told != HIDDEN else "f(2) is 4")]
    )
    assert stripped(cell).outputs[0].evalue == told


def test_cells_without_hidden_tests_stay_as_they_are() -> None:
    """So does a region that somebody forgot to end, but for all that is below it."""
    cell = nbformat.v4.new_code_cell("assert x", outputs=[error(1, "x")])
    assert StripHiddenTests().preprocess_cell(nbformat.from_dict(cell), {}, 0)[0] == cell
    cell = nbformat.v4.new_code_cell("a\n### BEGIN HIDDEN TESTS\nb")
    assert StripHiddenTests().preprocess_cell(cell, {}, 0)[0].source == "a"
