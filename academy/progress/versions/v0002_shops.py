"""Which shop a try was for, and whether it counts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add two columns; what was kept before was for the first shop, and counts."""
    op.add_column("attempts", sa.Column("shop", sa.Integer, nullable=False, server_default="1"))
    op.add_column(
        "attempts", sa.Column("counts", sa.Boolean, nullable=False, server_default=sa.true())
    )
