"""Verifies an exercise: its solution earns everything, a blank nothing, each known mistake its own hint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from keyword import iskeyword
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution

import latihan
from graders.checks import Key, load_key
from graders.judging import Verdict, judge
from graders.variants import UnfairShops, collisions, fair_seed
from latihan.answers import Plain, to_plain
from latihan.unit import Asked, Choice, Mistake, Question, Unit, Value, Values
from latihan.variants import draw, load_unit

VARIANTS = 20
LEAST_SHARE = 4  # a mistake that depends on the shop must arise in a quarter of them
BLANKS = range(6, 11)
TEST_QUESTIONS = 8


@dataclass
class Report:
    """What was tried and what is wrong."""

    assignment: str
    variants: int = 0
    blanks: int = 0
    mistakes: int = 0
    detected: int = 0
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
    report.blanks = len(unit.questions)
    report.mistakes = len(_mistakes(unit))
    report.problems += _structure(unit, key, notebook)
    if not report.problems:
        _try_shops(unit, key, notebook, report)
    return report


def _mistakes(unit: Unit) -> list[Mistake]:
    return [mistake for question in unit.questions for mistake in question.mistakes]


def _structure(unit: Unit, key: Key, notebook: NotebookNode) -> Iterator[str]:
    asked = [q.name for q in unit.questions]
    checked = [c.name for c in key.checks]
    graded = [
        c.metadata.nbgrader.grade_id for c in notebook.cells if is_grade(c) and not is_solution(c)
    ]
    if not asked == checked == graded:
        yield f"questions, checks and graded cells differ: {asked}, {checked}, {graded}"
    if unit.is_test and len(asked) != TEST_QUESTIONS:
        yield f"a test has {TEST_QUESTIONS} questions, this one {len(asked)}"
    if len(asked) not in BLANKS:
        yield f"{len(asked)} blanks; six to ten can be done in a sitting"
    for what in ("hint", "id"):
        found = Counter(getattr(mistake, what) for mistake in _mistakes(unit))
        twice = (text for text, count in found.items() if count > 1)
        yield from (f"two mistakes share the {what} {text}" for text in twice)
    yield from _names(unit, asked)


def _names(unit: Unit, asked: list[str]) -> Iterator[str]:
    """Names that would hide each other in the notebook."""
    codes = {c for q in unit.questions if isinstance(q, Choice) for c in q.options}
    yield from (
        f"the code {code} cannot be a name"
        for code in sorted(codes)
        if not code.isidentifier() or iskeyword(code)
    )
    names = Counter([*asked, *codes, *(given.name for given in unit.given)])
    yield from (f"{name} names two things" for name, count in names.items() if count > 1)


def _try_shops(unit: Unit, key: Key, notebook: NotebookNode, report: Report) -> None:
    """Tries all shops; each problem is told with the first shop that shows it."""
    arisen: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number in range(report.variants):
        try:
            seed = fair_seed(b"verify", f"{unit.assignment}|{number}", unit.assignment)
            for problem in _try_shop(unit, key, notebook, seed, arisen):
                first.setdefault(problem, number)
        except UnfairShops as error:
            report.problems.append(str(error))
            return
    report.problems += [f"variant {number}: {problem}" for problem, number in first.items()]
    rare = [m.id for m in _mistakes(unit) if arisen[m.id] * LEAST_SHARE < report.variants]
    report.problems += [
        f"{name} was met in {arisen[name]} of {report.variants} shops only" for name in rare
    ]
    report.detected = report.mistakes - len(rare)


def _try_shop(
    unit: Unit, key: Key, notebook: NotebookNode, seed: str, arisen: Counter[str]
) -> Iterator[str]:
    given = draw(unit, seed).given
    if lacking := [g.name for g in unit.given if g.name not in given]:
        yield f"not drawn: {', '.join(lacking)}"
        return
    values = Values.of(given)
    yield from collisions(unit, key, values)
    solved = run_solution(notebook, unit, given)
    answers = {q.name: to_plain(solved.get(q.name)) for q in unit.questions}
    for name, verdict in judge(unit, key, values, answers).items():
        if verdict.share != 1 or verdict.remark.kind != "benar":
            yield f"{name}: the solution earns {verdict.share} ({verdict.remark.id})"
    blank = judge(unit, key, values, {q.name: to_plain(...) for q in unit.questions})
    yield from (f"{name}: a blank earns {v.share}" for name, v in blank.items() if v.share)
    for question in unit.questions:
        yield from _try_mistakes(unit, key, values, answers, question, arisen)


def _try_mistakes(
    unit: Unit,
    key: Key,
    given: Values,
    answers: dict[str, Plain],
    question: Asked,
    arisen: Counter[str],
) -> Iterator[str]:
    truth = key.solve(given)

    def judged(plain: Plain) -> Verdict:
        return judge(unit, key, given, {**answers, question.name: plain})[question.name]

    for mistake in question.mistakes:
        wrong = mistake.formula(truth)
        if wrong is None:
            continue
        verdict = judged(question.plain(wrong))
        if verdict.remark.id != mistake.id:
            yield f"{question.name}: {mistake.id} is taken for {verdict.remark.id}"
        elif verdict.share != max(mistake.credit, _paid(question, wrong, truth)):
            yield f"{question.name}: {mistake.id} earns {verdict.share}"
        else:
            arisen[mistake.id] += 1
    for trap, plain in typing_traps(question, truth[question.name]).items():
        verdict = judged(plain)
        if verdict.share == 1 or (verdict.remark.id != trap and not verdict.remark.mistake):
            yield f"{question.name}: {trap} is taken for {verdict.remark.id}"


def _paid(question: Asked, wrong: Value, truth: Values) -> Decimal:
    read = question.read(question.plain(wrong))
    return Decimal(0) if read is None else question.share(read, truth[question.name])


def typing_traps(question: Asked, right: Value) -> dict[str, Plain]:
    """Returns what Python makes of the right answer when it is typed in the ways people type it."""
    if not isinstance(question, Question):
        return {}
    traps: dict[str, Plain] = {"koma_desimal": {"kind": "pair", "text": "0,5"}}
    assert isinstance(right, Decimal)
    if right and not question.same(-right, right):
        traps["tanda_terbalik"] = question.plain(-right)
    if right and question.is_money:
        traps["titik_ribuan"] = question.plain(right / 1000)
    if right and question.is_share:
        traps["persen_bukan_pecahan"] = question.plain(right * 100)
    return traps


def run_solution(notebook: NotebookNode, unit: Unit, given: dict[str, Any]) -> dict[str, object]:
    """Runs the author's answers on a shop and returns all names; only ever the author's own code."""
    exported = {name: getattr(latihan, name) for name in latihan.__all__}
    names: dict[str, object] = {**given, **unit.names(given), **exported}
    for cell in notebook.cells:
        if cell.cell_type == "code" and is_solution(cell):
            exec(compile(cell.source, cell.metadata.nbgrader.grade_id, "exec"), names)  # noqa: S102
    return names
