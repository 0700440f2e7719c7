"""What a cell's outputs mean for its score: warnings, results that nbgrader stumbles over, too much text."""

from __future__ import annotations

import re

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import LimitOutput
from nbgrader.utils import determine_grade, is_grade, is_solution

MAX_OUTPUTS = 20
MAX_TEXT = 20_000
# `path:12: FutureWarning: text`, as Python prints it; what follows may take several lines.
WARNING = re.compile(r"^\S.*:\d+: \w*Warning: ", re.MULTILINE)
# No warning looks like this: a traceback, the end of a failed unittest, a line that names an error.
TROUBLE = re.compile(
    r"^(Traceback |FAILED\b|ERROR\b|FAIL\b|={20}|\w*(Error|Exception)\b)", re.MULTILINE
)


def is_scored_by_machine(cell: NotebookNode) -> bool:
    """Whether nbgrader reads the score of a cell from its outputs."""
    return cell.cell_type == "code" and bool(is_grade(cell)) and not is_solution(cell)


def only_warnings(text: str) -> bool:
    r"""Whether what stands on stderr are Python's warnings and nothing else.

    >>> only_warnings("/tmp/x.py:1: FutureWarning: soon different\n  f()\n")
    True
    >>> only_warnings("F\n=====================\nFAIL: test_x\n")
    False
    """
    return bool(WARNING.match(text)) and not TROUBLE.search(text)


def forgive_warnings(cell: NotebookNode) -> None:
    """Moves warnings of a cell to stdout, where nbgrader lets them stand without taking the points."""
    for output in cell.outputs:
        if (
            output.output_type == "stream"
            and output.name == "stderr"
            and only_warnings(output.text)
        ):
            output.name = "stdout"


def scoreless(cell: NotebookNode) -> str:
    """Says why nbgrader could not score a cell (more than its points, no text); empty where it can."""
    try:
        determine_grade(cell)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        return f"{type(problem).__name__}: {problem}"
    return ""


def failure(name: str, text: str) -> NotebookNode:
    """Returns an error output; nbgrader gives a cell that begins with one no points."""
    output = nbformat.v4.new_output(
        "error", ename=name, evalue=text, traceback=[f"\x1b[0;31m{name}\x1b[0m: {text}"]
    )
    assert isinstance(output, NotebookNode)
    return output


def cut(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Returns what a flooding cell showed first: enough to see what it was about."""
    kept = outputs[:MAX_OUTPUTS]
    for output in kept:
        if output.output_type == "stream" and len(output.text) > MAX_TEXT:
            output.text = output.text[:MAX_TEXT] + "\n... Output truncated ...\n"
    return kept


def settle(cell: NotebookNode, *, forgiving: bool, keeping: bool) -> str:
    """Prepares the outputs of a cell that ran for nbgrader's reading of them.

    Args:
        cell: a code cell with the outputs that came out of the box.
        forgiving: warnings cost nothing.
        keeping: a result that nbgrader cannot read costs the cell, not the submission.

    Returns:
        What nbgrader could not have read; empty in nearly all cases.
    """
    LimitOutput().preprocess_cell(cell, {}, 0)
    if not is_scored_by_machine(cell):
        return ""
    if forgiving:
        forgive_warnings(cell)
    if keeping and (why := scoreless(cell)):
        cell.outputs.insert(0, failure("UnreadableScore", why))
        return why
    return ""
