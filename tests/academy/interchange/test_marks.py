"""Grades agree with nbgrader's own gradebook, there and back."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from academy.catalog import Catalog
from academy.interchange.marks import marks_of
from academy.interchange.sheets import marks_csv, moodle_csv
from academy.progress import reviewing
from academy.progress.store import Progress
from graders.coordinator import prepare_nbgrader
from graders.gradebook import OpenGradebook

from .crowd import BEFORE, UNIT, attempt, person

PEOPLE = {"ani": (0.4, 2.0), "budi": (1.0, None), "cici": (0.75, 4.0)}  # machine's part, mentor's


@pytest.fixture
def book(tmp_path: Path, catalog: Catalog) -> Iterator[OpenGradebook]:
    """A gradebook in which three people have handed in a unit that a mentor judges too."""
    prepare_nbgrader()
    unit = catalog.unit(UNIT)
    assert unit.rubric
    made = OpenGradebook(f"sqlite:///{tmp_path / 'gradebook.db'}", "lapak")
    with made.transaction():
        made.update_or_create_assignment(UNIT)
        made.update_or_create_notebook("03_hpp", UNIT)
        for name, points in {**unit.points, **unit.rubric}.items():
            kind = "markdown" if name in unit.rubric else "code"
            made.update_or_create_grade_cell(name, "03_hpp", UNIT, max_score=points, cell_type=kind)
        for name in PEOPLE:
            made.update_or_create_student(name)
            made.update_or_create_submission(UNIT, name)
    yield made
    made.close()


def test_the_same_as_the_gradebook(
    book: OpenGradebook, progress: Progress, catalog: Catalog
) -> None:
    """Best try and judgements go into the gradebook; its score of the maximum is what is written."""
    rubric = catalog.unit(UNIT).rubric
    for name, (part, given) in PEOPLE.items():
        with progress.writing() as session, book.transaction():
            tries = [
                attempt(name, UNIT, part / 2, catalog, 1),
                attempt(name, UNIT, part, catalog, 2),
            ]
            session.add_all(tries)
            reviewing.set_scores(book, UNIT, name, tries[1].answers)
            for grade in book.find_submission(UNIT, name).notebooks[0].grades:
                if grade.name in rubric:
                    grade.manual_score = given and given * grade.max_score / 4
                    grade.needs_manual_grade = given is None
            book.db.flush()
            reviewing.read(book, session, UNIT, name)
    with book.transaction():
        handed_in = {name: book.find_submission(UNIT, name) for name in PEOPLE}
        expected = {name: 100 * one.score / one.max_score for name, one in handed_in.items()}
    people = [person(name, email=f"{name}@contoh.id") for name in PEOPLE]
    with progress.reading() as session:
        marks = marks_of(catalog, people, session)
    assert {one.user_name: one.percents[UNIT] for one in marks.lines} == pytest.approx(
        expected, abs=0.006
    )
    assert [one.mastered for one in marks.lines] == [0, 1, 1]
    ours = list(csv.DictReader(StringIO(marks_csv(marks).decode("utf-8-sig"))))
    theirs = list(csv.DictReader(StringIO(moodle_csv(marks).decode())))
    for rows, key in ((ours, "Nama pengguna"), (theirs, "Username")):
        back = {row[key]: float(row[UNIT]) for row in rows}
        assert back == pytest.approx(expected, abs=0.006)


def test_what_counts(progress: Progress, catalog: Catalog) -> None:
    """A test its first try; nothing after the cohort's last day, nothing for an old shop."""
    old = attempt("ani", UNIT, 1.0, catalog, 3)
    old.counts = False
    with progress.writing() as session:
        session.add_all(
            [attempt("ani", BEFORE, 0.5, catalog), attempt("ani", BEFORE, 1, catalog, 2)]
        )
        session.add_all([attempt("ani", UNIT, 0.5, catalog, 2), old])
        session.add(attempt("budi", UNIT, 1.0, catalog, days=100))
    with progress.reading() as session:
        ani, budi = marks_of(catalog, [person("ani"), person("budi", group="")], session).lines
    unit = catalog.unit(UNIT)
    machine, rubric = sum(unit.points.values()), sum(unit.rubric.values())
    assert ani.percents[BEFORE] == 50.0
    assert ani.percents[UNIT] == round(100 * 0.5 * machine / (machine + rubric), 2)
    assert ani.mean == round((50.0 + (ani.percents[UNIT] or 0)) / 2, 2)
    assert (set(budi.percents.values()), budi.mean, budi.mastered, budi.group) == (
        {None},
        None,
        0,
        "",
    )
