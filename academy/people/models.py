"""The tables of the academy's own database."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, DateTime, ForeignKey, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

ENDED = "-"  # no code that somebody types has this sign: it is taken out of what was typed
ROLES = ("trainee", "mentor", "operator")
NAMING = {
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
}


class Base(DeclarativeBase):
    """What all tables of the academy share; others of its databases join here."""

    metadata = MetaData(naming_convention=NAMING)


class Cohort(Base):
    """People who begin and end a training together.

    Attributes:
        code: what a person types to register herself in this cohort; one that begins with `-` was ended.
    """

    __tablename__ = "cohorts"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    starts: Mapped[date] = mapped_column(Date)
    ends: Mapped[date] = mapped_column(Date)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    dues: Mapped[list[Due]] = relationship(order_by="Due.day", cascade="all, delete-orphan")

    @property
    def open_code(self) -> str:
        """The code; empty once it was ended."""
        return "" if self.code.startswith(ENDED) else self.code


class Due(Base):
    """The last day for an assignment in a cohort."""

    __tablename__ = "dues"

    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), primary_key=True)
    assignment: Mapped[str] = mapped_column(String(80), primary_key=True)
    day: Mapped[date] = mapped_column(Date)


class Group(Base):
    """People of a cohort who have one mentor.

    Attributes:
        mentor: the mentor's user name at the hub; none yet while it is empty.
    """

    __tablename__ = "groups"
    __table_args__ = (UniqueConstraint("cohort_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"))
    name: Mapped[str] = mapped_column(String(80))
    mentor: Mapped[str | None] = mapped_column(String(24), index=True)
    cohort: Mapped[Cohort] = relationship()


class Person(Base):
    """One person with an account.

    Attributes:
        user_name: her name at the hub; says nothing about her.
        phone: as ``+62…``.
        district: code of the district, such as ``36.02``.
        business: as she or her office wrote it.
        business_group: the group it is counted in.
        sex: ``L``, ``P`` or unknown.
        registered: when the account was made, UTC.
        consent_day: when she agreed that her data are kept; none: she will be asked.
        consent_text: version of the text that she agreed to.
        closed: when the account was closed, UTC.
    """

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_name: Mapped[str] = mapped_column(String(24), unique=True)
    display_name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(16), index=True)
    phone: Mapped[str | None] = mapped_column(String(16), unique=True)
    email: Mapped[str | None] = mapped_column(String(120), unique=True)
    district: Mapped[str] = mapped_column(String(5), index=True)
    business: Mapped[str] = mapped_column(String(80))
    business_group: Mapped[str | None] = mapped_column(String(40))
    sex: Mapped[str | None] = mapped_column(String(1))
    age_group: Mapped[str | None] = mapped_column(String(8))
    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohorts.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    registered: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    consent_day: Mapped[date | None] = mapped_column(Date)
    consent_text: Mapped[str | None] = mapped_column(String(16))
    closed: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    cohort: Mapped[Cohort | None] = relationship()
    group: Mapped[Group | None] = relationship()


class Opening(Base):
    """An exercise that a mentor has opened by hand, for a person or for a group.

    Attributes:
        user_name: for whom; none where it is for a group.
        mentor: user name of whoever opened it.
        opened: when, UTC.
    """

    __tablename__ = "openings"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_name: Mapped[str | None] = mapped_column(String(24), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    assignment: Mapped[str] = mapped_column(String(80))
    mentor: Mapped[str] = mapped_column(String(24))
    opened: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Erased(Base):
    """What stays of a person who was erased: a count in a cohort, a district and a sex.

    Attributes:
        user_name: kept so that the name is never given to somebody else; it leads to nobody.
        graded: how many assignments had a grade.
        share: points over possible points of those, in percent; none where there were none.
    """

    __tablename__ = "erased"

    user_name: Mapped[str] = mapped_column(String(24), primary_key=True)
    day: Mapped[date] = mapped_column(Date)
    role: Mapped[str] = mapped_column(String(16))
    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohorts.id"))
    district: Mapped[str] = mapped_column(String(5))
    sex: Mapped[str | None] = mapped_column(String(1))
    graded: Mapped[int]
    share: Mapped[int | None]
