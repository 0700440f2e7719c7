"""Tries, what mentors judged, and their visits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    _make_attempts()
    _make_reviews()
    op.create_table(
        "visits",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("user_name", sa.String(24), nullable=False),
        sa.Column("mentor", sa.String(24), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_visits"),
    )
    op.create_index("ix_visits_user_name", "visits", ["user_name"])


def _make_attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("user_name", sa.String(24), nullable=False),
        sa.Column("assignment", sa.String(80), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("seed", sa.String(64), nullable=False),
        sa.Column("handed_in", sa.DateTime, nullable=False),
        sa.Column("graded", sa.DateTime, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("points", sa.Float, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("minutes", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
        sa.UniqueConstraint(
            "user_name",
            "assignment",
            "handed_in",
            name="uq_attempts_user_name_assignment_handed_in",
        ),
    )
    op.create_index("ix_attempts_assignment", "attempts", ["assignment"])


def _make_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("user_name", sa.String(24), nullable=False),
        sa.Column("assignment", sa.String(80), nullable=False),
        sa.Column("cell", sa.String(80), nullable=False),
        sa.Column("points", sa.Float, nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("comment", sa.Text, nullable=False),
        sa.Column("changed", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("user_name", "assignment", "cell", name="pk_reviews"),
    )
