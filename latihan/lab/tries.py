"""Which try of an exercise she is at: the school issues the numbers and says what has been judged."""

import json
from datetime import datetime
from typing import NamedTuple

from latihan.lab.places import Places


class Try(NamedTuple):
    """The try that she is at.

    Attributes:
        number: 1 for the first shop.
        judged: whether a submission for it has been judged; then she may ask for the next.
        since: when its numbers were issued; None for the first, which were there from the beginning.
    """

    number: int = 1
    judged: bool = False
    since: datetime | None = None


def present(places: Places, assignment: str) -> Try:
    """Read what the school has issued; the first try where it has issued nothing."""
    try:
        said = json.loads((places.variants / f"{assignment}.json").read_text("utf-8"))
        since = datetime.fromisoformat(said["since"]) if "since" in said else None
        return Try(int(said["attempt"]), "judged" in said and bool(said["judged"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return Try()


def as_told(now: Try) -> dict[str, int | bool]:
    """Give what her browser is told of a try.

    >>> as_told(Try(2))
    {'number': 2, 'judged': False}
    """
    return {"number": now.number, "judged": now.judged}
