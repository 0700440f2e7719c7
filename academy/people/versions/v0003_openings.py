"""What mentors have opened by hand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "openings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("user_name", sa.String(24)),
        sa.Column("group_id", sa.Integer),
        sa.Column("assignment", sa.String(80), nullable=False),
        sa.Column("mentor", sa.String(24), nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_openings"),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_openings_group_id"),
    )
    op.create_index("ix_openings_user_name", "openings", ["user_name"])
    op.create_index("ix_openings_group_id", "openings", ["group_id"])
