"""The tables of certificates: what was given to whom, and what was revoked."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Date, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from academy.people.models import Base

ID: Final = r"[a-z2-7]{16}"  # of a certificate: 80 bits drawn by chance


class Certificate(Base):
    """A certificate as it was signed.

    Attributes:
        id: what its public address ends with.
        user_name: whose; her row is deleted when she is erased.
        award: id of what it was given for, in the catalogue.
        issued: the day in Banten.
        position: its place in the list of what was revoked.
        document: the signed credential as JSON.
    """

    __tablename__ = "certificates"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    user_name: Mapped[str] = mapped_column(String(24), index=True)
    award: Mapped[str] = mapped_column(String(80))
    issued: Mapped[date] = mapped_column(Date)
    position: Mapped[int] = mapped_column(unique=True)
    document: Mapped[str] = mapped_column(Text)


class Revocation(Base):
    """That a certificate counts no more. It says nothing of a person, and stays for good.

    Attributes:
        id: the certificate's.
        position: its place in the list.
        day: when, in Banten.
        reason: a key of `revoking.REASONS`.
        author: user name of the mentor or the office; empty where an erasure did it.
    """

    __tablename__ = "revocations"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    position: Mapped[int] = mapped_column(unique=True)
    day: Mapped[date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(String(16))
    author: Mapped[str] = mapped_column(String(24))
