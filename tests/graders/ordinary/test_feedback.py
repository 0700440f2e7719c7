"""Tests of `graders.ordinary.feedback`: what trainees get back tells nothing of a hidden test."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from graders.coordinator import Coordinator
from graders.course import OrdinaryCourse
from graders.ordinary.feedback import HIDDEN, StripHiddenTests
from graders.task import Outcome, SourceCell, Task
from graders.work import grade
from tests.graders.courses import ASSIGNMENT, HALF, PlainCrew, exercise, hand_in, make_course
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


SPY = """import inspect
seen = []
def kuadrat(x):
    seen.append(inspect.getsource(inspect.currentframe().f_back))
    return abs(x) * x
"""


def test_pages_of_a_course_tell_nothing(warm: WarmProcess, tmp_path: Path) -> None:
    """By nbgrader's own program, with what an ordinary course gets where it says nothing else.

    One trainee fails a hidden test, the other's function reads it and another cell prints it.
    """

    class WarmCrew(PlainCrew):
        def outcome(self, task: Task) -> Outcome:
            return grade(task, warm)

    api = make_course(tmp_path, {"satu": exercise()})
    hand_in(tmp_path, "ani", {"kuadrat": HALF})
    path = hand_in(tmp_path, "budi", {"kuadrat": SPY}) / "satu.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("print(len(seen)); print(*seen)"))
    nbformat.write(notebook, path)
    course = OrdinaryCourse(tmp_path, Path("/nowhere"))
    graded = Coordinator(course, lambda *_: WarmCrew()).grade(ASSIGNMENT, ["ani", "budi"])
    assert [g.score for g in graded] == [2, 2]
    for student in ("ani", "budi"):
        formgrader = tmp_path / "autograded" / student / ASSIGNMENT / "satu.ipynb"
        assert "kuadrat(-2)" in formgrader.read_text()
        done = api.generate_feedback(ASSIGNMENT, student)
        assert done["success"], done["log"]
        page = (tmp_path / "feedback" / student / ASSIGNMENT / "satu.html").read_text()
        assert "uji_negatif" in page
        assert HIDDEN in page
        assert "HIDDEN TESTS" not in page
        assert "-2" not in page.split("</head>")[-1]
