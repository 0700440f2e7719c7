"""The credential itself: an Open Badges 3.0 achievement in the form of Verifiable Credentials 2.0."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from academy.catalog import Award, Catalog, Unit
from academy.certificates.keys import Key
from academy.certificates.models import ID
from academy.certificates.proofs import CREDENTIALS, OPEN_BADGES, Document
from usaha.dates import WIB

PATH: Final = "/services/pelatihan/sertifikat"
UNCHECKED: Final = "Kode ini belum dicocokkan dengan naskah standarnya."
_LESSONS: Final = "/services/belajar/pelajaran"


@dataclass(frozen=True)
class Line:
    """One unit on a certificate.

    Attributes:
        title: of the unit.
        code: of the unit of a national competency standard; empty where there is none.
        standard: where that stands.
        is_checked: whether somebody has compared the code with the standard.
    """

    title: str
    code: str = ""
    standard: str = ""
    is_checked: bool = True


@dataclass(frozen=True)
class Shown:
    """What a person reads of a credential.

    Attributes:
        id: what its public address ends with.
        name: to whom it was given.
        title: what for.
        sentence: what she can do.
        day: when, in Banten.
        issuer: who gives it.
        did: the issuer's key.
        lines: the units.
    """

    id: str
    name: str
    title: str
    sentence: str
    day: date
    issuer: str
    did: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Gift:
    """What one credential says of itself.

    Attributes:
        id: what its public address ends with.
        name: to whom it is given.
        moment: when it is given.
        position: its place in the list of what was revoked.
    """

    id: str
    name: str
    moment: datetime
    position: int


def page_of(address: str, id_: str) -> str:
    """Give the public page of a certificate.

    Example:
        >>> page_of("https://lapak.example", "abcdefgh234567ab")
        'https://lapak.example/services/pelatihan/sertifikat/abcdefgh234567ab'
    """
    return f"{address}{PATH}/{id_}"


def list_of(address: str, key: Key) -> str:
    """Give the address of the list of what was revoked of what `key` has signed."""
    return f"{address}{PATH}/status/{key.short}"


def make(catalog: Catalog, award: Award, gift: Gift, key: Key, address: str) -> Document:
    """Write a credential; `proofs.sign` signs it.

    Args:
        catalog: the units, and the rules by which it was earned.
        award: what it is given for.
        gift: to whom and when.
        key: of the school.
        address: of the school, as others reach it.
    """
    listed = list_of(address, key)
    return {
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": page_of(address, gift.id),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": award.title.id,
        "issuer": {
            "id": key.did,
            "type": ["Profile"],
            "name": catalog.certification.issuer,
            "url": address,
        },
        "validFrom": gift.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [_holder(gift.name)],
            "achievement": _achievement(catalog, award, address),
        },
        "credentialStatus": {
            "id": f"{listed}#{gift.position}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(gift.position),
            "statusListCredential": listed,
        },
    }


def read(document: Document) -> Shown:
    """Read what a person is shown of a credential of ours.

    Raises:
        KeyError: it is none of ours.
        ValueError: the same.
    """
    subject = document["credentialSubject"]
    achievement = subject["achievement"]
    moment = datetime.fromisoformat(document["validFrom"])
    return Shown(
        id=id_of(document),
        name=str(subject["identifier"][0]["identityHash"]),
        title=str(achievement["name"]),
        sentence=str(achievement["description"]),
        day=moment.astimezone(WIB).date(),
        issuer=str(document["issuer"]["name"]),
        did=str(document["issuer"]["id"]),
        lines=tuple(_line(one) for one in achievement["alignment"]),
    )


def id_of(document: Document) -> str:
    """Give what the public address of a credential ends with.

    Raises:
        ValueError: it has no such address.
    """
    found = re.fullmatch(rf"https?://[^/]+{PATH}/({ID})", str(document.get("id")))
    if found is None:
        raise ValueError("no certificate of a school like this")
    return found.group(1)


def _holder(name: str) -> dict[str, Any]:
    return {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": name,
        "identityType": "name",
    }


def _achievement(catalog: Catalog, award: Award, address: str) -> dict[str, Any]:
    return {
        "id": f"{address}{PATH}#{award.id}",
        "type": ["Achievement"],
        "achievementType": "Certificate",
        "inLanguage": "id",
        "name": award.title.id,
        "description": award.sentence.id,
        "criteria": {
            "narrative": (
                f"Menguasai setiap unit dengan sedikitnya {catalog.mastery}% dari nilai latihan, dan "
                f"{catalog.certification.rubric}% dari nilai pendamping untuk jawaban uraian."
            )
        },
        "alignment": [
            line for id_ in award.units for line in _alignments(catalog.unit(id_), address)
        ],
    }


def _alignments(unit: Unit, address: str) -> Iterable[dict[str, Any]]:
    """Give an entry for each competency of a unit, or one without a code."""
    bare = {
        "type": ["Alignment"],
        "targetName": unit.title.id,
        "targetUrl": f"{address}{_LESSONS}/{unit.id}.html",
    }
    for competency in unit.competency:
        note = {} if competency.verified else {"targetDescription": UNCHECKED}
        yield {
            **bare,
            "targetCode": competency.code,
            "targetFramework": competency.standard,
            **note,
        }
    if not unit.competency:
        yield bare


def _line(alignment: dict[str, Any]) -> Line:
    return Line(
        title=str(alignment["targetName"]),
        code=str(alignment.get("targetCode", "")),
        standard=str(alignment.get("targetFramework", "")),
        is_checked=alignment.get("targetDescription") != UNCHECKED,
    )
