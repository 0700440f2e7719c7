"""The first step of the schema."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine, inspect

from academy import progress
from academy.people import schema
from academy.progress.store import TABLE
from academy.progress.versions import v0001_progress


def test_it_is_the_first_and_makes_three_tables() -> None:
    """On an empty database."""
    assert (v0001_progress.revision, v0001_progress.down_revision) == ("0001", None)
    with create_engine("sqlite://").begin() as connection:
        schema.upgrade(connection, Path(progress.__file__).parent, TABLE)
        tables = set(inspect(connection).get_table_names())
    assert tables == {TABLE, "attempts", "reviews", "visits"}
