"""Takes the place of nbgrader's `Execute`: the notebook runs in the box, its answers are judged here.

Every output that the box sent for a graded cell is thrown away and written anew: the hint, then one
finite float between 0 and the points, because nbgrader gives full marks to anything it cannot read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution
from traitlets import Dict, Unicode

from graders.checks import Key, load_key
from graders.judging import Verdict, judge
from graders.sandbox import Limits, replay
from latihan.answers import Plain
from latihan.errors import GROUPED
from latihan.remarks import POINTS, Remark
from latihan.unit import Values
from latihan.variants import draw, load_unit

MISSING: Plain = {"kind": "missing", "text": ""}
STOPPED = "Program berhenti sebelum sampai ke sini. Periksa sel terakhir di atas yang Anda ubah."
NOT_RUN = (
    "Rumus ini belum bisa dihitung. Perbaiki dulu jawaban di atas yang belum benar, "
    "lalu periksa tulisan rumusnya."
)


@dataclass(frozen=True)
class Seen:
    """What came out of the box for one answer, and why nothing did, where that can be told."""

    plain: Plain
    remark: Remark | None = None


class BoxedExecute(NbGraderPreprocessor):
    """Runs a submission in the box and writes hints and scores into its graded cells."""

    trainee_env = Unicode(help="The environment that runs inside the box").tag(config=True)
    variants_dir = Unicode(help="The folder with everybody's issued shops").tag(config=True)
    limits = Dict({}, help="Limits that differ from graders.sandbox.Limits").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Runs and judges one notebook."""
        ids = resources["nbgrader"]
        key = load_key(ids["assignment"])
        if key is None:
            raise NbGraderException(f"no checks for {ids['assignment']} in graders/checks")
        variant = self._variant_file(ids["student"], ids["assignment"])
        if not variant.exists():
            raise NbGraderException(f"no shop was issued to {ids['student']}")
        names = {check.name for check in key.checks}
        request = [
            {"index": i, "source": cell.source, "answer": _answer_name(cell, names)}
            for i, cell in enumerate(nb.cells)
            if cell.cell_type == "code"
        ]
        ran = replay(request, Path(self.trainee_env), variant, Limits(**self.limits))
        seen = seen_answers(request, ran, nb)
        verdicts = self._judge(key, ids["student"], seen)
        for cell in request:
            self._write_outputs(
                nb.cells[cell["index"]], cell["answer"], ran, cell["index"], verdicts
            )
        return nb, resources

    def _variant_file(self, student: str, assignment: str) -> Path:
        return Path(self.variants_dir) / student / f"{assignment}.json"

    def _judge(self, key: Key, student: str, seen: dict[str, Seen]) -> dict[str, Verdict]:
        unit = load_unit(key.assignment)
        own, others = None, []
        for path in sorted(Path(self.variants_dir).glob(f"*/{key.assignment}.json")):
            given = Values.of(draw(unit, json.loads(path.read_text())["seed"]).given)
            if path.parent.name == student:
                own = given
            else:
                others.append(key.solve(given))
        assert own is not None
        answers = {name: answer.plain for name, answer in seen.items()}
        verdicts = judge(unit, key, own, answers, others)
        for name, answer in seen.items():
            if answer.remark:
                verdicts[name] = Verdict(Decimal(0), answer.remark)
        return verdicts

    def _write_outputs(
        self,
        cell: NotebookNode,
        name: str | None,
        ran: dict[int, dict[str, Any]],
        index: int,
        verdicts: dict[str, Verdict],
    ) -> None:
        cell.execution_count = index + 1
        if name is not None:
            points = float(cell.metadata.nbgrader["points"])
            cell.outputs = graded_outputs(verdicts[name], points, index + 1)
        elif index in ran:
            cell.outputs = [out for raw in ran[index]["outputs"] if (out := own_output(raw))]
        else:
            text = "Sel ini tidak sempat berjalan.\n"
            cell.outputs = [_output("stream", name="stdout", text=text)]


def graded_outputs(verdict: Verdict, points: float, count: int) -> list[NotebookNode]:
    """Returns the outputs of a graded cell: the hint as text, then the score as nbgrader reads it."""
    score = min(max(round(float(verdict.share) * points, 2), 0.0), points)
    return [
        _output("stream", name="stdout", text=verdict.remark.text + "\n"),
        _output("execute_result", data={"text/plain": repr(score)}, execution_count=count),
    ]


def own_output(raw: Any) -> NotebookNode | None:
    """Rebuilds an output that came out of the box from its text and picture alone."""
    if not isinstance(raw, dict):
        return None
    if raw.get("output_type") == "stream" and isinstance(raw.get("text"), str):
        return _output("stream", name="stdout", text=raw["text"][:20_000])
    data = raw.get("data")
    if not isinstance(data, dict):
        return None
    kept = {t: data[t] for t in ("text/plain", "image/png") if isinstance(data.get(t), str)}
    return _output("display_data", data=kept) if kept else None


def _output(kind: str, **parts: Any) -> NotebookNode:
    output = nbformat.v4.new_output(kind, **parts)
    assert isinstance(output, NotebookNode)
    return output


def _answer_name(cell: NotebookNode, names: set[str]) -> str | None:
    """Returns the answer that a graded cell asks for; None for every other cell."""
    if not is_grade(cell) or is_solution(cell):
        return None
    name = cell.metadata.nbgrader["grade_id"]
    if name not in names:
        raise NbGraderException(f"graded cell {name} has no check")
    return str(name)


def seen_answers(
    request: list[dict[str, Any]], ran: dict[int, dict[str, Any]], nb: NotebookNode
) -> dict[str, Seen]:
    """Returns the answers by name, each with a remark where none came out and the cell tells why."""
    seen: dict[str, Seen] = {}
    above = ""
    for cell in request:
        if name := cell["answer"]:
            line = ran.get(cell["index"])
            plain = (line or {}).get("answer") or MISSING
            seen[name] = Seen(plain, _why_absent(plain, above, ran=line is not None))
        above = nb.cells[cell["index"]].source
    return seen


def _why_absent(plain: Plain, above: str, *, ran: bool) -> Remark | None:
    """Says why there is no answer, from the cell above: a typing trap, an error, a stopped program."""
    if plain["kind"] not in ("missing", "blank"):
        return None
    if not ran:
        return Remark("berhenti", STOPPED)
    if GROUPED.search(above):
        return Remark("titik_ganda", POINTS)
    code = [
        line for line in above.splitlines() if line.strip() and not line.strip().startswith("#")
    ]
    if code and not all(line.rstrip().endswith("...") for line in code):
        return Remark("tidak_jalan", NOT_RUN)
    return None
