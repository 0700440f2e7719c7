"""What a launch says: whom, as what, from where, to what, and where the score goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from academy.catalog import load_catalog
from academy.lti.launch import (
    ENDPOINT,
    NO_SUCH_UNIT,
    NOBODY,
    NOT_A_LEARNER,
    NOT_SOUND,
    SCORE,
    Launch,
    Refused,
    read,
)
from deployment.local.campus import Campus
from tests.campus import ROLE

from .conftest import claims

PERSON = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#"
LINE = "https://kampus.example/lines/3"


@pytest.fixture
def reads(campus: Campus, clone: Path) -> Any:
    """Reads a sound launch with some claims changed."""
    catalog = load_catalog(clone)
    return lambda **changed: read(claims(**changed), campus, catalog)


def test_a_sound_one(reads: Any) -> None:
    """To the school as a whole."""
    assert reads() == Launch("17", "Siti Aminah", "KWU-1", None, "")


@pytest.mark.parametrize(
    "changed",
    [
        {"custom": {"unit": "pembukuan/03_hpp"}},
        {"custom": {"unit": "pembukuan_03_hpp"}},
        {"target_link_uri": "https://lapak.example/?unit=pembukuan_03_hpp"},
        {"custom": {"unit": "pembukuan_03_hpp"}, "target_link_uri": "https://x/?unit=lain"},
    ],
)
def test_to_a_unit(reads: Any, changed: dict[str, Any]) -> None:
    """By its id or its assignment, in a custom parameter or in the address."""
    assert reads(**changed).exercise.id == "pembukuan/03_hpp"


def test_where_the_score_goes(reads: Any) -> None:
    """Only with the right to write it, for a unit, at an address of the web."""
    unit = {"custom": {"unit": "pembukuan_03_hpp"}}
    endpoint = {"lineitem": LINE, "scope": [SCORE]}
    assert reads(**unit, **{ENDPOINT: endpoint}).line == LINE
    assert reads(**{ENDPOINT: endpoint}).line == ""
    for wrong in ({"scope": []}, {"scope": None}, {"lineitem": "file:///etc/passwd"}):
        assert reads(**unit, **{ENDPOINT: {**endpoint, **wrong}}).line == ""


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"deployment_id": "8"}, NOT_SOUND),
        ({"deployment_id": None}, NOT_SOUND),
        ({"message_type": "LtiDeepLinkingRequest"}, NOT_SOUND),
        ({"sub": None}, NOBODY),
        ({"sub": "9" * 256}, NOBODY),
        ({"roles": []}, NOT_A_LEARNER),
        ({"roles": [f"{ROLE}Instructor"]}, NOT_A_LEARNER),
        ({"roles": [f"{ROLE}Learner", f"{ROLE}Instructor"]}, NOT_A_LEARNER),
        ({"roles": [f"{PERSON}Staff"]}, NOT_A_LEARNER),
        ({"custom": {"unit": "pembukuan/77_tiada"}}, NO_SUCH_UNIT),
    ],
)
def test_what_is_refused(reads: Any, changed: dict[str, Any], sentence: str) -> None:
    """Each with what she can do."""
    with pytest.raises(Refused, match=sentence):
        reads(**changed)


def test_a_lecturer_who_learns_in_this_course(reads: Any) -> None:
    """What she is in the course counts, not what she is at the campus."""
    assert reads(roles=[f"{PERSON}Faculty", f"{ROLE}Learner"]).subject == "17"


def test_little_is_told(reads: Any) -> None:
    """A platform may keep names to itself, and a course may have no short name."""
    bare = reads(name=None, context={"id": "9", "title": "  Kewirausahaan   A "})
    assert (bare.name, bare.course) == ("", "Kewirausahaan A")
    assert reads(context=None).course == ""
