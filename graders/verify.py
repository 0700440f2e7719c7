"""Verifies a unit: its solution earns everything, a blank nothing, each known mistake its own hint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution

from graders.checks import Key, load_key
from graders.judging import Verdict, judge
from graders.variants import collisions, fair_seed
from latihan.answers import Plain, to_number, to_plain
from latihan.numbers import rp
from latihan.unit import Question, Unit, Values
from latihan.variants import draw, load_unit

VARIANTS = 20


@dataclass
class Report:
    """What was tried and what is wrong."""

    assignment: str
    variants: int = 0
    mistakes: int = 0
    problems: list[str] = field(default_factory=list)


def verify(assignment: str, source: Path, variants: int = VARIANTS) -> Report:
    """Tries a unit on several shops.

    Args:
        assignment: such as `pembukuan_03_hpp`.
        source: the author's notebook, with solutions.
        variants: how many shops to draw.

    Returns:
        The report; the unit is sound when it names no problem.
    """
    report = Report(assignment, variants)
    unit, key = load_unit(assignment), load_key(assignment)
    if key is None:
        report.problems.append(f"graders/checks/{assignment}.py is missing")
        return report
    notebook = nbformat.read(source, as_version=4)
    report.problems += _structure(unit, key, notebook)
    report.mistakes = sum(len(q.mistakes) for q in unit.questions)
    if report.problems:
        return report
    for number in range(variants):
        seed = fair_seed(b"verify", f"{assignment}|{number}", assignment)
        found = list(_try_shop(unit, key, notebook, seed))
        report.problems += [f"variant {number}: {problem}" for problem in found]
    return report


def _structure(unit: Unit, key: Key, notebook: NotebookNode) -> Iterator[str]:
    asked = [q.name for q in unit.questions]
    checked = [c.name for c in key.checks]
    graded = [
        c.metadata.nbgrader.grade_id for c in notebook.cells if is_grade(c) and not is_solution(c)
    ]
    if not asked == checked == graded:
        yield f"questions, checks and graded cells differ: {asked}, {checked}, {graded}"
    hints = Counter(m.hint for q in unit.questions for m in q.mistakes)
    yield from (f"two mistakes share a hint: {hint}" for hint, count in hints.items() if count > 1)
    ids = Counter(m.id for q in unit.questions for m in q.mistakes)
    yield from (f"two mistakes share the id {name}" for name, count in ids.items() if count > 1)


def _try_shop(unit: Unit, key: Key, notebook: NotebookNode, seed: str) -> Iterator[str]:
    given = draw(unit, seed).given
    values = Values.of(given)
    yield from collisions(unit, key, values)
    solved = run_solution(notebook, given)
    answers = {q.name: to_plain(solved.get(q.name)) for q in unit.questions}
    for name, verdict in judge(unit, key, values, answers).items():
        if verdict.share != 1 or verdict.remark.kind != "benar":
            yield f"{name}: the solution earns {verdict.share} ({verdict.remark.id})"
    blank = judge(unit, key, values, {q.name: to_plain(...) for q in unit.questions})
    yield from (f"{name}: a blank earns {v.share}" for name, v in blank.items() if v.share)
    for question in unit.questions:
        yield from _try_mistakes(unit, key, values, answers, question)


def _try_mistakes(
    unit: Unit, key: Key, given: Values, answers: dict[str, Plain], question: Question
) -> Iterator[str]:
    truth = key.solve(given)

    def judged(plain: Plain) -> Verdict:
        return judge(unit, key, given, {**answers, question.name: plain})[question.name]

    for mistake in question.mistakes:
        verdict = judged({"kind": "number", "text": str(mistake.formula(truth))[:40]})
        if verdict.remark.id != mistake.id or verdict.share != mistake.credit:
            yield f"{question.name}: {mistake.id} is taken for {verdict.remark.id}"
    right = to_number(answers[question.name])
    assert right is not None
    for trap, plain in typing_traps(question, right).items():
        verdict = judged(plain)
        if verdict.remark.id != trap or verdict.share:
            yield f"{question.name}: {trap} is taken for {verdict.remark.id}"


def typing_traps(question: Question, right: Decimal) -> dict[str, Plain]:
    """Returns what Python makes of the right answer when it is typed in the ways people type it."""
    traps: dict[str, Plain] = {
        "koma_desimal": {"kind": "pair", "text": "0,5"},
        "tanda_terbalik": {"kind": "number", "text": str(-right)},
    }
    if question.is_money:
        traps["titik_ribuan"] = {"kind": "number", "text": str(right / 1000)[:40]}
    return traps


def run_solution(notebook: NotebookNode, given: dict[str, int | float]) -> dict[str, object]:
    """Runs the author's answers on a shop and returns all names; only ever the author's own code."""
    names: dict[str, object] = {**given, "rp": rp}
    for cell in notebook.cells:
        if cell.cell_type == "code" and is_solution(cell):
            exec(compile(cell.source, cell.metadata.nbgrader.grade_id, "exec"), names)  # noqa: S102
    return names
