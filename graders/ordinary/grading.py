"""Grades an ordinary nbgrader notebook: repaired, run with its hidden tests, ready for nbgrader to read."""

from __future__ import annotations

from nbformat import NotebookNode

from graders.ordinary.outputs import cut, failure, is_scored_by_machine, settle
from graders.ordinary.repair import Repaired, marked, repair
from graders.ordinary.stock import sanitize
from graders.running import Fork, Ran, is_run, run_cells
from graders.submitted import BrokenNotebook, parse
from graders.task import Rules, Task

PYTHON = ("python", "ipython")
CELL_TIMEOUT = "No reply from kernel before timeout"
NOT_RUN = "this cell did not run: the kernel had stopped at a cell above"
# The trainee environment tells errors in plain Indonesian; whoever grades wants Python's own words. The
# numbers in front of the cells begin after this one.
PLAIN_ERRORS = """
def _plain():
    shell = get_ipython()
    shell.set_custom_exc((), None)
    vars(shell).pop("showsyntaxerror", None)
    del shell.history_manager.input_hist_parsed[1:], shell.history_manager.input_hist_raw[1:]
    shell.execution_count = 1
_plain()
del _plain
"""


class Unfinished(RuntimeError):
    """The notebook fell over, and the rules say that this costs the submission."""


def prepare(task: Task) -> Repaired:
    """Puts a submission right, or leaves that to nbgrader's own way where repair is off.

    Raises:
        BrokenNotebook: it is no notebook, or one for another language.
        Exception: whatever nbgrader raises, where repair is off.
    """
    submitted = parse(task.submitted)
    if task.rules.repair:
        released = parse(task.released) if task.released else None
        prepared = repair(submitted, task.cells, released)
    else:
        prepared = Repaired(sanitize(submitted, task.cells))
    if task.kernelspec:
        prepared.notebook.metadata["kernelspec"] = dict(task.kernelspec)
    _check_language(prepared.notebook)
    return prepared


def _check_language(notebook: NotebookNode) -> None:
    """A kernel may have any name, as long as it speaks Python."""
    spec = notebook.metadata.get("kernelspec", {})
    language = str(spec.get("language") or "python").lower()
    if language not in PYTHON:
        name = spec.get("name", language)
        raise BrokenNotebook(f"its kernel {name} speaks {language}; only Python is graded here")


def run(prepared: Repaired, fork: Fork, rules: Rules) -> list[str]:
    """Runs a prepared notebook and leaves its outputs as nbgrader reads them.

    Returns:
        What did not run to its end.

    Raises:
        Unfinished: it died or flooded, and the rules say that this costs the submission.
    """
    cells = prepared.notebook.cells
    sources = {at: cell.source for at, cell in enumerate(cells) if marked(cell) in prepared.resting}
    for at in sources:
        cells[at].source = ""  # nothing runs, and its place among the cells stays
    fork.run(PLAIN_ERRORS)
    ran = run_cells(cells, fork)
    for at, source in sources.items():
        cells[at].source = source
    if not rules.keep_earned and any(r.status in ("died", "flood") for r in ran.runs.values()):
        raise Unfinished(ran.stopped[-1])
    stopped = list(ran.stopped)
    for at, cell in enumerate(cells):
        if cell.cell_type == "code":
            stopped += _record(cell, at, ran, rules, resting=at in sources)
    return stopped


def _record(cell: NotebookNode, at: int, ran: Ran, rules: Rules, *, resting: bool) -> list[str]:
    """Writes the outputs of one cell."""
    if at in ran.runs:
        result = ran.runs[at]
        cell.outputs, cell.execution_count = ran.outputs(at), result.execution_count
        if result.status == "timeout":
            cell.outputs.append(failure("CellTimeoutError", CELL_TIMEOUT))
        elif result.status == "error" and not any(o.output_type == "error" for o in cell.outputs):
            # An environment may tell errors in its own way; nbgrader notes them in any case.
            cell.outputs.append(failure("CellError", "this cell raised an error"))
        elif not ran.reached(at):
            cell.outputs = [
                failure("KernelStopped", result.reason or result.status),
                *cut(cell.outputs),
            ]
    elif is_run(cell) and not resting and is_scored_by_machine(cell):
        cell.outputs = [failure("NotRun", NOT_RUN)]
    why = settle(cell, forgiving=rules.forgive_warnings, keeping=rules.keep_earned)
    return [f"{marked(cell)}: {why}"] if why else []
