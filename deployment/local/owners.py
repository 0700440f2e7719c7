"""Which account a file of root's school belongs to, known from its place alone."""

from __future__ import annotations

from pathlib import PurePath

from deployment.local.layout import COURSE
from deployment.local.school import GATE, GRADER, School

ROOT = "root"
_WHOLE = {"course": GRADER, "salt": GRADER, "tls": GATE}


def owner_of(school: School, path: PurePath) -> tuple[str, str]:
    """Give the names of the account and of the group that `path` belongs to.

    Args:
        school: the school.
        path: relative to the school's folder.

    Example:
        >>> from pathlib import Path
        >>> school = School(Path("/s"), Path("/c"), Path("/e"))
        >>> owner_of(school, PurePath("exchange/lapak/inbound/tosari/x"))
        ('lapak-tosari', 'lapak-grader')
        >>> owner_of(school, PurePath("hub/accounts.sqlite"))
        ('root', 'root')
    """
    match path.parts:
        case ("homes", user, *_):
            return school.account_of(user), school.account_of(user)
        case ("exchange", course, "inbound", user, *_) if course == COURSE:
            return school.account_of(user), GRADER
        case ("exchange", course, "feedback", user, *_) if course == COURSE:
            return GRADER, school.account_of(user)
        case ("variants", user, *_):
            return GRADER, school.account_of(user)
        case ("exchange", _, *_):
            return GRADER, GRADER
    owner = _WHOLE.get(path.parts[0] if path.parts else "", ROOT)
    return owner, owner
