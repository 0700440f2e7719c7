"""Signs documents and checks them: Data Integrity with `eddsa-rdfc-2022`, nothing fetched."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from pyld import jsonld

from academy.certificates.keys import Key, decode, encode, public_key

Document = dict[str, Any]

CREDENTIALS: Final = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES: Final = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
_FILES: Final = {CREDENTIALS: "credentials-v2.json", OPEN_BADGES: "open-badges-3.0.3.json"}
_KIND: Final = {
    "type": "DataIntegrityProof",
    "cryptosuite": "eddsa-rdfc-2022",
    "proofPurpose": "assertionMethod",
}


def sign(document: Document, key: Key, moment: datetime | None = None) -> Document:
    """Give a document with the proof that `key` has signed it.

    Args:
        document: JSON-LD in the vocabularies that we keep.
        key: one of the school's.
        moment: when it is signed; now, where none is given.

    Raises:
        ValueError: something in it is no term of its vocabularies, so that no signature could
            cover it.
    """
    if not _is_covered(document):
        raise ValueError("something in the document would not be signed")
    when = (moment or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    proof = {**_KIND, "created": when, "verificationMethod": key.method}
    value = encode(key.private.sign(_digest(document, proof)))
    return {**document, "proof": {**proof, "proofValue": value}}


def is_intact(document: Document) -> bool:
    """Say whether a document is word for word what its issuer has signed.

    Whether the issuer is who one thinks, and whether it was revoked since, is another question.

    Args:
        document: with its proof. Of anybody: what is wrong with it makes it not intact.
    """
    try:
        bare = {name: value for name, value in document.items() if name != "proof"}
        proof = {n: value for n, value in document["proof"].items() if n != "proofValue"}
        issuer = bare["issuer"] if isinstance(bare["issuer"], str) else bare["issuer"]["id"]
        method = f"{issuer}#{issuer.removeprefix('did:key:')}"
        if proof != {**_KIND, "created": proof["created"], "verificationMethod": method}:
            return False
        signature = decode(document["proof"]["proofValue"])
        public_key(issuer).verify(signature, _digest(bare, proof))
        return _is_covered(bare)
    except (AttributeError, InvalidSignature, KeyError, TypeError, ValueError):
        return False
    except jsonld.JsonLdError:
        return False


def _digest(document: Document, proof: Document) -> bytes:
    of_proof = _canonical({"@context": document["@context"], **proof})
    return hashlib.sha256(of_proof).digest() + hashlib.sha256(_canonical(document)).digest()


def _canonical(document: Document) -> bytes:
    settings = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    text: str = jsonld.normalize(document, {**settings, "documentLoader": _load})
    return text.encode()


def _is_covered(document: Document) -> bool:
    """Say whether every part of it has a meaning: JSON-LD passes over what its vocabularies lack."""
    options = {"documentLoader": _load}
    meant = jsonld.compact(document, document["@context"], options)
    return bool(_parts(meant) == _parts(document))


def _parts(value: Any) -> Any:
    """Give a form in which one thing and a list of that one thing are the same."""
    if isinstance(value, dict):
        return [{name: _parts(inner) for name, inner in value.items()}]
    if isinstance(value, list):
        return [part for inner in value for part in _parts(inner)]
    return [value]


def _load(address: str, _: Any) -> dict[str, Any]:
    """Give a vocabulary that we keep; never anything from elsewhere."""
    if address not in _FILES:
        raise ValueError(f"{address} is no vocabulary of ours")
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": _vocabulary(address),
    }


@cache
def _vocabulary(address: str) -> Any:
    path = Path(__file__).parent / "contexts" / _FILES[address]
    return json.loads(path.read_text(encoding="utf-8"))
