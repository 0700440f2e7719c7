"""Scores go into the gradebook and judgements come out of it, one submission at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from academy.progress import reviewing, store
from academy.progress.store import Progress
from graders.coordinator import prepare_nbgrader
from graders.gradebook import OpenGradebook


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenGradebook]:
    """A gradebook with one submission: two answers of the machine's, one of the mentor's."""
    prepare_nbgrader()
    made = OpenGradebook(f"sqlite:///{tmp_path_factory.mktemp('book') / 'gradebook.db'}", "lapak")
    with made.transaction():
        made.update_or_create_assignment("hpp")
        made.update_or_create_notebook("03", "hpp")
        for name in ("bahan", "harga", "alasan"):
            made.update_or_create_grade_cell(name, "03", "hpp", max_score=4, cell_type="code")
        made.update_or_create_solution_cell("jawab_bahan", "03", "hpp")
        made.update_or_create_student("tosari")
        made.update_or_create_submission("hpp", "tosari")
        for grade in made.find_submission("hpp", "tosari").notebooks[0].grades:
            grade.auto_score, grade.needs_manual_grade = 1.0, grade.name == "alasan"
    yield made
    made.close()


def _grades(book: OpenGradebook) -> dict[str, float]:
    with book.transaction():
        notebook = book.find_submission("hpp", "tosari").notebooks[0]
        return {grade.name: float(grade.auto_score) for grade in notebook.grades}


def test_only_the_named_answers_change(book: OpenGradebook) -> None:
    """What the machine did not judge stays; who has not submitted is no fault."""
    with book.transaction():
        reviewing.set_scores(book, "hpp", "tosari", {"bahan": (4.0, 4.0, "benar")})
        reviewing.set_scores(book, "hpp", "lumiga", {"bahan": (4.0, 4.0, "benar")})
    assert _grades(book) == {"bahan": 4.0, "harga": 1.0, "alasan": 1.0}


def test_what_waits_and_what_was_written_is_read(book: OpenGradebook, progress: Progress) -> None:
    """A comment on an answer of the machine's too; reading again replaces what was read."""
    with book.transaction():
        comment = book.find_submission("hpp", "tosari").notebooks[0].comments[0]
        comment.manual_comment = "  Rapi. "
    for _ in range(2):
        with book.transaction(), progress.writing() as session:
            reviewing.read(book, session, "hpp", "tosari")
    with progress.reading() as session:
        found = {one.cell: one for one in store.reviews(session, ["tosari"])}
    assert sorted(found) == ["alasan", "jawab_bahan"]
    assert (found["alasan"].points, found["alasan"].score) == (4.0, None)
    assert (found["jawab_bahan"].points, found["jawab_bahan"].comment) == (0.0, "Rapi.")
