"""Tests of `graders.runner`: batches, grading again, reasons."""

from __future__ import annotations

import pytest
from nbgrader.api import Gradebook

from graders.runner import Graded
from warmkernel import NoBox

from .conftest import ASSIGNMENT, Classroom


def test_a_mentors_score_survives_grading_again(classroom: Classroom) -> None:
    """What formgrader wrote stays when the machine grades once more."""
    classroom.submit_solution("ani")
    classroom.grade()
    with Gradebook(classroom.course.db_url, "lapak") as book:
        grade = book.find_grade("alasan_harga", "03_hpp", ASSIGNMENT, "ani")
        grade.manual_score, grade.needs_manual_grade = 3, False
        book.db.commit()
    assert classroom.grade()["ani"].score == 19


def test_progress_is_told_one_by_one(classroom: Classroom) -> None:
    """The caller hears of each submission when it is done."""
    for user in ("ani", "budi"):
        classroom.submit(user)
    classroom.runner.collect(ASSIGNMENT)
    told: list[Graded] = []
    classroom.runner.grade(ASSIGNMENT, ["ani", "budi"], force=True, on_done=told.append)
    assert [graded.student for graded in told] == ["ani", "budi"]
    assert all(graded.seconds > 0 for graded in told)


def test_a_submission_without_a_shop_is_reported(classroom: Classroom) -> None:
    """Nobody is graded on a guess; the reason is said."""
    classroom.submit_solution("ani")
    (classroom.course.variants / "ani" / f"{ASSIGNMENT}.json").unlink()
    assert "no shop was issued" in classroom.grade()["ani"].error


def test_without_a_box_nothing_is_graded(
    classroom: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal comes before anything runs."""
    classroom.submit_solution("ani")
    classroom.runner.collect(ASSIGNMENT)

    def refuse(**options: bool) -> None:
        raise NoBox("none")

    monkeypatch.setattr("graders.bench.find_box", refuse)
    with pytest.raises(NoBox):
        classroom.runner.grade(ASSIGNMENT, ["ani"])
    assert not (classroom.course.root / "autograded").exists()
