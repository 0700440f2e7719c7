"""Tries, judgements and visits for the people of the service's tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete

from academy.progress.models import Answers, Attempt, Base, Review, Visit
from academy.progress.store import Progress, open_progress

from .conftest import Site

FIRST, SECOND = "pembukuan_01_uang_usaha", "pembukuan_02_buku_kas"


@contextmanager
def progress_of(site: Site) -> Iterator[Progress]:
    """The site's database of tries, empty at first."""
    progress = open_progress(site.school)
    with progress.writing() as session:
        for table in Base.metadata.sorted_tables:
            session.execute(delete(table))
    yield progress
    progress.close()


def attempt(
    user: str, assignment: str, score: float, days: int = 0, answers: Answers | None = None
) -> Attempt:
    """A try with a score out of 100, some days ago."""
    when = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=days)
    return Attempt(
        user_name=user,
        assignment=assignment,
        number=1,
        seed="",
        handed_in=when,
        graded=when,
        score=score,
        points=100.0,
        answers=answers or {},
        minutes=20,
    )


def review(user: str, score: float | None = None, comment: str = "") -> Review:
    """An explanation that a mentor judges."""
    return Review(
        user_name=user,
        assignment=FIRST,
        cell="alasan",
        points=4.0,
        score=score,
        comment=comment,
        changed=datetime(2027, 1, 5, 3, 0),  # noqa: DTZ001 (UTC, as in the gradebook)
    )


def visit(user: str, told: str = "", note: str = "", mentor: str = "mentora") -> Visit:
    """A visit on a day."""
    return Visit(user_name=user, mentor=mentor, day=date(2027, 1, 6), told=told, note=note)
