"""Cohorts, groups, people, and what stays of the erased."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    _make_cohorts()
    _make_people()
    op.create_table(
        "erased",
        sa.Column("user_name", sa.String(24), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("cohort_id", sa.Integer),
        sa.Column("district", sa.String(5), nullable=False),
        sa.Column("sex", sa.String(1)),
        sa.Column("graded", sa.Integer, nullable=False),
        sa.Column("share", sa.Integer),
        sa.PrimaryKeyConstraint("user_name", name="pk_erased"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="fk_erased_cohort_id"),
    )


def _make_cohorts() -> None:
    op.create_table(
        "cohorts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("ends", sa.Date, nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cohorts"),
        sa.UniqueConstraint("name", name="uq_cohorts_name"),
        sa.UniqueConstraint("code", name="uq_cohorts_code"),
    )
    op.create_table(
        "dues",
        sa.Column("cohort_id", sa.Integer, nullable=False),
        sa.Column("assignment", sa.String(80), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("cohort_id", "assignment", name="pk_dues"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="fk_dues_cohort_id"),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("cohort_id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("mentor", sa.String(24)),
        sa.PrimaryKeyConstraint("id", name="pk_groups"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="fk_groups_cohort_id"),
        sa.UniqueConstraint("cohort_id", "name", name="uq_groups_cohort_id_name"),
    )
    op.create_index("ix_groups_mentor", "groups", ["mentor"])


def _make_people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("user_name", sa.String(24), nullable=False),
        sa.Column("display_name", sa.String(80), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("phone", sa.String(16)),
        sa.Column("email", sa.String(120)),
        sa.Column("district", sa.String(5), nullable=False),
        sa.Column("business", sa.String(80), nullable=False),
        sa.Column("business_group", sa.String(40)),
        sa.Column("sex", sa.String(1)),
        sa.Column("age_group", sa.String(8)),
        sa.Column("cohort_id", sa.Integer),
        sa.Column("group_id", sa.Integer),
        sa.Column("registered", sa.DateTime(timezone=True), nullable=False),
        sa.Column("consent_day", sa.Date),
        sa.Column("consent_text", sa.String(16)),
        sa.Column("closed", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="fk_people_cohort_id"),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_people_group_id"),
        sa.UniqueConstraint("user_name", name="uq_people_user_name"),
        sa.UniqueConstraint("phone", name="uq_people_phone"),
        sa.UniqueConstraint("email", name="uq_people_email"),
    )
    for column in ("role", "district", "cohort_id", "group_id"):
        op.create_index(f"ix_people_{column}", "people", [column])
