"""An index with all that a report counts of tries."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make it."""
    columns = ["user_name", "assignment", "handed_in", "counts", "score", "points"]
    op.create_index("ix_attempts_scores", "attempts", columns)
