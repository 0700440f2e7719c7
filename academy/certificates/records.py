"""Gives certificates and judges them: what is in the database, and whether it still counts."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from academy.catalog import Award, Catalog
from academy.certificates.credential import Gift, Shown, id_of, make, read
from academy.certificates.keys import Key
from academy.certificates.models import Certificate, Revocation
from academy.certificates.proofs import Document, is_intact, sign
from academy.certificates.status import LENGTH
from academy.people.models import Person
from usaha.dates import WIB


class State(StrEnum):
    """What a certificate is worth."""

    VALID = "berlaku"
    REVOKED = "dicabut"
    CHANGED = "diubah"
    UNKNOWN = "tidak-dikenal"


@dataclass(frozen=True)
class Issuer:
    """The school as it gives certificates.

    Attributes:
        catalog: the units, and what certificates want.
        keys: all of its keys; the first signs.
        address: as others reach it.
    """

    catalog: Catalog
    keys: list[Key]
    address: str


@dataclass(frozen=True)
class Judged:
    """A certificate and what it is worth.

    Attributes:
        state: what it is worth.
        shown: what it says; nothing unless it is valid.
        document: the credential; the same.
    """

    state: State
    shown: Shown | None = None
    document: Document | None = None


def give(
    session: Session, issuer: Issuer, person: Person, award: Award, now: datetime
) -> Certificate:
    """Give a certificate to a person, or find the one that she has and that still counts.

    Args:
        session: writes the database.
        issuer: who gives it.
        person: to whom; her name as it stands now.
        award: what for; that she has earned it is the caller's to know.
        now: the moment.
    """
    for certificate, revocation in of(session, person.user_name):
        if certificate.award == award.id and revocation is None:
            return certificate
    gift = Gift(_drawn_id(), person.display_name, now, _free_position(session))
    key = issuer.keys[0]
    document = sign(make(issuer.catalog, award, gift, key, issuer.address), key, now)
    certificate = Certificate(
        id=gift.id,
        user_name=person.user_name,
        award=award.id,
        issued=now.astimezone(WIB).date(),
        position=gift.position,
        document=json.dumps(document, ensure_ascii=False, indent=1),
    )
    session.add(certificate)
    session.flush()
    return certificate


def of(session: Session, user_name: str) -> list[tuple[Certificate, Revocation | None]]:
    """List somebody's certificates, the newest first, each with what revoked it."""
    wanted = (
        select(Certificate, Revocation)
        .outerjoin(Revocation, Revocation.id == Certificate.id)
        .where(Certificate.user_name == user_name)
        .order_by(Certificate.issued.desc(), Certificate.id)
    )
    return [(certificate, revocation) for certificate, revocation in session.execute(wanted)]


def judge(session: Session, id_: str, keys: list[Key]) -> Judged:
    """Say what the certificate of an address is worth.

    Args:
        session: reads the database.
        id_: what the address ends with.
        keys: all of the school's.
    """
    if session.get(Revocation, id_) is not None:
        return Judged(State.REVOKED)
    certificate = session.get(Certificate, id_)
    if certificate is None:
        return Judged(State.UNKNOWN)
    document = json.loads(certificate.document)
    if not (_is_ours(document, id_, keys) and _is_signed(certificate.document)):
        return Judged(State.CHANGED)
    return Judged(State.VALID, read(document), document)


def judge_document(session: Session, document: Any, keys: list[Key]) -> Judged:
    """Say what a credential is worth that somebody shows.

    It is compared with the one that was given; nothing in it is followed or calculated with.

    Args:
        session: reads the database.
        document: what was in the file.
        keys: all of the school's.
    """
    try:
        id_ = id_of(document)
    except (AttributeError, ValueError):
        return Judged(State.UNKNOWN)
    judged = judge(session, id_, keys)
    if judged.state is State.VALID and document != judged.document:
        return Judged(State.CHANGED)
    return judged


def revoked_positions(session: Session) -> list[int]:
    """List the places of all that was revoked."""
    return list(session.scalars(select(Revocation.position).order_by(Revocation.position)))


def _is_ours(document: Document, id_: str, keys: list[Key]) -> bool:
    try:
        return document["issuer"]["id"] in {key.did for key in keys} and id_of(document) == id_
    except (KeyError, TypeError, ValueError):
        return False


@lru_cache(maxsize=1000)
def _is_signed(text: str) -> bool:
    """Say whether a credential is as it was signed; kept, because calculating it takes a while."""
    return is_intact(json.loads(text))


def _drawn_id() -> str:
    return base64.b32encode(secrets.token_bytes(10)).decode().lower()


def _free_position(session: Session) -> int:
    used = {*session.scalars(select(Certificate.position)), *revoked_positions(session)}
    if len(used) >= LENGTH // 2:
        raise RuntimeError("the list of what was revoked is half full: begin one with a new key")
    while (position := secrets.randbelow(LENGTH)) in used:
        pass
    return position
