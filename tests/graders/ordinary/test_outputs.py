"""Tests of `graders.ordinary.outputs`: what nbgrader will read, and what it must not stumble over."""

from __future__ import annotations

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.utils import determine_grade

from graders.ordinary.outputs import cut, failure, only_warnings, settle

WARNING = "/kerja/2.py:3: FutureWarning: soon\n  different\n  f(x)\n"
PANDAS = "/tmp/x.py:1: SettingWithCopyWarning: \nA value is trying to be set\n\nSee the caveats: https://x\n  a\n"
UNITTEST = (
    "F\n======================================================================\nFAIL: test_a\n"
)


def stderr(text: str) -> NotebookNode:
    """Returns what a cell wrote on stderr."""
    return nbformat.v4.new_output("stream", name="stderr", text=text)


def result(text: str) -> NotebookNode:
    """Returns the result of a cell."""
    return nbformat.v4.new_output("execute_result", data={"text/plain": text})


def graded(*outputs: NotebookNode) -> NotebookNode:
    """Returns a test cell worth two points, with outputs."""
    cell = nbformat.v4.new_code_cell("...", outputs=list(outputs))
    cell.metadata["nbgrader"] = {"grade": True, "solution": False, "points": 2, "grade_id": "t"}
    return cell


@pytest.mark.parametrize("text", [WARNING, PANDAS, WARNING + WARNING])
def test_a_warning_costs_nothing(text: str) -> None:
    """Neither the points nor a partial credit that comes after it; nbgrader alone gives nothing."""
    for outputs, points in (([stderr(text)], 2), ([stderr(text), result("0.5")], 0.5)):
        cell = graded(*outputs)
        assert determine_grade(cell)[0] == 0
        settle(cell, forgiving=True, keeping=True)
        assert determine_grade(cell)[0] == points
        assert text in cell.outputs[0].text


@pytest.mark.parametrize(
    "text",
    [
        "hm\n",
        UNITTEST,
        WARNING + UNITTEST,
        "hm\n" + WARNING,
        WARNING + "Traceback (most recent call last):\n",
        WARNING + "ValueError: no\n",
    ],
)
def test_everything_else_on_stderr_costs_as_in_nbgrader(text: str) -> None:
    """A failed unittest says so on stderr only."""
    assert not only_warnings(text)
    cell = graded(stderr(text))
    settle(cell, forgiving=True, keeping=True)
    assert determine_grade(cell)[0] == 0


def test_forgiving_can_be_off() -> None:
    """Then a warning takes the points, as in nbgrader."""
    cell = graded(stderr(WARNING))
    settle(cell, forgiving=False, keeping=True)
    assert determine_grade(cell)[0] == 0


@pytest.mark.parametrize("text", ["3.5", "inf", "1e9"])
def test_more_than_the_points_costs_the_cell_only(text: str) -> None:
    """nbgrader fails the whole submission; so do we where it is off."""
    cell = graded(result(text))
    assert "ValueError" in settle(cell, forgiving=True, keeping=True)
    assert determine_grade(cell)[0] == 0
    cell = graded(result(text))
    settle(cell, forgiving=True, keeping=False)
    with pytest.raises(ValueError, match="greater than maximum"):
        determine_grade(cell)


def test_a_result_without_text_costs_the_cell_only() -> None:
    """nbgrader looks for a text in every result."""
    cell = graded(nbformat.v4.new_output("execute_result", data={"image/png": "x"}))
    assert "KeyError" in settle(cell, forgiving=True, keeping=True)
    assert determine_grade(cell)[0] == 0


@pytest.mark.parametrize(("text", "points"), [("'two'", 2), ("-1.0", 2), ("nan", 2), ("0.0", 0)])
def test_where_nbgrader_is_generous_so_are_we(text: str, points: float) -> None:
    """Its scores are the promise, its oddities included."""
    cell = graded(result(text))
    assert settle(cell, forgiving=True, keeping=True) == ""
    assert determine_grade(cell)[0] == points


def test_long_output_is_limited_as_in_nbgrader() -> None:
    """A thousand lines."""
    cell = nbformat.v4.new_code_cell(
        "", outputs=[nbformat.v4.new_output("stream", text="x\n" * 5000)]
    )
    settle(cell, forgiving=True, keeping=True)
    assert cell.outputs[0].text.count("\n") == 999


def test_a_flood_is_cut() -> None:
    """What is kept fits on a page."""
    outputs = cut([nbformat.v4.new_output("stream", text="x" * 10**6) for _ in range(100)])
    assert sum(len(output.text) for output in outputs) < 500_000


def test_a_failure_earns_nothing() -> None:
    """Whatever comes after it."""
    assert determine_grade(graded(failure("NotRun", "why"), result("2.0")))[0] == 0
