"""The first step of the schema."""

from __future__ import annotations

from sqlalchemy import create_engine, inspect

from academy.people import schema
from academy.people.versions import v0001_people


def test_it_is_the_first_and_makes_five_tables() -> None:
    """On an empty database."""
    assert (v0001_people.revision, v0001_people.down_revision) == ("0001", None)
    with create_engine("sqlite://").begin() as connection:
        schema.upgrade(connection)
        tables = set(inspect(connection).get_table_names())
    assert {"alembic_version", "cohorts", "dues", "groups", "people", "erased"} <= tables
