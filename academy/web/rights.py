"""Who may see whom: a trainee herself, a mentor the trainees of her groups, the office everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from academy.people.models import Group, Person
from deployment.local.hub_groups import MENTORS, OFFICE, TRAINEES

TRAINEE, MENTOR, OPERATOR = "trainee", "mentor", "operator"
STAFF: Final = frozenset({MENTOR, OPERATOR})
EVERYONE: Final = STAFF | {TRAINEE}
# The first that fits: who is of the office is nothing else.
_ROLES: Final = ((OFFICE, OPERATOR), (MENTORS, MENTOR), (TRAINEES, TRAINEE))
GROUP_OF: Final = {role: group for group, role in _ROLES}


class NotHers(LookupError):
    """What was asked for is not there, or not for the one who asks: she is not told which."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """The one who looks at a page.

    Attributes:
        name: her user name at the hub.
        role: one of `academy.people.models.ROLES`.
    """

    name: str
    role: str


def role_of(groups: Iterable[str]) -> str | None:
    """Give the role that hub groups mean; None for none of ours.

    Example:
        >>> role_of(["pendamping", "formgrade-lapak"]), role_of(["kantor"]), role_of([])
        ('mentor', 'operator', None)
    """
    names = set(groups)
    return next((role for group, role in _ROLES if group in names), None)


def visible(viewer: Viewer) -> ColumnElement[bool]:
    """Give the condition on `Person` that holds for exactly the people whom `viewer` may see.

    Example:
        >>> str(visible(Viewer("tosari", "trainee")))
        'people.user_name = :user_name_1'
    """
    if viewer.role == OPERATOR:
        return true()
    herself = Person.user_name == viewer.name
    if viewer.role == MENTOR:
        return herself | ((Person.role == TRAINEE) & Person.group.has(Group.mentor == viewer.name))
    return herself


def person_for(session: Session, viewer: Viewer, user_name: str) -> Person:
    """Find somebody whom `viewer` may see.

    Raises:
        NotHers: there is nobody of this name, or not for her eyes.
    """
    wanted = select(Person).where(Person.user_name == user_name, visible(viewer))
    found = session.scalar(wanted)
    if found is None:
        raise NotHers(user_name)
    return found


def groups_for(session: Session, viewer: Viewer) -> list[Group]:
    """List the groups whose people `viewer` may see and register people in, by cohort and name."""
    wanted = select(Group).join(Group.cohort).order_by(Group.cohort_id.desc(), Group.name)
    if viewer.role == MENTOR:
        wanted = wanted.where(Group.mentor == viewer.name)
    return list(session.scalars(wanted)) if viewer.role in STAFF else []
