"""Brings the academy's database to the present schema, step by step, keeping what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

FOLDER = Path(__file__).parent
TABLE = "alembic_version"


def upgrade(connection: Connection, folder: Path = FOLDER, table: str = TABLE) -> str:
    """Apply the steps that this database has not seen, in the caller's transaction.

    Args:
        connection: open, in a transaction that may write.
        folder: the package whose `versions` are applied.
        table: where its version is written down; two packages may share one database.

    Returns:
        The version that the database has now.

    Raises:
        RuntimeError: a newer Lapak has written this database.

    Example:
        >>> from sqlalchemy import create_engine
        >>> with create_engine("sqlite://").begin() as connection:
        ...     upgrade(connection), upgrade(connection)
        ('0004', '0004')
    """
    script = ScriptDirectory(str(folder))
    newest = script.get_current_head() or ""
    present = version(connection, table)
    if present == newest:
        return newest
    if present is not None and present not in known(folder):
        raise RuntimeError(
            "Basis data peserta dibuat oleh Lapak yang lebih baru. Perbarui Lapak di mesin ini."
        )

    def steps(revision: Any, _: Any) -> Any:
        return script._upgrade_revs("head", revision)  # noqa: SLF001 (as alembic's own command does)

    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(
            connection=connection, version_table=table, transaction_per_migration=False
        )
        environment.run_migrations()
    return newest


def known(folder: Path = FOLDER) -> list[str]:
    """List the versions that this Lapak knows, the newest first.

    Example:
        >>> known()[-1]
        '0001'
    """
    return [step.revision for step in ScriptDirectory(str(folder)).walk_revisions()]


def version(connection: Connection, table: str = TABLE) -> str | None:
    """Give the version of a database, None for an empty one."""
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(
        connection, opts={"version_table": table}
    ).get_current_revision()
