"""The tables of what trainees have tried, what mentors have judged, and where they have been."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Date,
    DateTime,
    Float,
    Index,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from academy.people.models import NAMING

Answers = dict[str, tuple[float, float, str]]


class Base(DeclarativeBase):
    """What the tables of this database share. Moments are UTC without a zone, as in the gradebook."""

    metadata = MetaData(naming_convention=NAMING)


class Attempt(Base):
    """One submission as it was graded.

    Attributes:
        number: 1 for her first submission of the assignment.
        shop: 1 for the first shop that the school issued to her for it.
        seed: of that shop; empty where none was issued.
        counts: whether it is a try. Once a submission for a shop has been judged, more of them for the
            same shop are graded for her own use.
        handed_in: when she submitted by the school's clock, UTC. What is late is told by this.
        stamp: when she submitted as her submission says, UTC; tells it from her others. She may write
            there what she likes.
        graded: when it was graded last, UTC.
        score: points that the machine gave.
        points: points that the machine can give.
        answers: by question: points earned, points possible, and what she was told: the id of a
            known mistake, or the kind of the remark (`benar`, `kosong`, `toko_lain` …).
        minutes: how long she worked on it; none where the notebook does not tell.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        UniqueConstraint("user_name", "assignment", "stamp"),
        # With this the report of everybody reads no answers: a tenth of the pages.
        Index(
            "ix_attempts_scores",
            *("user_name", "assignment", "handed_in", "counts", "score", "points"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_name: Mapped[str] = mapped_column(String(24))
    assignment: Mapped[str] = mapped_column(String(80), index=True)
    number: Mapped[int]
    shop: Mapped[int] = mapped_column(default=1, server_default="1")
    counts: Mapped[bool] = mapped_column(default=True, server_default=true())
    seed: Mapped[str] = mapped_column(String(64))
    handed_in: Mapped[datetime] = mapped_column(DateTime)
    stamp: Mapped[datetime] = mapped_column(DateTime)
    graded: Mapped[datetime] = mapped_column(DateTime)
    score: Mapped[float] = mapped_column(Float)
    points: Mapped[float] = mapped_column(Float)
    answers: Mapped[Answers] = mapped_column(JSON)
    minutes: Mapped[int | None]

    def __init__(self, **values: Any) -> None:
        """Make one; for the first shop, counting and with a true stamp, where nothing else is said."""
        stamp = values.get("handed_in")
        super().__init__(**{"shop": 1, "counts": True, "stamp": stamp, **values})


class Review(Base):
    """What a mentor gives by hand for one part of an exercise, or has yet to give.

    Attributes:
        cell: name of the part, such as `alasan_harga`.
        points: how many it can have.
        score: what the mentor gave; none while it waits.
        comment: what the mentor wrote to her; empty when nothing.
        changed: when this was read from the gradebook, UTC.
    """

    __tablename__ = "reviews"

    user_name: Mapped[str] = mapped_column(String(24), primary_key=True)
    assignment: Mapped[str] = mapped_column(String(80), primary_key=True)
    cell: Mapped[str] = mapped_column(String(80), primary_key=True)
    points: Mapped[float] = mapped_column(Float)
    score: Mapped[float | None] = mapped_column(Float)
    comment: Mapped[str] = mapped_column(Text)
    changed: Mapped[datetime] = mapped_column(DateTime)


class Visit(Base):
    """A mentoring visit.

    Attributes:
        mentor: the mentor's user name.
        day: when it was.
        told: what she may read again on her own page.
        note: what only mentors and the office read.
    """

    __tablename__ = "visits"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_name: Mapped[str] = mapped_column(String(24), index=True)
    mentor: Mapped[str] = mapped_column(String(24))
    day: Mapped[date] = mapped_column(Date)
    told: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
