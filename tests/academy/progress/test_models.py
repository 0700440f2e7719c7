"""The tables and the steps that lead to them."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.exc import IntegrityError

from academy.people.schema import version
from academy.progress.models import Base
from academy.progress.store import TABLE, Progress

from .conftest import attempt


def test_the_steps_lead_to_the_models(progress: Progress) -> None:
    """Every table, column, key and index of the models, and no other."""
    with progress.engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": TABLE})
        assert compare_metadata(context, Base.metadata) == []
        assert progress.migrate(connection) == version(connection, TABLE) == "0004"


def test_one_submission_is_one_try(progress: Progress) -> None:
    """The database itself refuses the same one twice."""
    with pytest.raises(IntegrityError), progress.writing() as session:
        session.add_all([attempt("pembukuan_03_hpp", 50), attempt("pembukuan_03_hpp", 60)])
