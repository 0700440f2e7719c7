"""Sending to a platform written by others: with a token that it gave for our key."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from academy.lti.gradebook import Answer, Gradebook
from academy.lti.scores import Score
from academy.retrying import Unreachable
from deployment.local.campus import Campus
from deployment.local.school import School
from tests.campus import Platform, new_keys

from .conftest import LINE

NOON = datetime(2026, 11, 7, 5, 0, 0, 123000, tzinfo=UTC)
NAME = LINE.partition("/")[2]


@pytest.fixture
def score(platform: Platform) -> Score:
    """One that is new."""
    platform.grades.clear()
    platform.received.clear()
    return Score(1, f"{platform.address}/{LINE}", "17", 82.5, True, NOON)


def test_a_score_arrives(gradebook: Gradebook, platform: Platform, score: Score) -> None:
    """As the standard writes it, with the time of sending."""
    before = datetime.now(UTC)
    assert gradebook.put(score) is Answer.TAKEN
    sent = platform.grades[NAME, "17"]
    assert sent == {
        "scoreGiven": 82.5,
        "scoreMaximum": 100,
        "activityProgress": "Completed",
        "gradingProgress": "FullyGraded",
        "timestamp": sent["timestamp"],
        "userId": "17",
    }
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", sent["timestamp"])
    moment = datetime.fromisoformat(sent["timestamp"])
    assert before - timedelta(seconds=1) < moment <= datetime.now(UTC)
    assert gradebook.put(replace(score, percent=90.0, is_final=False)) is Answer.TAKEN
    assert platform.grades[NAME, "17"]["gradingProgress"] == "PendingManual"


def test_a_clock_that_is_ahead(gradebook: Gradebook, platform: Platform, score: Score) -> None:
    """The platform took the last score tomorrow: it says that it has a newer one."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    platform.grades[NAME, "17"] = {"timestamp": tomorrow.isoformat(timespec="milliseconds")}
    assert gradebook.put(score) is Answer.OLDER


def test_an_address_may_have_a_query(
    gradebook: Gradebook, platform: Platform, score: Score
) -> None:
    """Moodle's have one."""
    address = f"{platform.address}/{LINE}?type_id=3"
    assert gradebook.put(replace(score, address=address)) is Answer.TAKEN
    platform.answers[NAME] = 404
    assert gradebook.put(replace(score, address=address)) is Answer.REFUSED


def test_what_a_platform_says(gradebook: Gradebook, platform: Platform, score: Score) -> None:
    """About a score, for good or for now; about itself."""
    for code, answer in ((404, Answer.REFUSED), (422, Answer.REFUSED), (403, Answer.LATER)):
        platform.answers[NAME] = code
        assert gradebook.put(score) is answer
    for code in (401, 429, 500):
        platform.answers[NAME] = code
        with pytest.raises(Unreachable, match=str(code)):
            gradebook.put(score)
    platform.answers.clear()
    assert gradebook.put(score) is Answer.TAKEN


def test_a_page_is_no_yes(gradebook: Gradebook, platform: Platform, score: Score) -> None:
    """Neither one for people, of a proxy that asks for patience, nor the way to another address."""
    platform.kind, platform.answers[NAME] = "text/html", 200
    with pytest.raises(Unreachable, match="NotAnAnswer"):
        gradebook.put(score)
    platform.kind, platform.answers[NAME] = "text/plain", 302
    with pytest.raises(Unreachable, match="NotAnAnswer"):
        gradebook.put(score)
    platform.answers.clear()
    assert gradebook.put(score) is Answer.TAKEN


def test_a_platform_that_is_down(gradebook: Gradebook, platform: Platform, score: Score) -> None:
    """Or that is nowhere."""
    platform.is_down = True
    with pytest.raises(Unreachable, match="503"):
        gradebook.put(score)
    platform.is_down = False
    assert gradebook.put(score) is Answer.TAKEN
    with pytest.raises(Unreachable, match="ConnectionError"):
        gradebook.put(replace(score, address="http://127.0.0.1:9/lines/1"))


def test_the_platform_knows_our_key_only(
    gradebook: Gradebook, platform: Platform, score: Score, campus: Campus, school_apart: School
) -> None:
    """What another key signs gets no token, though it names ours."""
    mine = gradebook.connector._registration
    name, (forged, _) = mine.get_kid(), new_keys()
    mine.set_tool_private_key(forged)
    assert mine.get_kid() == name
    with pytest.raises(Unreachable):
        gradebook.put(score)
    assert platform.received == []
