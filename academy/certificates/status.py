"""The signed list of what was revoked: a Bitstring Status List, one for each of the school's keys."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from academy.certificates.credential import list_of
from academy.certificates.keys import Key
from academy.certificates.proofs import CREDENTIALS, Document, sign

LENGTH: Final = 131_072  # bits: the least that the standard allows, so that one hides among many


def status_list(positions: Iterable[int], key: Key, address: str, now: datetime) -> Document:
    """Make the list and sign it.

    Args:
        positions: the places of what was revoked.
        key: the list is for what this key has signed.
        address: of the school.
        now: the list counts from the beginning of this hour, so that clocks may differ a little.
    """
    its = list_of(address, key)
    since = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    document = {
        "@context": [CREDENTIALS],
        "id": its,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": key.did,
        "validFrom": since.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "credentialSubject": {
            "id": f"{its}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encode(positions),
        },
    }
    return sign(document, key, since)


def encode(positions: Iterable[int]) -> str:
    """Write the list as the standard has it: a bit for each place, packed, base64url in multibase.

    Example:
        >>> encode([0, 9])[:8], len(encode([]))
        ('uH4sIAAAA', 69)
    """
    bits = bytearray(LENGTH // 8)
    for position in positions:
        bits[position // 8] |= 0x80 >> position % 8
    packed = gzip.compress(bytes(bits), mtime=0)
    return "u" + base64.urlsafe_b64encode(packed).rstrip(b"=").decode()
