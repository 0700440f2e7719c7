"""What a launch says, once its signature was checked: who comes, as what, from which course, to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from pylti1p3.roles import (
    DesignerRole,
    StaffRole,
    StudentRole,
    TeacherRole,
    TeachingAssistantRole,
)

from academy.catalog import Catalog, Exercise
from academy.lti.models import LONGEST
from deployment.local.campus import Campus

CLAIM: Final = "https://purl.imsglobal.org/spec/lti/claim/"
ENDPOINT: Final = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
SCORE: Final = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
UNIT: Final = "unit"  # of a custom parameter, or in the query of the target's address

NOT_SOUND: Final = (
    "Tautan dari kampus ini tidak dapat diperiksa. Buka Lapak sekali lagi dari halaman kuliah Anda, di "
    "jendela baru. Kalau masih gagal, beri tahu pengajar Anda."
)
NOBODY: Final = (
    "Kampus Anda tidak memberi tahu siapa yang membuka tautan ini. Beri tahu pengajar Anda."
)
NOT_A_LEARNER: Final = (
    "Tautan dari kampus membuatkan akun untuk peserta saja, dan Anda membukanya sebagai pengajar. "
    "Mintalah akun pendamping kepada pengelola Lapak, lalu masuk lewat halaman masuk Lapak."
)
NO_SUCH_UNIT: Final = "Latihan yang dituju tautan ini tidak ada di Lapak. Beri tahu pengajar Anda."
_TEACHING: Final = (TeacherRole, TeachingAssistantRole, DesignerRole, StaffRole)


class Refused(Exception):
    """Nobody is let in; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Launch:
    """One click on a link to the school.

    Attributes:
        subject: what the platform calls her.
        name: her name, where the platform tells it; else empty.
        course: what the platform calls the course, for people; empty outside of one.
        exercise: what the link is for; none where it is for the school as a whole.
        line: address of the line item that takes the exercise's score; empty where there is none.
    """

    subject: str
    name: str
    course: str
    exercise: Exercise | None
    line: str


def read(token: Mapping[str, Any], campus: Campus, catalog: Catalog) -> Launch:
    """Read a launch.

    Args:
        token: the claims, whose signature, issuer, audience and times are right.
        campus: where it must come from.
        catalog: the units.

    Raises:
        Refused: it is of another deployment or kind, for nobody, not for a learner, or for a unit
            that there is not.
    """
    if token.get(f"{CLAIM}deployment_id") != campus.deployment:
        raise Refused(NOT_SOUND)
    if token.get(f"{CLAIM}message_type") != "LtiResourceLinkRequest":
        raise Refused(NOT_SOUND)
    subject = token.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST:
        raise Refused(NOBODY)
    if not is_learner(token):
        raise Refused(NOT_A_LEARNER)
    exercise = _exercise(token, catalog)
    return Launch(
        subject=subject,
        name=_text(token, "name"),
        course=_course(_claim(token, f"{CLAIM}context")),
        exercise=exercise,
        line=_line(_claim(token, ENDPOINT)) if exercise else "",
    )


def is_learner(token: Mapping[str, Any]) -> bool:
    """Say whether she comes to learn, and not to teach.

    Example:
        >>> learner = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"
        >>> is_learner({f"{CLAIM}roles": [learner]}), is_learner({f"{CLAIM}roles": []})
        (True, False)
    """
    return StudentRole(token).check() and not any(role(token).check() for role in _TEACHING)


def _exercise(token: Mapping[str, Any], catalog: Catalog) -> Exercise | None:
    target = urlsplit(_text(token, f"{CLAIM}target_link_uri"))
    named = _text(_claim(token, f"{CLAIM}custom"), UNIT)
    named = named or parse_qs(target.query).get(UNIT, [""])[0]
    if not named:
        return None
    for exercise in catalog.exercises:
        if named in {exercise.id, exercise.assignment}:
            return exercise
    raise Refused(NO_SUCH_UNIT)


def _course(context: Mapping[str, Any]) -> str:
    """Give the short name, which is unique in a platform, before the title, which is not."""
    said = (" ".join(_text(context, name).split()) for name in ("label", "title", "id"))
    return next((text[:80] for text in said if text), "")


def _line(endpoint: Mapping[str, Any]) -> str:
    address, scopes = _text(endpoint, "lineitem"), endpoint.get("scope")
    may = isinstance(scopes, list) and SCORE in scopes
    sound = address.startswith(("https://", "http://")) and len(address) <= 1000
    return address if may and sound else ""


def _claim(token: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = token.get(name)
    return value if isinstance(value, dict) else {}


def _text(claim: Mapping[str, Any], name: str) -> str:
    value = claim.get(name)
    return value.strip() if isinstance(value, str) else ""
