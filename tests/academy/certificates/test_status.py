"""The list of what was revoked: the right bit, signed by the key that it is for."""

from __future__ import annotations

import base64
import gzip
from datetime import timedelta

from academy.certificates.keys import add_key
from academy.certificates.proofs import is_intact
from academy.certificates.records import Issuer
from academy.certificates.status import LENGTH, encode, status_list
from deployment.local.layout import Layout

from .conftest import ADDRESS, NOW


def bits(encoded: str) -> str:
    """Unpack a list as a verifier does."""
    text = encoded[1:]
    packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return "".join(f"{byte:08b}" for byte in gzip.decompress(packed))


def test_the_first_place_is_the_first_bit() -> None:
    """Counted from the left, as the standard says."""
    found = bits(encode([0, 9, LENGTH - 1]))
    assert len(found) == LENGTH
    assert [at for at, bit in enumerate(found) if bit == "1"] == [0, 9, LENGTH - 1]


def test_each_key_signs_its_own(issuer: Issuer, files: Layout) -> None:
    """It counts already when a clock is a little late; one changed bit is found."""
    other = add_key(files)
    for key in (issuer.keys[0], other):
        made = status_list([5], key, ADDRESS, NOW)
        assert made["issuer"] == key.did
        assert made["id"].endswith(f"/sertifikat/status/{key.short}")
        assert made["validFrom"] == "2027-04-02T20:00:00Z"
        assert is_intact(made)
        made["credentialSubject"]["encodedList"] = encode([])
        assert not is_intact(made)
    later = status_list([5], other, ADDRESS, NOW + timedelta(minutes=20))
    assert later == status_list([5], other, ADDRESS, NOW)
