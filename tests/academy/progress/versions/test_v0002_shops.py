"""The step that tells shops apart."""

from __future__ import annotations

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

from academy.progress.versions import v0001_progress, v0002_shops

OLD = (
    "INSERT INTO attempts (user_name, assignment, number, seed, handed_in, graded, score, points, "
    "answers) VALUES ('tosari', 'hpp', 2, 'a', '2027-01-04', '2027-01-04', 1, 2, '{}')"
)


def test_what_was_kept_before_counts_and_is_of_the_first_shop() -> None:
    """A row of the first version, after the step."""
    assert (v0002_shops.revision, v0002_shops.down_revision) == ("0002", "0001")
    with create_engine("sqlite://").begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            v0001_progress.upgrade()
            connection.execute(text(OLD))
            v0002_shops.upgrade()
        row = connection.execute(text("SELECT number, shop, counts FROM attempts")).one()
    assert tuple(row) == (2, 1, 1)
