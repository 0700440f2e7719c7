"""The receipt of a submission: its number, its code and its time, in words."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from usaha.dates import WIB, format_date

# No letter or digit that is read as another one over the phone.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_NBGRADER_TIME = "%Y-%m-%d %H:%M:%S.%f UTC"


class Receipt(NamedTuple):
    """What she can read out when she asks about a submission.

    Attributes:
        number: 1 for her first submission of this assignment.
        code: four characters; the mentor finds the same from the name of the submission.
        when: date and time in words.
        timestamp: nbgrader's own, UTC.
    """

    number: int
    code: str
    when: str
    timestamp: str


def receipts(cache: Path, user: str, assignment: str) -> list[Receipt]:
    """Read her submissions of one assignment from nbgrader's cache, oldest first.

    Args:
        cache: nbgrader's cache of the course.
        user: hub user name.
        assignment: assignment id.

    Returns:
        One receipt for each complete copy in the cache.
    """
    names = sorted(folder.name for folder in submissions(cache, user, assignment))
    return [receipt(name, number) for number, name in enumerate(names, 1)]


def submissions(
    cache: Path, user: str, assignment: str, since: datetime | None = None
) -> list[Path]:
    """Return the folders of her submissions in nbgrader's cache, oldest first; only newer ones than `since`."""
    prefix = f"{user}+{assignment}+"
    folders = cache.iterdir() if cache.is_dir() else iter(())
    found = sorted(
        f for f in folders if f.name.startswith(prefix) and (f / "submission_secret.txt").exists()
    )
    return [f for f in found if since is None or _moment(f.name) >= since]


def receipt(submission: str, number: int) -> Receipt:
    """Write the receipt of one submission.

    Args:
        submission: nbgrader's name, ``user+assignment+timestamp``.
        number: which submission of hers it is.

    Returns:
        The receipt.

    Example:
        >>> r = receipt("peserta01+pembukuan_03_hpp+2026-11-23 07:05:00.000000 UTC", 3)
        >>> r.when, len(r.code)
        ('23 November 2026 pukul 14.05', 4)
    """
    timestamp = submission.split("+")[2]
    return Receipt(number, code(submission), in_words(_moment(submission)), timestamp)


def _moment(submission: str) -> datetime:
    timestamp = submission.split("+")[2]
    return datetime.strptime(timestamp, _NBGRADER_TIME).replace(tzinfo=UTC)


def code(submission: str) -> str:
    """Draw four easy characters from a submission's name (SHA-256).

    Example:
        >>> code("peserta01+pembukuan_03_hpp+2026-11-23 07:05:00.000000 UTC")
        'K3JK'
    """
    digest = hashlib.sha256(submission.encode()).digest()
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:4])


def in_words(moment: datetime) -> str:
    """Write a moment as people in Banten write it.

    Args:
        moment: with a time zone.

    Returns:
        Day, month and time in Western Indonesian Time.
    """
    local = moment.astimezone(WIB)
    return f"{format_date(local)} pukul {local:%H.%M}"


def same_answers(folder: Path, other: Path) -> bool:
    """Tell whether two copies of an exercise hold the same cells; outputs do not count."""
    return _sources(folder) == _sources(other)


def _sources(folder: Path) -> dict[str, list[str]]:
    """Return the text of every cell of every notebook in a folder."""
    notebooks = {path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.ipynb")}
    return {
        name: ["".join(cell["source"]) for cell in notebook["cells"]]
        for name, notebook in notebooks.items()
    }
