"""The tables of those who came from a campus' learning platform, and of where their scores go."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DateTime, Float, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from academy.people.models import Base

LONGEST = 255  # characters of a subject, as the standard has it


class LtiSubject(Base):
    """Whom a platform means by a subject.

    Attributes:
        user_name: her name at the hub; her row is deleted when she is erased.
        issuer: the platform.
        subject: what it calls her: a number or the like.
    """

    __tablename__ = "lti_subjects"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    user_name: Mapped[str] = mapped_column(String(24), primary_key=True)
    issuer: Mapped[str] = mapped_column(String(255))
    subject: Mapped[str] = mapped_column(String(LONGEST))


class LtiLine(Base):
    """A place in a platform's gradebook where her score of an exercise goes, and what waits for it.

    Attributes:
        user_name: whose.
        assignment: of which exercise.
        address: of the line item.
        percent: the newest score, sent or to be sent; none before the first.
        is_final: whether no written answer in it waits for a mentor.
        since: when that score was new, UTC.
        waits: whether it still has to be sent.
    """

    __tablename__ = "lti_lines"
    __table_args__ = (UniqueConstraint("user_name", "assignment", "address"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_name: Mapped[str] = mapped_column(String(24))
    assignment: Mapped[str] = mapped_column(String(80))
    address: Mapped[str] = mapped_column(String(1000))
    percent: Mapped[float | None] = mapped_column(Float)
    is_final: Mapped[bool] = mapped_column(default=False, server_default=false())
    since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    waits: Mapped[bool] = mapped_column(default=False, server_default=false())
