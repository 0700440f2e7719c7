"""The schema and its steps, in SQLite and in PostgreSQL."""

from __future__ import annotations

import pwd
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

import academy.certificates.models
import academy.lti.models  # noqa: F401 (their tables join those of people)
from academy.people.models import Base
from academy.people.schema import upgrade, version
from academy.people.store import Store

from ...graders.databases import running_postgresql  # noqa: TID252 (tests are no packages)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(
    request: pytest.FixtureRequest, tmp_path: Path, work: Path, plain_user: pwd.struct_passwd
) -> Iterator[str]:
    """An empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'academy.sqlite'}"
        return
    with running_postgresql(work / "pg-people", plain_user) as address:
        yield address


def test_the_steps_lead_to_the_models(url: str) -> None:
    """Every table, column, key and index of the models, and no other; and once is enough."""
    store = Store(url)
    with store.engine.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        assert upgrade(connection) == version(connection) == "0004"
        assert connection.execute(text("SELECT count(*) FROM people")).scalar() == 0
    store.close()


def test_a_newer_database_is_left_alone() -> None:
    """With a sentence that says what to do."""
    with create_engine("sqlite://").begin() as connection:
        upgrade(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(RuntimeError, match="lebih baru"):
            upgrade(connection)
