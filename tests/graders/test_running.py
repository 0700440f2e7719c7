"""Tests of `graders.running`: which cells run, what ends a run, which outputs are believed."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode

from graders.running import is_run, run_cells, well_formed
from graders.submitted import new_cell
from warmkernel import CellRun


class Recorded:
    """A fork whose runs were recorded beforehand, by source."""

    def __init__(self, **runs: str) -> None:
        self.runs, self.seen = runs, []

    def run(self, source: str) -> CellRun:
        """Gives the recorded status."""
        self.seen.append(source)
        return CellRun([], self.runs.get(source, "ok"), 0.0, len(self.seen), "memory")  # type: ignore[arg-type]

    def value(self, name: str) -> Any:
        """Gives the name itself."""
        return name


def cells(*sources: str) -> list[NotebookNode]:
    """Returns code cells."""
    return [nbformat.v4.new_code_cell(source) for source in sources]


def test_empty_and_tagged_cells_do_not_run() -> None:
    """As nbclient does it."""
    skipped = nbformat.v4.new_code_cell("x", metadata={"tags": ["skip-execution"]})
    assert not is_run(skipped)
    assert not is_run(nbformat.v4.new_code_cell(" \n"))
    assert not is_run(nbformat.v4.new_markdown_cell("x"))
    assert is_run(new_cell("code", "x", {"tags": "skip-execution"}))


def test_nothing_runs_after_a_death() -> None:
    """Errors, timeouts and floods do not end a run; a death does, and its reason is told."""
    fork = Recorded(a="error", b="timeout", c="flood", d="died")
    ran = run_cells(cells("a", "b", "c", "d", "e"), fork, {0: "first", 4: "last"})
    assert fork.seen == ["a", "b", "c", "d"]
    assert ran.stopped == ["cell 2: memory", "cell 3: memory", "cell 4: memory"]
    assert ran.values == {"first": "first"}
    assert [ran.reached(at) for at in range(5)] == [True, False, False, False, False]


@pytest.mark.parametrize(
    "raw",
    [
        None,
        3,
        {},
        {"output_type": "stream"},
        {"output_type": "stream", "name": "stdin", "text": "x"},
        {"output_type": "error", "ename": 3, "evalue": ""},
        {"output_type": "display_data", "data": "x"},
        {"output_type": "pyout", "data": {}},
    ],
)
def test_forged_outputs_are_dropped(raw: object) -> None:
    """What does not look like an output is none."""
    assert well_formed(raw) is None


def test_a_well_formed_output_keeps_what_the_format_knows() -> None:
    """Unknown keys and values that are no text are gone."""
    raw = {
        "output_type": "execute_result",
        "data": {"text/plain": "1", "text/html": 5, "application/json": {"a": 1}},
        "metadata": None,
        "execution_count": "7",
        "score": 99,
    }
    output = well_formed(raw)
    assert output == {
        "output_type": "execute_result",
        "data": {"text/plain": "1", "application/json": {"a": 1}},
        "metadata": {},
        "execution_count": None,
    }
    error = well_formed({"output_type": "error", "ename": "E", "evalue": "", "traceback": ["a", 3]})
    assert error is not None
    assert error.traceback == ["a"]
