"""The watcher on a real course: what comes in is graded and answered with nobody touching anything."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graders.queue import Queue, Request
from graders.watch import Watcher
from tests.graders.conftest import ASSIGNMENT, Classroom


@pytest.fixture
def told() -> list[str]:
    """What the operator's log gets."""
    return []


@pytest.fixture
def watcher(classroom: Classroom, told: list[str]) -> Iterator[Watcher]:
    """Watches the classroom; a mentor's scores are passed on at once."""
    watcher = Watcher(classroom.course, say=told.append, calm=0)
    yield watcher
    watcher.close()


def _pages(classroom: Classroom, user: str) -> list[Path]:
    return list((classroom.course.exchange / "lapak/feedback" / user).glob("*.html"))


def test_a_submission_is_graded_and_answered(
    classroom: Classroom, watcher: Watcher, told: list[str]
) -> None:
    """Score in the gradebook and page in her folder after one look; a second look does nothing."""
    kept: list[tuple[str, list[str]]] = []
    watcher.keep = lambda *graded: kept.append(graded)
    classroom.submit_solution("ani")
    watcher.look()
    assert kept == [(ASSIGNMENT, ["ani"])]
    assert told == [line for line in told if line.startswith(f"penilai: {ASSIGNMENT} ani: 16 dari")]
    [page] = _pages(classroom, "ani")
    text = page.read_text()
    assert "16 dari 20" in text
    assert "menunggu pendamping" in text
    before = page.stat().st_mtime_ns
    watcher.look()
    assert len(told) == 1
    assert page.stat().st_mtime_ns == before


def test_a_half_written_submission_waits(classroom: Classroom, watcher: Watcher) -> None:
    """nbgrader writes the secret last; until then the submission is not there yet."""
    folder = classroom.submit_solution("ani")
    secret = folder / "submission_secret.txt"
    text = secret.read_text()
    secret.unlink()
    watcher.look()
    assert _pages(classroom, "ani") == []
    secret.write_text(text)
    watcher.look()
    assert len(_pages(classroom, "ani")) == 1


def test_a_broken_one_leaves_the_other_alone(
    classroom: Classroom, watcher: Watcher, told: list[str]
) -> None:
    """It is told once, not at every look."""
    broken = classroom.submit_solution("ani")
    next(broken.glob("*.ipynb")).write_text("bukan notebook")
    classroom.submit_solution("budi")
    watcher.look()
    watcher.look()
    assert len([line for line in told if " ani: GAGAL" in line]) == 1
    assert _pages(classroom, "ani") == []
    assert len(_pages(classroom, "budi")) == 1


def test_a_second_try_replaces_the_first(classroom: Classroom, watcher: Watcher) -> None:
    """The newest submission counts."""
    first = classroom.submit_solution("ani", biaya_bahan="biaya_bahan = ...")
    earlier = first.rename(first.with_name(first.name.replace(" 10:", " 09:")))
    (earlier / "timestamp.txt").write_text("2026-11-23 09:00:00.000000 UTC")
    watcher.look()
    assert classroom.score("ani", "biaya_bahan") == 0.0
    recipe = replace(watcher.coordinator.recipe, turns=1)
    kept = watcher.bench.of(recipe).warm
    classroom.submit_solution("ani")
    watcher.look()
    assert watcher.bench.of(recipe).warm is kept  # a new one would cost seconds
    assert classroom.score("ani", "biaya_bahan") == 1.0
    assert "16 dari 20" in _pages(classroom, "ani")[0].read_text()


def test_feedback_can_be_left_to_the_mentor(classroom: Classroom, watcher: Watcher) -> None:
    """Then only the scores are made."""
    classroom.submit_solution("ani")
    watcher.feedback = False
    watcher.look()
    assert classroom.score("ani", "biaya_bahan") == 1.0
    assert _pages(classroom, "ani") == []


def test_a_button_is_answered(classroom: Classroom, watcher: Watcher) -> None:
    """Formgrader's request: graded anew, or a sentence that says why not."""
    classroom.submit_solution("ani")
    watcher.look()
    queue = Queue(classroom.course.root)
    again = queue.ask(Request(deed="grade", assignment=ASSIGNMENT, student="ani"))
    nobody = queue.ask(Request(deed="grade", assignment=ASSIGNMENT, student="tidak-ada"))
    unknown = queue.ask(Request(deed="grade", assignment="lain", student="ani"))
    watcher.look()
    answer = queue.take_answer(again)
    assert answer is not None
    assert answer.success
    for ticket in (nobody, unknown):
        answer = queue.take_answer(ticket)
        assert answer is not None
        assert not answer.success
        assert answer.error
    assert queue.waiting() == []


def test_a_mentors_score_reaches_her_page(classroom: Classroom, watcher: Watcher) -> None:
    """By itself, once the mentor has stopped typing."""
    from nbgrader.api import Gradebook

    classroom.submit_solution("ani")
    watcher.look()
    with Gradebook(classroom.course.db_url, "lapak") as book:
        grade = book.find_grade("alasan_harga", "03_hpp", ASSIGNMENT, "ani")
        grade.manual_score, grade.needs_manual_grade = 3.0, False
        book.db.commit()
    Queue(classroom.course.root).ask(Request(deed="feedback", assignment=ASSIGNMENT, student="ani"))
    watcher.look()
    [page] = _pages(classroom, "ani")
    assert "19 dari 20" in page.read_text()


def test_what_a_mentor_wrote_just_before_a_stop_is_passed_on_after_it(
    classroom: Classroom, watcher: Watcher, told: list[str]
) -> None:
    """The school closes while it is still waited for whether she types on; then once, and no more."""
    watcher.calm = 3600
    classroom.submit_solution("ani")
    watcher.look()
    queue = Queue(classroom.course.root)
    for _ in range(2):
        queue.ask(Request(deed="feedback", assignment=ASSIGNMENT, student="ani"))
        watcher.look()
    watcher.close()
    [page] = _pages(classroom, "ani")
    page.unlink()
    morning = Watcher(classroom.course, say=told.append, calm=0)
    morning.look()
    assert _pages(classroom, "ani") == [page]
    assert queue.waiting() == []
    page.unlink()
    morning.look()
    assert _pages(classroom, "ani") == []
    morning.close()


def test_typing_is_waited_for(classroom: Classroom, watcher: Watcher) -> None:
    """A page that changes with each key would help nobody."""
    watcher.calm = 3600
    classroom.submit_solution("ani")
    watcher.look()
    [page] = _pages(classroom, "ani")
    before = page.stat().st_mtime_ns
    Queue(classroom.course.root).ask(Request(deed="feedback", assignment=ASSIGNMENT, student="ani"))
    watcher.look()
    assert page.stat().st_mtime_ns == before


def test_it_goes_on_after_a_failure(
    classroom: Classroom, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One bad look is told, and the next one works."""
    watcher = Watcher(classroom.course, say=told.append)
    real: Callable[[], None] = watcher.look
    looks = iter([True, False])
    stop = threading.Event()

    def look() -> None:
        if next(looks):
            raise OSError("disk penuh")
        real()
        stop.set()

    classroom.submit_solution("ani")
    monkeypatch.setattr(watcher, "look", look)
    watcher.run(stop, pause=0.01)
    assert told[0] == "penilai: OSError: disk penuh"
    assert len(_pages(classroom, "ani")) == 1
