"""The fourth step of the schema."""

from __future__ import annotations

from sqlalchemy import create_engine, inspect

from academy.people import schema
from academy.people.versions import v0004_lti


def test_it_adds_two_tables() -> None:
    """Whom a platform means, and where scores go."""
    assert v0004_lti.down_revision == "0003"
    with create_engine("sqlite://").begin() as connection:
        schema.upgrade(connection)
        assert {"lti_subjects", "lti_lines"} <= set(inspect(connection).get_table_names())
