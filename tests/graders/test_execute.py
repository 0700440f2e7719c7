"""Tests of `graders.execute`: `nbgrader autograde` itself grades a course of ours, in the box."""

from __future__ import annotations

import pytest
from nbgrader.api import Gradebook

from .conftest import ASSIGNMENT, Classroom


@pytest.fixture
def autograded(classroom: Classroom) -> Classroom:
    """Two submissions, collected; what grades them is nbgrader's own program."""
    classroom.submit_solution("ani", hasil_baik="hasil_baik = 0,5")
    classroom.submit("budi")
    classroom.runner.collect(ASSIGNMENT)
    return classroom


def score(classroom: Classroom, user: str) -> float:
    """Returns what the gradebook holds."""
    with Gradebook(classroom.course.db_url, "lapak") as book:
        return float(book.find_submission(ASSIGNMENT, user).score)


def test_nbgraders_own_way_gives_the_same(autograded: Classroom) -> None:
    """Formgrader's button and `nbgrader autograde` give what `lapak grade` gives: scores and hints."""
    for user in ("ani", "budi"):
        result = autograded.runner.api.autograde(ASSIGNMENT, user)
        assert result["success"], result["log"]
    stock = {
        user: (score(autograded, user), autograded.autograded(user)) for user in ("ani", "budi")
    }
    again = autograded.grade()
    for user, (points, notebook) in stock.items():
        assert again[user].score == points
        assert [c.get("outputs") for c in autograded.autograded(user).cells] == [
            c.get("outputs") for c in notebook.cells
        ]
    assert stock["ani"][0] == 7  # what follows from a pair cannot be calculated
    assert stock["budi"][0] == 0
    assert "Tanda koma" in autograded.hint("ani", "hasil_baik")


def test_without_a_shop_nothing_is_graded(autograded: Classroom) -> None:
    """Nobody is graded on a guess; the reason is said."""
    (autograded.course.variants / "ani" / f"{ASSIGNMENT}.json").unlink()
    result = autograded.runner.api.autograde(ASSIGNMENT, "ani")
    assert not result["success"]
    assert "no shop was issued to ani" in result["log"]
