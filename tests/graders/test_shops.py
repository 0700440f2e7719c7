"""A new shop for each try: issued by the school, in force when it was, judged with what was recorded."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graders import shops
from graders.variants import issue
from graders.watch import Watcher
from latihan.unit import Values
from latihan.values import evaluate
from latihan.variants import draw, load_unit

from .conftest import ASSIGNMENT, Classroom

USER = "ani"
UNIT = load_unit(ASSIGNMENT)


def record_of(variants: Path, user: str = USER) -> shops.Record:
    """What was issued to somebody."""
    found = shops.read(shops.path_of(variants, user, ASSIGNMENT))
    assert found is not None
    return found


@pytest.fixture
def variants(tmp_path: Path) -> Path:
    """A first shop, issued."""
    issue(tmp_path / "v", tmp_path / "salt", "lapak", USER, UNIT.id, ASSIGNMENT)
    return tmp_path / "v"


def following(variants: Path) -> bool:
    """Asks for the next shop."""
    return shops.issue_next(variants, variants.parent / "salt", "lapak", USER, ASSIGNMENT)


def test_the_next_shop_comes_after_a_judgement(variants: Path) -> None:
    """Not before: nobody draws until the numbers please her. The first one stays in the record."""
    first = record_of(variants)
    assert not following(variants)
    shops.mark_judged(variants, USER, ASSIGNMENT, 1)
    assert following(variants)
    second = record_of(variants)
    assert (second.attempt, second.judged) == (2, False)
    assert second.seed != first.seed
    assert [shop.seed for shop in second.shops] == [first.seed, second.seed]
    assert not following(variants)
    shops.mark_judged(variants, USER, ASSIGNMENT, 1)  # the first one, graded anew
    assert not following(variants)


def test_which_shop_was_in_force(variants: Path) -> None:
    """What was handed in before the next was issued is for the one before."""
    shops.mark_judged(variants, USER, ASSIGNMENT, 1)
    following(variants)
    record, minute = record_of(variants), timedelta(minutes=1)
    assert record.since is not None
    assert [record.at(record.since + way * minute).attempt for way in (-1, 1)] == [1, 2]


def test_a_note_of_her_own_is_replaced(variants: Path, tmp_path: Path) -> None:
    """A submission that brings its own record gets the school's, or none."""
    folder = tmp_path / "collected"
    folder.mkdir()
    (folder / shops.BESIDE).write_text(json.dumps({"attempt": 9, "seed": "mine"}))
    shops.note_beside(folder, record_of(variants), datetime.now(UTC))
    assert shops.beside(folder)["seed"] == record_of(variants).seed
    shops.note_beside(folder, None, datetime.now(UTC))
    assert shops.beside(folder) == {}


def test_requests_are_taken_once(tmp_path: Path) -> None:
    """A name that cannot be removed is passed over."""
    (tmp_path / f"{shops.ASKED}{ASSIGNMENT}").touch()
    (tmp_path / f"{shops.ASKED}folder").mkdir()
    assert shops.take_requests(tmp_path) == [ASSIGNMENT]
    assert shops.take_requests(tmp_path) == []


# ---- a real course -----------------------------------------------------------------------------
def typed(record: shops.Shop) -> dict[str, str]:
    """The right answers to the first question as somebody types them: a number of that shop."""
    from graders.checks import load_key

    key = load_key(ASSIGNMENT)
    assert key is not None
    check = key.checks[0]
    right = evaluate(check.correct, Values.of(draw(UNIT, record.seed).given))
    return {check.name: f"{check.name} = {right}"}


def judged(classroom: Classroom, user: str = USER) -> None:
    """What the keeper of tries does once feedback is out."""
    beside = shops.beside(classroom.course.root / "autograded" / user / ASSIGNMENT)
    shops.mark_judged(classroom.course.variants, user, ASSIGNMENT, beside["attempt"])


def earlier(submission: Path) -> None:
    """Make a submission older by its name and its time."""
    moved = submission.rename(submission.with_name(submission.name.replace(" 10:", " 09:")))
    (moved / "timestamp.txt").write_text("2026-11-23 09:00:00.000000 UTC")


def test_two_tries_in_a_course(classroom: Classroom) -> None:
    """Asked for by a file in her inbound folder; each submission is judged with the shop it is for."""
    course = classroom.course
    watcher = Watcher(
        course, say=lambda _: None, keep=lambda _a, names: [judged(classroom, n) for n in names]
    )
    earlier(classroom.submit_solution(USER))
    answer = typed(record_of(course.variants))
    [name] = answer
    watcher.look()
    inbound = course.exchange / "lapak" / "inbound" / USER
    (inbound / f"{shops.ASKED}{ASSIGNMENT}").touch()
    watcher.look()
    second = record_of(course.variants)
    assert second.attempt == 2

    classroom.submit_solution(USER, **answer)  # typed for the shop that she had before
    watcher.look()
    watcher.close()
    assert shops.beside(course.root / "autograded" / USER / ASSIGNMENT)["attempt"] == 2
    assert classroom.score(USER, name) == 0
    assert "toko Anda yang lama" in classroom.hint(USER, name)
    assert classroom.score(USER, UNIT.questions[1].name) > 0  # formulas go on with the new numbers

    shops.mark_judged(course.variants, USER, ASSIGNMENT, 2)
    assert shops.issue_next(course.variants, course.salt, "lapak", USER, ASSIGNMENT)
    # A third shop is in force by now.
    again = classroom.runner.grade(ASSIGNMENT, [USER], force=True)
    assert again[0].error == ""
    assert shops.beside(course.root / "autograded" / USER / ASSIGNMENT)["seed"] == second.seed
    assert "toko Anda yang lama" in classroom.hint(USER, name)


def test_what_was_sent_before_is_for_the_shop_before(classroom: Classroom) -> None:
    """Collected only after the next shop was issued; nbgrader's own program judges it so too."""
    course = classroom.course
    first_file = (course.variants, course.salt, "lapak", USER, UNIT.id, ASSIGNMENT)
    issue(*first_file)
    first = record_of(course.variants)
    answer = typed(first)
    [name] = answer
    submission = classroom.submit_solution(USER, **answer)
    # A time that she may set does not matter.
    os.utime(submission / "submission_secret.txt", (4e9, 4e9))
    shops.mark_judged(course.variants, USER, ASSIGNMENT, 1)
    assert shops.issue_next(course.variants, course.salt, "lapak", USER, ASSIGNMENT)
    classroom.runner.collect(ASSIGNMENT)
    result = classroom.runner.api.autograde(ASSIGNMENT, USER)
    assert result["success"], result["log"]
    assert classroom.hint(USER, name) == "Benar."
    assert shops.beside(course.root / "submitted" / USER / ASSIGNMENT)["seed"] == first.seed


def test_a_name_given_later_is_no_earlier_submission(classroom: Classroom) -> None:
    """Laid ready under another name, and handed in once the next shop was there: it is for that one."""
    course = classroom.course
    issue(course.variants, course.salt, "lapak", USER, UNIT.id, ASSIGNMENT)
    submission = classroom.submit_solution(USER)
    ready = submission.rename(submission.with_name("simpanan"))
    shops.mark_judged(course.variants, USER, ASSIGNMENT, 1)
    assert shops.issue_next(course.variants, course.salt, "lapak", USER, ASSIGNMENT)
    ready.rename(submission)
    classroom.runner.collect(ASSIGNMENT)
    assert shops.beside(course.root / "submitted" / USER / ASSIGNMENT)["attempt"] == 2
