"""What a gradebook has to get, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from academy.lti.models import LtiLine
from academy.lti.scores import Scores
from academy.people.store import Store, find
from academy.progress.store import Progress
from deployment.local.campus import Campus

from .conftest import hand_in, judge

NOON = datetime(2026, 11, 7, 5, tzinfo=UTC)


def test_the_best_score_waits(scores: Scores, progress: Progress, tosari: str) -> None:
    """Before a try there is nothing; then her best, once; a worse try later says nothing new."""
    assert scores.gather() == 0
    hand_in(progress, tosari, 12)
    assert scores.gather() == 1
    (found,) = scores.waiting()
    assert (found.subject, found.percent, found.is_final) == ("17", 60.0, False)
    assert scores.gather() == 0
    hand_in(progress, tosari, 4, 2)
    assert scores.gather() == 0
    scores.done(found)
    assert scores.waiting() == []


def test_a_newer_score_takes_the_place_of_an_older(
    scores: Scores, progress: Progress, tosari: str
) -> None:
    """It is newer in the platform's eyes too, however the clock goes; what was sent before is not it."""
    hand_in(progress, tosari, 4)
    scores.gather(NOON)
    (older,) = scores.waiting()
    hand_in(progress, tosari, 16, 2)
    scores.gather(NOON - timedelta(hours=1))
    scores.done(older)
    (newer,) = scores.waiting()
    assert (older.percent, newer.percent) == (20.0, 80.0)
    assert newer.since > older.since == NOON
    judge(progress, tosari, 4)
    scores.gather(NOON)
    (judged,) = scores.waiting()
    assert (judged.percent, judged.is_final) == (100.0, True)


def test_what_was_judged_stays_until_it_is_judged_anew(
    scores: Scores, progress: Progress, tosari: str
) -> None:
    """She hands in again, and her mentor has not read it yet: the platform keeps what it has."""
    hand_in(progress, tosari, 12)
    judge(progress, tosari, 2)
    assert scores.gather() == 1
    judge(progress, tosari, None)
    assert scores.gather() == 0
    judge(progress, tosari, 4)
    assert scores.gather() == 1
    assert [score.percent for score in scores.waiting()] == [80.0]


def test_nothing_goes_before_she_agrees(
    scores: Scores, store: Store, progress: Progress, tosari: str
) -> None:
    """She is asked at her first launch; once she has agreed, what she did before goes too."""
    with store.writing() as session:
        find(session, tosari).consent_day = None
    hand_in(progress, tosari, 12)
    assert scores.gather() == 0
    with store.writing() as session:
        find(session, tosari).consent_day = NOON.date()
    assert scores.gather() == 1


def test_another_platforms_people_are_left_alone(
    scores: Scores, store: Store, progress: Progress, tosari: str, campus: Campus
) -> None:
    """Her scores are not for whoever is set now."""
    hand_in(progress, tosari, 12)
    other = replace(campus, issuer="https://lain.example")
    strange = Scores(store, progress, scores.catalog, other.issuer)
    assert (strange.gather(), strange.waiting()) == (0, [])
    scores.gather()
    assert strange.waiting() == []


def test_who_was_erased_meanwhile(
    scores: Scores, store: Store, progress: Progress, tosari: str
) -> None:
    """Her line is gone: there is nothing to note."""
    hand_in(progress, tosari, 12)
    scores.gather()
    (found,) = scores.waiting()
    with store.writing() as session:
        session.delete(session.get(LtiLine, found.line))
    scores.done(found)
    assert scores.waiting() == []
