"""What a lesson owes its reader, checked on its source: each check names what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from academy.figures import typed_in_code, typed_in_prose, unsourced
from academy.lesson_source import LessonSource
from academy.notebooks import tags_of
from academy.prose import hard_to_read
from academy.shown import dead_links
from graders.verify import run_solution
from latihan.answers import to_plain
from latihan.sheets import TEXT_UNIT
from latihan.unit import Values
from latihan.values import evaluate
from latihan.variants import SAMPLE_SEED, draw, load_unit

OPENING = ("**Yang Anda kerjakan.**", "**Yang Anda bisa sesudahnya.**", "**Yang Anda perlukan.**")
SECTIONS = ("Ingat dulu", "Patokan yang diingat", "Lembar kerja", "Uji diri", "Kamus")
MAX_LINES = 5
MAX_TERMS = 3
MAX_MINUTES = 30
REASONS = range(2, 4)
ALLOWED_WIDE = re.compile(r"from latihan(\.pictures\w*)? import \*")
PROGRAMMING = re.compile(r"\s|(for|while|def|import|from|class|with|if|try|lambda)\b")
NUMBERED = re.compile(r"^\*\*\d\.\*\*", re.MULTILINE)
DIRECTIVE = re.compile(r"^:::|^```\{|\{\w+\}`", re.MULTILINE)
IMAGE = re.compile(r"!\[\s*\]\(")
HURTS = re.compile(r"\*\*[^*]*\d[^*]*\*\*")


def opening(lesson: LessonSource) -> Iterator[str]:
    """A reader knows in the first cell what she is in for, and meets a story with a number that hurts."""
    first = lesson.cells[0].source if lesson.cells else ""
    if not first.startswith(f"# {lesson.unit.title.id}\n"):
        yield "the first line is not the catalogue's title"
    yield from (f"{part} is missing in the first cell" for part in OPENING if part not in first)
    minutes = lesson.unit.minutes
    if f"pelajaran {minutes.lesson} menit, latihan {minutes.exercise} menit" not in first:
        yield "the first cell does not give the catalogue's minutes"
    if max(minutes.lesson, minutes.exercise) >= MAX_MINUTES:
        yield f"{max(minutes.lesson, minutes.exercise)} minutes; half an hour is too long"
    story = re.search(r"^## .*?(?=^## |\Z)", first, re.DOTALL | re.MULTILINE)
    if not story or not HURTS.search(story[0]):
        yield "it does not open with a story that has a number in bold"


def sections(lesson: LessonSource) -> Iterator[str]:
    """Retrieval, a rule of thumb, a worksheet, a test of oneself, and the terms."""
    for name in SECTIONS:
        if not lesson.section(name).strip():
            yield f"the section {name} is missing"
    if (count := len(NUMBERED.findall(lesson.section("Ingat dulu")))) != 2:
        yield f"{count} questions under Ingat dulu; two recall what was learnt before"
    if lesson.section("Patokan yang diingat") and "\n> " not in lesson.section("Patokan yang"):
        yield "the rule of thumb is not set off with >"


def practice(lesson: LessonSource) -> Iterator[str]:
    """Each graded answer is worked before its gap, asked in it, and answered after it."""
    if list(lesson.gaps) != list(lesson.unit.points):
        yield f"gaps are {list(lesson.gaps)}, graded are {list(lesson.unit.points)}"
        return
    text = "\n".join(cell.source for cell in lesson.cells)
    for name, at in lesson.gaps.items():
        if lesson.cells[at].source != f'{name} = ...\ncek("{name}")':
            yield f"the gap {name} is not `{name} = ...` and `cek`"
        if tags_of(lesson.cells[at]) != {"gap"}:
            yield f"the gap {name} is hidden from the page"
        if "**" not in lesson.answer(name):
            yield f"no folded answer with a bold figure follows the gap {name}"
        if re.search(r"[-+*/]", formula := lesson.formula(name)) and formula in text:
            yield f"the formula of {name} is given away"
    headings = re.findall(r"^### (Contoh|Giliran Anda)", lesson.prose, re.MULTILINE)
    if headings != ["Contoh", "Giliran Anda"] * (len(headings) // 2) or not headings:
        yield "each Contoh must be followed by its Giliran Anda"


def terms(lesson: LessonSource) -> Iterator[str]:
    """New words are few before she does something, and bold where they first stand."""
    text = lesson.prose.casefold()
    marks = [f"**{term.casefold()}**" for term in lesson.terms]
    yield from (f"{mark} is never introduced" for mark in marks if mark not in text)
    places = [text.index(mark) for mark in marks if mark in text]
    if places != sorted(places):
        yield "the glossary's terms are not in the order in which they appear"
    first_gap = min(lesson.gaps.values(), default=len(lesson.cells))
    before = "\n".join(c.source for c in lesson.cells[:first_gap] if c.cell_type == "markdown")
    if (count := sum(mark in before.casefold() for mark in marks)) > MAX_TERMS:
        yield f"{count} new terms before the first gap; three are enough"


def code(lesson: LessonSource) -> Iterator[str]:
    """At most five lines in sight, and nothing that only programmers write."""
    for cell in [*lesson.code, *(c for c in lesson.exercise.cells if c.cell_type == "code")]:
        lines = [line for line in _unsolved(cell.source).splitlines() if line.strip()]
        if len(lines) > MAX_LINES:
            yield f"{len(lines)} lines of code in sight: {lines[0]}"
        for line in lines:
            if PROGRAMMING.match(line) and not ALLOWED_WIDE.fullmatch(line):
                yield f"code for programmers: {line}"


def _unsolved(source: str) -> str:
    """A cell as the trainee gets it."""
    return re.sub(r"### BEGIN SOLUTION.*?### END SOLUTION", "", source, flags=re.DOTALL)


def folds(lesson: LessonSource) -> Iterator[str]:
    """Questions unfold; two or three ask for a reason."""
    found = re.findall(r"<summary>(.*?)</summary>", lesson.prose)
    if not lesson.prose.count("<details>") == lesson.prose.count("</details>") == len(found):
        yield "a fold is not closed, or has no summary"
    asked = [fold for fold in found if not fold.startswith("Lihat jawaban")]
    if len(asked) not in REASONS:
        yield f"{len(asked)} self-explanations; two or three are right"
    if not any(fold.startswith("Mengapa") for fold in asked):
        yield "no fold asks Mengapa"
    if found.count("Lihat jawaban") < 4:
        yield "fewer than four questions before and after the lesson"


def markdown(lesson: LessonSource) -> Iterator[str]:
    """JupyterLab without extensions shows it all, and a picture says what it shows."""
    yield from (f"not plain Markdown: {m[0]}" for m in DIRECTIVE.finditer(lesson.prose))
    yield from ("a picture has no alt text" for _ in IMAGE.finditer(lesson.prose))
    if not any(line.startswith("gambar") for c in lesson.code for line in c.source.splitlines()):
        yield "there is no picture"


def worksheet(lesson: LessonSource) -> Iterator[str]:
    """She fills a sheet with her own numbers and takes it home."""
    sheet = load_unit(lesson.unit.assignment).sheet
    if sheet is None:
        yield "the unit has no worksheet"
        return
    lines = [line for cell in lesson.code for line in cell.source.splitlines()]
    if not any(line.startswith("bawa_pulang(") for line in lines):
        yield "no cell calls bawa_pulang()"
    hers = [line for line in sheet.lines if not line.formula]
    for line in hers:
        blank = f"{line.name} = " if line.unit == TEXT_UNIT else f"{line.name} = ..."
        if not any(written.startswith(blank) for written in lines):
            yield f"the worksheet's {line.name} has no blank in the lesson"
    if clash := {line.name for line in hers} & set(lesson.gaps):
        yield f"the worksheet overwrites answers: {', '.join(sorted(clash))}"


def reading(lesson: LessonSource) -> Iterator[str]:
    """Short sentences and plain words."""
    yield from hard_to_read(lesson.prose, [term.term for term in lesson.catalog.terms.values()])


def figures(lesson: LessonSource) -> Iterator[str]:
    """What the law says comes from the table of rules."""
    exercise = "\n\n".join(c.source for c in lesson.exercise.cells if c.cell_type == "markdown")
    yield from typed_in_prose(lesson.raw_prose)
    yield from typed_in_prose(exercise)
    yield from unsourced(lesson.raw_prose)
    for cell in lesson.code:
        yield from typed_in_code(cell.source)
    for package in ("latihan.units", "graders.checks"):
        module = find_spec(f"{package}.{lesson.unit.assignment}")
        if module and module.origin:
            yield from typed_in_code(Path(module.origin).read_text(encoding="utf-8"))


def catalogue(lesson: LessonSource) -> Iterator[str]:
    """The catalogue knows the same mistakes and questions as the unit's module."""
    unit = load_unit(lesson.unit.assignment)
    known = [mistake.id for question in unit.questions for mistake in question.mistakes]
    if list(lesson.unit.misconceptions) != known:
        differ = sorted(set(lesson.unit.misconceptions) ^ set(known))
        yield f"the catalogue's misconceptions are not the unit's, in order: {', '.join(differ)}"
    if [question.name for question in unit.questions] != list(lesson.unit.points):
        yield "the catalogue's points are not for the unit's questions, in order"
    if (unit.id, unit.title) != (lesson.unit.id, lesson.unit.title.id):
        yield f"the unit calls itself {unit.id}, {unit.title}"


