"""A database of tries, and tries to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from academy.catalog import Catalog, load_catalog
from academy.progress.models import Answers, Attempt
from academy.progress.store import Progress

MONDAY = datetime(2027, 1, 4, 3, 0)  # noqa: DTZ001 (UTC without a zone, as the gradebook has it)


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    """An empty database."""
    made = Progress(f"sqlite:///{tmp_path / 'kemajuan.sqlite'}")
    yield made
    made.close()


@pytest.fixture(scope="session")
def catalog(clone: Path) -> Catalog:
    """The real catalogue."""
    return load_catalog(clone)


def attempt(
    assignment: str,
    score: float,
    days: float = 0,
    user: str = "tosari",
    answers: Answers | None = None,
) -> Attempt:
    """A try with a score out of 100, some days after the first Monday of a cohort."""
    when = MONDAY + timedelta(days=days)
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
        minutes=None,
    )
