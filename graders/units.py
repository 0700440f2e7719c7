"""Grades a unit of ours: its cells run in the box, its answers come out as values and are judged here.

Every output that the box sent for a graded cell is thrown away and written anew: the hint, then one
finite float between 0 and the points, because nbgrader gives full marks to anything it cannot read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution

from graders.checks import Key, load_key
from graders.judging import Verdict, judge
from graders.running import Fork, Ran, run_cells
from graders.submitted import BrokenNotebook
from latihan.answers import Plain
from latihan.errors import GROUPED
from latihan.remarks import POINTS, Remark
from latihan.unit import Values
from latihan.variants import draw, load_unit

MISSING: Plain = {"kind": "missing", "text": ""}
MAX_TEXT = 20_000
MAX_IMAGE = 400_000
STOPPED = "Program berhenti sebelum sampai ke sini. Periksa sel terakhir di atas yang Anda ubah."
NOT_RUN = (
    "Rumus ini belum bisa dihitung. Perbaiki dulu jawaban di atas yang belum benar, "
    "lalu periksa tulisan rumusnya."
)


@dataclass(frozen=True)
class Shops:
    """Whose shop an exercise is about: her seed, those of all other trainees, those she had before."""

    own: str
    others: Sequence[str] = ()
    earlier: Sequence[str] = ()


def grade_unit(notebook: NotebookNode, assignment: str, shops: Shops, fork: Fork) -> list[str]:
    """Runs and judges one notebook, and writes hints and scores into its graded cells.

    Args:
        notebook: the released one with her answers in it.
        assignment: such as `pembukuan_03_hpp`.
        shops: the seeds.
        fork: where it runs.

    Returns:
        What did not run to its end.

    Raises:
        BrokenNotebook: nothing is known that could judge it.
    """
    key = load_key(assignment)
    if key is None:
        raise BrokenNotebook(f"no checks for {assignment} in graders/checks")
    asked = _asked(notebook, key)
    ran = run_cells(notebook.cells, fork, asked)
    verdicts = _judged(key, shops, seen_answers(notebook.cells, asked, ran))
    for at, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            cell.execution_count = at + 1
            cell.outputs = _outputs(cell, at, asked, ran, verdicts)
    return ran.stopped


def _asked(notebook: NotebookNode, key: Key) -> dict[int, str]:
    """Returns the answer that each graded cell asks for, by the cell's index."""
    names = {check.name for check in key.checks}
    asked = {
        at: str(cell.metadata.nbgrader["grade_id"])
        for at, cell in enumerate(notebook.cells)
        if cell.cell_type == "code" and is_grade(cell) and not is_solution(cell)
    }
    if unknown := sorted(set(asked.values()) - names):
        raise BrokenNotebook(f"graded cell {unknown[0]} has no check")
    return asked


def _judged(key: Key, shops: Shops, seen: Mapping[str, Seen]) -> dict[str, Verdict]:
    unit = load_unit(key.assignment)
    given = Values.of(draw(unit, shops.own).given)
    others, earlier = (
        [_solved(key.assignment, seed) for seed in seeds] for seeds in (shops.others, shops.earlier)
    )
    answers = {name: s.plain for name, s in seen.items()}
    verdicts = judge(unit, key, given, answers, others, earlier)
    told = {name: Verdict(Decimal(0), s.remark) for name, s in seen.items() if s.remark}
    return {**verdicts, **told}


@lru_cache(maxsize=4096)
def _solved(assignment: str, seed: str) -> Values:
    """Returns the right answers of a shop; solved once, however many notebooks are compared with it."""
    key = load_key(assignment)
    assert key is not None
    return key.solve(Values.of(draw(load_unit(assignment), seed).given))


@dataclass(frozen=True)
class Seen:
    """What came out of the box for one answer, and why nothing did, where that can be told."""

    plain: Plain
    remark: Remark | None = None


def seen_answers(
    cells: Sequence[NotebookNode], asked: Mapping[int, str], ran: Ran
) -> dict[str, Seen]:
    """Returns the answers by name, each with a remark where none came out and the cell tells why."""
    seen: dict[str, Seen] = {}
    code = [at for at, cell in enumerate(cells) if cell.cell_type == "code"]
    for before, at in zip([None, *code], code, strict=False):
        if name := asked.get(at):
            plain = plain_answer(ran.values.get(name))
            above = cells[before].source if before is not None else ""
            seen[name] = Seen(plain, _why_absent(plain, above, ran=name in ran.values))
    return seen


def plain_answer(value: Any) -> Plain:
    """Returns an answer that has the form of one; whatever else a box may send counts as missing.

    >>> plain_answer({"kind": "number", "text": "5"})
    {'kind': 'number', 'text': '5'}
    >>> plain_answer({"kind": "number", "text": "5", "score": 99})
    {'kind': 'missing', 'text': ''}
    """
    if not isinstance(value, dict) or set(value) != {"kind", "text"}:
        return MISSING
    whole = all(isinstance(text, str) and len(text) <= 1000 for text in value.values())
    return dict(value) if whole else MISSING


def _why_absent(plain: Plain, above: str, *, ran: bool) -> Remark | None:
    """Says why there is no answer, from the cell above: a typing trap, an error, a stopped program."""
    if plain["kind"] not in ("missing", "blank"):
        return None
    if not ran:
        return Remark("berhenti", STOPPED)
    if GROUPED.search(above):
        return Remark("titik_ganda", POINTS)
    lines = [x for x in above.splitlines() if x.strip() and not x.strip().startswith("#")]
    if lines and not all(line.rstrip().endswith("...") for line in lines):
        return Remark("tidak_jalan", NOT_RUN)
    return None


def _outputs(
    cell: NotebookNode, at: int, asked: Mapping[int, str], ran: Ran, verdicts: Mapping[str, Verdict]
) -> list[NotebookNode]:
    if name := asked.get(at):
        return graded_outputs(verdicts[name], float(cell.metadata.nbgrader["points"]), at + 1)
    if at not in ran.runs and cell.source.strip():
        return [_output("stream", name="stdout", text="Sel ini tidak sempat berjalan.\n")]
    return [own for output in ran.outputs(at) if (own := own_output(output))]


def graded_outputs(verdict: Verdict, points: float, count: int) -> list[NotebookNode]:
    """Returns the outputs of a graded cell: the hint as text, then the score as nbgrader reads it.

    The score's metadata say which hint it was, for whoever counts mistakes: `lapak.remark`.
    """
    score = min(max(round(float(verdict.share) * points, 2), 0.0), points)
    return [
        _output("stream", name="stdout", text=verdict.remark.text + "\n"),
        _output(
            "execute_result",
            data={"text/plain": repr(score)},
            metadata={"lapak": {"remark": verdict.remark.id}},
            execution_count=count,
        ),
    ]


def own_output(output: NotebookNode) -> NotebookNode | None:
    """Keeps of a well-formed output what a mentor may open: its text and its picture, no markup."""
    if output.output_type == "stream":
        return _output("stream", name="stdout", text=_cut(output.text))
    if output.output_type == "error":
        return _output("stream", name="stdout", text=_cut(f"{output.ename}: {output.evalue}\n"))
    kept = {
        kind: text
        for kind, limit in (("text/plain", MAX_TEXT), ("image/png", MAX_IMAGE))
        if isinstance(text := output.data.get(kind), str) and len(text) <= limit
    }
    return _output("display_data", data=kept) if kept else None


def _cut(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "\n… (dipotong)\n"


def _output(kind: str, **parts: Any) -> NotebookNode:
    output = nbformat.v4.new_output(kind, **parts)
    assert isinstance(output, NotebookNode)
    return output