def answers(lesson: LessonSource) -> Iterator[str]:
    """The author's answers are what `usaha` calculates for the open sample shop."""
    unit = load_unit(lesson.unit.assignment)
    given = draw(unit, SAMPLE_SEED).given
    solved = run_solution(lesson.exercise, unit, given)
    values = Values.of(given)
    for question in unit.questions:
        value = question.read(to_plain(solved.get(question.name)))
        right = evaluate(question.reference, values) if question.reference else None
        if right is None:
            yield f"{question.name} has no reference for the sample shop"
        elif value is None or not question.same(value, right):
            yield f"{question.name} is {value} by the solution, {right} by the reference"
        values[question.name] = value


def links(lesson: LessonSource) -> Iterator[str]:
    """Each link leads to a tool or to the open web."""
    yield from dead_links(lesson.prose, lesson.catalog)


Check = Callable[[LessonSource], Iterator[str]]
CHECKS: tuple[Check, ...] = (
    opening,
    sections,
    practice,
    terms,
    code,
    folds,
    markdown,
    worksheet,
    reading,
    figures,
    catalogue,
    answers,
    links,
)


def shortcomings(lesson: LessonSource) -> list[str]:
    """Runs every check on a lesson; an empty list is a sound one."""
    return [f"{check.__name__}: {found}" for check in CHECKS for found in check(lesson)]
