"""Certificates, and what was revoked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "certificates",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("user_name", sa.String(24), nullable=False),
        sa.Column("award", sa.String(80), nullable=False),
        sa.Column("issued", sa.Date, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_certificates"),
        sa.UniqueConstraint("position", name="uq_certificates_position"),
    )
    op.create_index("ix_certificates_user_name", "certificates", ["user_name"])
    op.create_table(
        "revocations",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("author", sa.String(24), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revocations"),
        sa.UniqueConstraint("position", name="uq_revocations_position"),
    )
