"""When a submission came by the school's clock, beside what it says itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add her own time; of what was kept before, no other one is known."""
    op.add_column("attempts", sa.Column("stamp", sa.DateTime))
    op.execute("UPDATE attempts SET stamp = handed_in")
    with op.batch_alter_table("attempts") as table:
        table.alter_column("stamp", existing_type=sa.DateTime, nullable=False)
        table.drop_constraint("uq_attempts_user_name_assignment_handed_in", type_="unique")
        table.create_unique_constraint(
            "uq_attempts_user_name_assignment_stamp", ["user_name", "assignment", "stamp"]
        )
