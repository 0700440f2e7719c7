"""A hub with the school's configuration, a campus' platform, and a cohort for those who come from there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from academy.catalog import load_catalog
from academy.environment import ensure_proxy
from academy.lti.admission import admit
from academy.lti.gradebook import Gradebook
from academy.lti.keys import key_set
from academy.lti.launch import Launch
from academy.lti.scores import Scores
from academy.people.store import Store, add_cohort, address, find
from academy.progress.models import Attempt, Review
from academy.progress.store import Progress, open_progress
from deployment.local.campus import Campus
from deployment.local.school import School
from tests.campus import CLAIM, DEPLOYMENT, ROLE, Platform, running_platform
from tests.ports import seven_free

COHORT = "kampus-2027"


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    """The platform."""
    with running_platform() as made:
        yield made


@pytest.fixture
def campus(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Campus:
    """What the school knows of it."""
    for name, value in platform.settings(COHORT).items():
        monkeypatch.setenv(name, value)
    made = Campus.from_environment()
    assert made is not None
    return made


@dataclass
class Visitor:
    """A browser without scripts that somebody at the campus uses.

    Attributes:
        platform: where she clicks.
        school: address of the school.
    """

    platform: Platform
    school: str
    session: requests.Session = field(default_factory=requests.Session)

    def click(self, user: str, unit: str = "-") -> dict[str, str]:
        """Click a link and go as far as the platform's form, which is not sent yet."""
        self.session.headers["Sec-Fetch-Mode"] = "navigate"
        step = self.session.get(self.platform.click(user, unit), allow_redirects=False)
        step = self.session.get(step.headers["Location"], allow_redirects=False)
        if step.status_code != 302:
            return {"refused": step.text}
        asked = dict(parse_qsl(urlsplit(step.headers["Location"]).query))
        return self.platform.last_step(asked)

    def send(self, form: dict[str, str]) -> requests.Response:
        """Send it."""
        data = {name: form[name] for name in ("id_token", "state")}
        return self.session.post(form["launch_url"], data=data, allow_redirects=False)

    def who(self) -> str:
        """Give the user name that the hub knows her by; empty where it does not."""
        page = self.session.get(f"{self.school}/hub/home", allow_redirects=False)
        text = page.text if page.status_code == 200 else ""
        return text.partition('class="who">')[2].partition("<")[0]


@dataclass
class Hub:
    """A running hub."""

    school: School
    store: Store
    platform: Platform

    def visitor(self) -> Visitor:
        """Somebody whom the hub has never seen."""
        return Visitor(self.platform, self.school.address)


@pytest.fixture(scope="module")
def hub(work: Path, clone: Path, trainee_env: Path, platform: Platform) -> Iterator[Hub]:
    """A hub without services and rooms, that the platform knows."""
    folder = work / f"lti-{os.getpid()}"
    folder.mkdir(mode=0o755)
    school = School(
        folder / "sekolah", clone, trainee_env.parent, seven_free(), other_trainee_env=trainee_env
    )
    school.prepare()
    store = Store(address(school))
    with store.writing() as session:
        add_cohort(session, COHORT, (date(2026, 1, 4), date(2099, 1, 4)), "KAMPUS27")
    platform.knows(school.address)
    code = School.from_environment()
    proxy = json.dumps(ensure_proxy(code.clone, code.env_root))
    variables = {**os.environ, **school.environment(), **platform.settings(COHORT)}
    variables |= {"LAPAK_PROXY_CMD": proxy, "LAPAK_SCHOOL": str(school.home)}
    log = school.log.open("wb")
    config = str(Path(__file__).with_name("hub_config.py"))
    child = subprocess.Popen(
        [sys.executable, "-m", "jupyterhub", "-f", config],
        env=variables,
        cwd=school.hub,
        stdout=log,
        stderr=log,
    )
    try:
        _wait(school, child)
        yield Hub(school, store, platform)
    finally:
        child.terminate()
        child.wait(20)
        log.close()
        store.close()
        shutil.rmtree(folder)


