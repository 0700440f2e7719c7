"""Revokes certificates: by a mentor or the office with a reason, and of whoever is erased."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from academy.certificates.models import Certificate, Revocation

RENAMED, ERASED = "nama", "dihapus"
REASONS: Final = {
    RENAMED: "Nama diperbaiki.",
    "keliru": "Diterbitkan karena kekeliruan.",
    "diminta": "Diminta pemiliknya.",
    ERASED: "Data pemiliknya dihapus.",
}


def revoke(session: Session, certificate: Certificate, reason: str, author: str, day: date) -> None:
    """Revoke a certificate; harmless when repeated, the first reason stays.

    Args:
        session: writes the database.
        certificate: which.
        reason: a key of `REASONS`.
        author: user name of who does it.
        day: today.
    """
    if session.get(Revocation, certificate.id) is None:
        session.add(
            Revocation(
                id=certificate.id,
                position=certificate.position,
                day=day,
                reason=reason,
                author=author,
            )
        )


def withdraw(session: Session, user_name: str, day: date) -> None:
    """Revoke all certificates of somebody who is being erased; that they were revoked stays."""
    hers = select(Certificate).where(Certificate.user_name == user_name)
    for certificate in session.scalars(hers).all():
        revoke(session, certificate, ERASED, "", day)
    session.flush()
