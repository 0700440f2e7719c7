"""The step that lets a report read scores without answers."""

from __future__ import annotations

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

from academy.progress.versions import v0001_progress, v0002_shops, v0003_scores
from academy.reporting.tally import _firsts


def test_the_question_of_the_report_is_answered_by_the_index_alone() -> None:
    """SQLite says so itself."""
    assert (v0003_scores.revision, v0003_scores.down_revision) == ("0003", "0002")
    with create_engine("sqlite://").begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            for step in (v0001_progress, v0002_shops, v0003_scores):
                step.upgrade()
        asked = _firsts(75).compile(connection, compile_kwargs={"literal_binds": True})
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN {asked}")).all()
    assert any("COVERING INDEX ix_attempts_scores" in str(row) for row in plan), plan
