"""What every lesson owes its reader, checked over the whole catalogue."""

from __future__ import annotations

import re

from academy.notebooks import tags_of
from latihan.variants import load_unit
from tests.curriculum.conftest import Lesson

OPENING = ("**Yang Anda kerjakan.**", "**Yang Anda bisa sesudahnya.**", "**Yang Anda perlukan.**")
SECTIONS = (
    "## Ingat dulu",
    "## Patokan yang diingat",
    "## Lembar kerja",
    "## Uji diri",
    "## Kamus",
)
MAX_LINES = 5
MAX_WORDS = 20
MAX_TERMS = 3
ALLOWED_WIDE = frozenset({"from latihan import *", "from latihan.pictures import *"})


def sentences(prose: str) -> list[str]:
    """Splits prose into sentences, leaving out code, tables, headings and HTML."""
    text = re.sub(r"```.*?```|<!--.*?-->|</?\w+>", "\n", prose, flags=re.DOTALL)
    lines = [line for line in text.splitlines() if not line.startswith(("|", "#"))]
    # A point between digits groups thousands; it ends no sentence.
    return [s for line in lines for s in re.split(r"(?<=[.!?])[\"*)]*\s+", line) if s.strip()]


def test_it_opens_with_what_one_does_learns_and_needs(lesson: Lesson) -> None:
    """A reader knows in the first cell what she is in for, and how long it takes."""
    first = lesson.cells[0].source
    assert first.startswith(f"# {lesson.unit.title.id}\n")
    for part in OPENING:
        assert part in first
    minutes = lesson.unit.minutes
    assert f"pelajaran {minutes.lesson} menit, latihan {minutes.exercise} menit" in first
    assert minutes.lesson < 30 > minutes.exercise


def test_every_section_is_there(lesson: Lesson) -> None:
    """Recall, a rule of thumb, a worksheet, a test of oneself and the terms."""
    for section in SECTIONS:
        assert section in lesson.prose


def test_every_graded_answer_is_practised(lesson: Lesson) -> None:
    """Each answer of the exercise has a gap here, worked before it and answered after it."""
    assert list(lesson.gaps) == list(lesson.unit.points)
    for name, at in lesson.gaps.items():
        assert lesson.cells[at].source == f'{name} = ...\ncek("{name}")'
        assert lesson.formula(name)
    headings = re.findall(r"^### (Contoh|Giliran Anda)", lesson.prose, re.MULTILINE)
    assert headings == ["Contoh", "Giliran Anda"] * (len(headings) // 2)


def test_the_answers_are_right(lesson: Lesson) -> None:
    """`cek` calls each folded answer right in the sample shop."""
    for name, hint in lesson.solved()["hints"].items():
        assert "lapak-benar" in hint, f"{name}: {hint}"


def test_few_terms_before_the_first_gap(lesson: Lesson) -> None:
    """She does something before the fourth new word."""
    first_gap = min(lesson.gaps.values())
    before = "\n".join(c.source for c in lesson.cells[:first_gap] if c.cell_type == "markdown")
    terms = [lesson.catalog.terms[key].term for key in lesson.unit.glossary]
    assert len([t for t in terms if f"**{t}**".lower() in before.lower()]) <= MAX_TERMS


def test_terms_are_bold_where_they_first_appear(lesson: Lesson) -> None:
    """Every listed term is introduced in bold, in the order of the list."""
    places = []
    for key in lesson.unit.glossary:
        mark = f"**{lesson.catalog.terms[key].term}**".lower()
        assert mark in lesson.prose.lower(), f"{mark} is never introduced"
        places.append(lesson.prose.lower().index(mark))
    assert places == sorted(places)


def test_code_is_short_and_plain(lesson: Lesson) -> None:
    """At most five lines in sight, and nothing that only programmers write."""
    for cell in lesson.cells:
        if cell.cell_type == "code":
            lines = [line for line in cell.source.splitlines() if line.strip()]
            assert len(lines) <= MAX_LINES
            for line in set(lines) - ALLOWED_WIDE:
                assert not re.match(r"\s|(for|while|def|import|from|class|with|if)\b", line), line


def test_sentences_are_short(lesson: Lesson) -> None:
    """A sentence that is longer is read twice."""
    for sentence in sentences(lesson.prose):
        assert len(sentence.split()) <= MAX_WORDS, sentence


def test_questions_unfold_and_some_ask_why(lesson: Lesson) -> None:
    """Two questions to recall before, two after, and two or more that ask for a reason."""
    folds = re.findall(r"<summary>(.*?)</summary>", lesson.prose)
    assert lesson.prose.count("<details>") == lesson.prose.count("</details>") == len(folds)
    assert len([fold for fold in folds if fold.startswith("Mengapa")]) >= 2
    assert folds.count("Lihat jawaban") >= 4


def test_lessons_are_plain_markdown(lesson: Lesson) -> None:
    """JupyterLab without extensions shows it all: no MyST directives or roles."""
    assert not re.search(r"^:::|^```\{|\{\w+\}`", lesson.prose, re.MULTILINE)


def test_address_is_formal(lesson: Lesson) -> None:
    """The reader is Anda, throughout."""
    assert not re.search(r"\b(kamu|kau|lo|gue|elo)\b|\b\w+mu\b(?<!kamu)(?<!temu)", lesson.prose)


def test_money_is_written_as_in_the_shop(lesson: Lesson) -> None:
    """`Rp1.250.000`: no space, points between thousands; decimals take a comma."""
    assert not re.search(r"Rp \d|Rp\d{4,}|\d %|\d+,\d{3}\b", lesson.prose)


def test_the_catalogue_knows_the_same_mistakes(lesson: Lesson) -> None:
    """The misconceptions of the catalogue are those that `latihan` recognises, in order."""
    unit = load_unit(lesson.unit.assignment)
    known = [mistake.id for question in unit.questions for mistake in question.mistakes]
    assert list(lesson.unit.misconceptions) == list(dict.fromkeys(known))
    assert [question.name for question in unit.questions] == list(lesson.unit.points)


def test_jupyterlab_only_parts_do_not_hide_gaps(lesson: Lesson) -> None:
    """A phone's reader meets every question, too."""
    for at in lesson.gaps.values():
        assert tags_of(lesson.cells[at]) == {"gap"}


def test_the_lesson_gives_no_solution_of_the_exercise_away(lesson: Lesson) -> None:
    """A folded answer is worked with figures; the formula in names is hers to write."""
    text = "\n".join(cell.source for cell in lesson.cells)
    assert lesson.gaps
    for name in lesson.gaps:
        assert lesson.formula(name) not in text
        assert "**" in lesson.answer(name)
