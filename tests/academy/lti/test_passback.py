"""Sending back: each score once, through outages, restarts and courses that are closed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from academy.lti.gradebook import Gradebook
from academy.lti.models import LtiLine
from academy.lti.passback import Passback
from academy.lti.scores import Scores
from academy.people.store import Store
from academy.progress.store import Progress
from academy.retrying import LONGEST, PAUSE
from deployment.local import services
from deployment.local.campus import VARIABLES, Campus
from deployment.local.school import School
from tests.campus import Platform

from .conftest import LINE, hand_in, judge

NAME = LINE.partition("/")[2]


@pytest.fixture
def said() -> list[str]:
    """What the operator reads."""
    return []


@pytest.fixture
def passback(scores: Scores, gradebook: Gradebook, said: list[str]) -> Passback:
    """The service, without its process."""
    return Passback(scores, gradebook, said.append)


def given(platform: Platform) -> list[float]:
    """List the scores that came."""
    return [score["scoreGiven"] for _, score in platform.received]


def test_each_score_once(
    passback: Passback, platform: Platform, progress: Progress, tosari: str, scores: Scores
) -> None:
    """Hers, then a better one, then what the mentor gives; a restart sends nothing again."""
    passback.step()
    for number, score in enumerate((4, 12, 8), start=1):
        hand_in(progress, tosari, score, number)
        passback.step()
        passback.step()
    judge(progress, tosari, 3)
    Passback(scores, passback.gradebook, print).step()
    Passback(scores, passback.gradebook, print).step()
    assert given(platform) == [20.0, 60.0, 75.0]
    assert {line for line, _ in platform.received} == {NAME}


def test_an_outage_loses_nothing(
    passback: Passback,
    platform: Platform,
    progress: Progress,
    tosari: str,
    said: list[str],
) -> None:
    """The pause doubles up to a quarter of an hour; then only the newest comes, from a new process too."""
    platform.is_down = True
    for number in range(1, 9):
        hand_in(progress, tosari, number, number)
        passback.step()
    assert passback.pause == LONGEST
    assert all("503" in line and tosari not in line for line in said)
    platform.is_down = False
    again = Passback(passback.scores, passback.gradebook, said.append)
    again.step()
    assert given(platform) == [40.0]
    assert again.pause == PAUSE


def test_a_crash_after_sending(
    passback: Passback,
    platform: Platform,
    progress: Progress,
    tosari: str,
    scores: Scores,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is sent again, the same one: nothing older can come, and nothing is lost."""
    hand_in(progress, tosari, 12)
    with monkeypatch.context() as broken:
        broken.setattr(scores, "done", lambda _: 1 / 0)
        passback.step()
    passback.step()
    passback.step()
    assert given(platform) == [60.0, 60.0]
    assert scores.waiting() == []


def test_a_platform_whose_clock_is_ahead(
    passback: Passback, platform: Platform, progress: Progress, tosari: str, scores: Scores
) -> None:
    """What it does not take now is not lost: it goes once the platform's time has come."""
    hand_in(progress, tosari, 4)
    passback.step()
    ahead = datetime.now(UTC) + timedelta(minutes=5)
    platform.grades[NAME, "17"]["timestamp"] = ahead.isoformat(timespec="milliseconds")
    hand_in(progress, tosari, 12, 2)
    passback.step()
    assert len(scores.waiting()) == 1
    past = datetime.now(UTC) - timedelta(minutes=5)
    platform.grades[NAME, "17"]["timestamp"] = past.isoformat(timespec="milliseconds")
    Passback(scores, passback.gradebook, print).step()
    assert platform.grades[NAME, "17"]["scoreGiven"] == 60.0
    assert scores.waiting() == []


def test_a_closed_course_holds_up_nobody(
    passback: Passback,
    platform: Platform,
    progress: Progress,
    tosari: str,
    store: Store,
    said: list[str],
) -> None:
    """Its scores wait for a quarter of an hour; one for a line that is gone is given up."""
    its = {"user_name": tosari, "assignment": "pembukuan_03_hpp"}
    with store.writing() as session:
        for line in ("tutup", "tiada"):
            session.add(LtiLine(**its, address=f"{platform.address}/lines/{line}"))
    platform.answers |= {"tutup": 403, "tiada": 404}
    hand_in(progress, tosari, 12)
    passback.step()
    passback.step()
    assert given(platform) == [60.0]
    assert passback.pause == PAUSE
    assert len(said) == 2
    platform.answers.clear()
    (waits,) = passback.later.values()
    assert waits - time.monotonic() <= LONGEST
    passback.later = dict.fromkeys(passback.later, time.monotonic() - 1)
    passback.step()
    assert [line for line, _ in platform.received] == [NAME, "tutup"]


def test_a_broken_database_ends_nothing(
    passback: Passback, scores: Scores, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what kind of trouble, and nothing of anybody."""
    monkeypatch.setattr(scores, "gather", lambda: 1 / 0)
    passback.step()
    assert said == ["lti: ZeroDivisionError"]


def test_the_hub_starts_it_where_it_is_wanted(
    school_apart: School, campus: Campus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only there; the pages know of the campus too."""
    school_apart.metrics_token.write_text("rahasia")
    found = {one["name"]: one for one in services.definitions(school_apart)}
    assert {name for name, one in found.items() if campus.token in str(one)} == {"lti", "pelatihan"}
    assert "url" not in found["lti"]
    for name in VARIABLES:
        monkeypatch.delenv(name)
    assert "lti" not in {one["name"] for one in services.definitions(school_apart)}


def test_the_service_itself(
    school_apart: School,
    platform: Platform,
    gradebook: Gradebook,
    progress: Progress,
    tosari: str,
    tmp_path: Path,
) -> None:
    """The process that the hub would start sends, and ends when it is told to."""
    hand_in(progress, tosari, 12)
    process = subprocess.Popen(
        [sys.executable, "-m", "academy.lti"], env={**os.environ, **school_apart.environment()}
    )
    try:
        for _ in range(600):
            if platform.received:
                break
            assert process.poll() is None
            time.sleep(0.1)
        assert given(platform) == [60.0]
        process.terminate()
        assert process.wait(30) == 0
    finally:
        process.kill()
