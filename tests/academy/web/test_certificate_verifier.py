"""The Digital Credentials Consortium's verifier of Open Badges 3.0, from npm, accepts what we sign."""

from __future__ import annotations

import copy
import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from academy.certificates.keys import add_key
from academy.certificates.models import Certificate
from academy.certificates.revoking import revoke
from academy.environment import node_program
from tests.axe import modules
from usaha.dates import today

from .certified import certificates_of, given
from .conftest import Site

SCRIPT = Path(__file__).parent / "verify.mjs"
ACCEPTED = {
    "valid_signature": True,
    "expiration": True,
    "revocation_status": True,
    "registered_issuer": False,  # the Consortium keeps a list of issuers; we are on none
}


@pytest.fixture(scope="module")
def reachable(site: Site) -> Iterator[Site]:
    """The service as others reach it: the addresses in what it signs are its own."""
    before = site.school
    site.school = replace(before, port=urlsplit(site.base).port or 0)
    site.app.settings["school"] = site.school
    with certificates_of(site):
        yield site
    site.school = site.app.settings["school"] = before


def verified(*credentials: Any) -> list[dict[str, Any]]:
    """What the verifier says to each."""
    done = subprocess.run(
        [str(node_program()), str(SCRIPT), str(modules())],
        input=json.dumps(credentials),
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def changed(document: dict[str, Any]) -> dict[str, Any]:
    """The same with one letter of the name changed."""
    other = copy.deepcopy(document)
    other["credentialSubject"]["identifier"][0]["identityHash"] = "Siti Tosarj"
    return other


def test_valid_changed_and_revoked(reachable: Site) -> None:
    """It takes what counts, of the old key and of the new, and refuses what was changed or revoked."""
    gone = given(reachable, "lumiga")
    first = json.loads(given(reachable, "tosari").document)
    added = {**first, "gelar": "Doktor"}
    add_key(reachable.school)
    second = json.loads(given(reachable, "kerupa", "rintisan").document)
    with reachable.store.writing() as session:
        revoke(session, session.get_one(Certificate, gone.id), "keliru", "mentora", today())
    assert first["issuer"]["id"] != second["issuer"]["id"]
    told = verified(first, second, changed(first), added, json.loads(gone.document))
    assert told[0] == told[1] == {"steps": ACCEPTED, "errors": []}
    assert told[2] == {"steps": {}, "errors": ["invalid_signature"]}
    assert told[3]["errors"]
    assert told[4] == {"steps": {**ACCEPTED, "revocation_status": False}, "errors": []}
