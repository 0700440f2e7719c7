"""The second step of the schema."""

from __future__ import annotations

from sqlalchemy import create_engine, inspect, text

from academy.people import schema
from academy.people.versions import v0002_certificates


def test_it_keeps_what_was_there() -> None:
    """A database of the first step gets two tables more, and loses nobody."""
    assert v0002_certificates.down_revision == "0001"
    with create_engine("sqlite://").begin() as connection:
        schema.upgrade(connection)
        tables = set(inspect(connection).get_table_names())
        assert connection.execute(text("SELECT count(*) FROM people")).scalar() == 0
    assert {"people", "certificates", "revocations"} <= tables
