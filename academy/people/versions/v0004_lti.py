"""Who came from a campus' learning platform, and where her scores go."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "lti_subjects",
        sa.Column("user_name", sa.String(24), nullable=False),
        sa.Column("issuer", sa.String(255), nullable=False),
        sa.Column("subject", sa.String(255), nullable=False),
        sa.PrimaryKeyConstraint("user_name", name="pk_lti_subjects"),
        sa.UniqueConstraint("issuer", "subject", name="uq_lti_subjects_issuer_subject"),
    )
    op.create_table(
        "lti_lines",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("user_name", sa.String(24), nullable=False),
        sa.Column("assignment", sa.String(80), nullable=False),
        sa.Column("address", sa.String(1000), nullable=False),
        sa.Column("percent", sa.Float),
        sa.Column("is_final", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("since", sa.DateTime(timezone=True)),
        sa.Column("waits", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("id", name="pk_lti_lines"),
        sa.UniqueConstraint(
            "user_name", "assignment", "address", name="uq_lti_lines_user_name_assignment_address"
        ),
    )
