"""The third step of the schema."""

from __future__ import annotations

from sqlalchemy import create_engine, inspect

from academy.people import schema
from academy.people.versions import v0003_openings


def test_it_adds_a_table() -> None:
    """What mentors have opened by hand."""
    assert v0003_openings.down_revision == "0002"
    with create_engine("sqlite://").begin() as connection:
        schema.upgrade(connection)
        assert "openings" in inspect(connection).get_table_names()
