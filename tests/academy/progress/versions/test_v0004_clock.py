"""The step that tells the school's clock from hers."""

from __future__ import annotations

import pytest
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import IntegrityError

from academy.progress.versions import v0001_progress, v0002_shops, v0003_scores, v0004_clock

ROW = (
    "INSERT INTO attempts (user_name, assignment, number, seed, handed_in, graded, score, points, "
    "answers{}) VALUES ('tosari', 'hpp', {}, '', '{}', '2027-01-05', 5, 10, '{{}}'{})"
)


def test_what_was_kept_keeps_its_time() -> None:
    """It is her own too; from now on that one alone must differ, and the report's index is there."""
    assert (v0004_clock.revision, v0004_clock.down_revision) == ("0004", "0003")
    with create_engine("sqlite://").begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            for step in (v0001_progress, v0002_shops, v0003_scores):
                step.upgrade()
            connection.execute(text(ROW.format("", 1, "2027-01-04", "")))
            v0004_clock.upgrade()
        row = connection.execute(text("SELECT handed_in, stamp FROM attempts")).one()
        assert row == ("2027-01-04", "2027-01-04")
        connection.execute(text(ROW.format(", stamp", 2, "2027-01-04", ", '2027-01-06'")))
        with pytest.raises(IntegrityError):
            connection.execute(text(ROW.format(", stamp", 3, "2027-01-07", ", '2027-01-06'")))
        indexes = {str(index["name"]) for index in inspect(connection).get_indexes("attempts")}
        assert {"ix_attempts_scores", "ix_attempts_assignment"} <= indexes