def _wait(school: School, child: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 120  # a busy machine takes its time
    while True:
        try:
            if requests.get(f"{school.address}/hub/login", timeout=5).status_code == 200:
                return
        except requests.RequestException:
            pass
        said = school.log.read_text(errors="replace")[-3000:]
        assert child.poll() is None, said
        assert time.monotonic() < deadline, said
        time.sleep(0.2)


def claims(**more: Any) -> dict[str, Any]:
    """Give the claims of a sound launch of a learner's, with some changed; None takes one away."""
    sound: dict[str, Any] = {
        "sub": "17",
        "name": "Siti Aminah",
        f"{CLAIM}deployment_id": DEPLOYMENT,
        f"{CLAIM}message_type": "LtiResourceLinkRequest",
        f"{CLAIM}roles": [f"{ROLE}Learner"],
        f"{CLAIM}context": {"id": "9", "label": "KWU-1", "title": "Kewirausahaan"},
        f"{CLAIM}target_link_uri": "https://lapak.example/",
    }
    short = {name if name in {"sub", "name"} or ":" in name else CLAIM + name: value
             for name, value in more.items()}  # fmt: skip
    return {name: value for name, value in {**sound, **short}.items() if value is not None}


LINE = "lines/pembukuan_03_hpp"
MORNING = datetime(2026, 11, 5, 3, tzinfo=UTC).replace(tzinfo=None)


@pytest.fixture
def school_apart(tmp_path: Path, clone: Path) -> School:
    """The folders of a school whose hub does not run."""
    made = School(tmp_path / "sekolah", clone, clone)
    made.hub.mkdir(parents=True)
    return made


@pytest.fixture
def store(school_apart: School) -> Iterator[Store]:
    """Its database, with the cohort for the campus."""
    made = Store(address(school_apart))
    with made.writing() as session:
        add_cohort(session, COHORT, (date(2026, 1, 4), date(2099, 1, 4)), "KAMPUS27")
    yield made
    made.close()


@pytest.fixture
def progress(school_apart: School) -> Iterator[Progress]:
    """Its database of tries."""
    school_apart.course.mkdir()
    made = open_progress(school_apart)
    yield made
    made.close()


@pytest.fixture
def tosari(school_apart: School, store: Store, campus: Campus, platform: Platform) -> str:
    """User name of somebody who came from the campus to a unit, with a place for her score."""
    platform.grades.clear()
    platform.received.clear()
    unit = load_catalog(school_apart.clone).unit("pembukuan/03_hpp")
    launch = Launch("17", "Siti Aminah", "KWU-1", unit, f"{platform.address}/{LINE}")
    name = admit(school_apart, store, campus, launch).user_name
    with store.writing() as session:
        find(session, name).consent_day = MORNING.date()
    return name


@pytest.fixture
def scores(school_apart: School, store: Store, progress: Progress, campus: Campus) -> Scores:
    """What has to go to the campus."""
    return Scores(store, progress, load_catalog(school_apart.clone), campus.issuer)


@pytest.fixture
def gradebook(school_apart: School, campus: Campus, platform: Platform) -> Iterator[Gradebook]:
    """The platform's, which knows the school's key."""
    platform.registration.set_tool_key_set(key_set(school_apart))  # type: ignore[arg-type]
    yield Gradebook(campus, school_apart)
    platform.is_down = False
    platform.answers.clear()
    platform.kind = "text/plain"


def hand_in(progress: Progress, name: str, score: float, number: int = 1) -> None:
    """Let somebody's try be graded: points of 16 that the machine gives."""
    with progress.writing() as session:
        session.add(
            Attempt(
                user_name=name,
                assignment="pembukuan_03_hpp",
                number=number,
                seed="",
                handed_in=MORNING.replace(minute=number),
                graded=MORNING.replace(minute=number),
                score=score,
                points=16.0,
                answers={},
            )
        )


def judge(progress: Progress, name: str, score: float | None) -> None:
    """Let a mentor give points for the written answer, 4 at most, or have yet to give them."""
    with progress.writing() as session:
        session.merge(
            Review(
                user_name=name,
                assignment="pembukuan_03_hpp",
                cell="alasan_harga",
                points=4.0,
                score=score,
                comment="",
                changed=MORNING,
            )
        )
