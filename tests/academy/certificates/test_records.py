"""Giving and judging: what counts, what was revoked, what was changed, what nobody knows."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path

import pytest

from academy.certificates import records
from academy.certificates.keys import add_key, keys
from academy.certificates.models import Certificate
from academy.certificates.proofs import sign
from academy.certificates.records import (
    Issuer,
    State,
    judge,
    judge_document,
    of,
    revoked_positions,
)
from academy.certificates.revoking import RENAMED, revoke
from academy.people.store import Store, find
from deployment.local.layout import Layout

from .conftest import NOW, given


def state(store: Store, issuer: Issuer, id_: str) -> State:
    """What a certificate is worth."""
    with store.reading() as session:
        return judge(session, id_, issuer.keys).state


def test_what_was_given_counts(store: Store, issuer: Issuer) -> None:
    """By its address, and by its file."""
    certificate = given(store, issuer)
    with store.reading() as session:
        judged = judge(session, certificate.id, issuer.keys)
        assert judged.state is State.VALID
        assert judged.shown is not None
        assert judged.shown.name == "Siti Tosari"
        shown = judge_document(session, json.loads(certificate.document), issuer.keys)
        assert shown.state is State.VALID


def test_a_page_that_many_open_costs_little(
    store: Store, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The signature of a text is calculated once; another text is calculated anew."""
    calculated: list[str] = []
    monkeypatch.setattr(
        records, "is_intact", lambda document: calculated.append(document["id"]) or True
    )
    certificates = [given(store, issuer), given(store, issuer, "lumiga")]
    for certificate in certificates * 3:
        assert state(store, issuer, certificate.id) is State.VALID
    assert len(calculated) == 2


def test_it_is_given_once(store: Store, issuer: Issuer) -> None:
    """A second press finds the first; after it was revoked there is a new one, with her new name."""
    first = given(store, issuer)
    assert given(store, issuer).id == first.id
    with store.writing() as session:
        find(session, "tosari").display_name = "Siti Tosari Aminah"
        revoke(session, session.get_one(Certificate, first.id), RENAMED, "mentora", NOW.date())
    second = given(store, issuer)
    assert second.id != first.id
    assert second.position != first.position
    assert "Siti Tosari Aminah" in second.document
    assert state(store, issuer, first.id) is State.REVOKED
    assert state(store, issuer, second.id) is State.VALID
    with store.reading() as session:
        assert revoked_positions(session) == [first.position]
        found = of(session, "tosari")
    assert {one.id: why.reason if why else "" for one, why in found} == {
        first.id: RENAMED,
        second.id: "",
    }


def test_a_changed_file(store: Store, issuer: Issuer) -> None:
    """One letter, an addition, a name that somebody else has signed: all are changed."""
    certificate = given(store, issuer)
    right = json.loads(certificate.document)
    subject = copy.deepcopy(right)
    subject["credentialSubject"]["identifier"][0]["identityHash"] = "Siti Tosarj"
    added = {**right, "gelar": "Doktor"}
    with store.reading() as session:
        for wrong in (subject, added, {"id": right["id"]}):
            judged = judge_document(session, wrong, issuer.keys)
            assert judged.state is State.CHANGED
            assert judged.shown is None


def test_a_changed_database(store: Store, issuer: Issuer) -> None:
    """What stands there must be signed by a key of the school, and for this address."""
    certificate, other = given(store, issuer), given(store, issuer, "lumiga")
    with store.writing() as session:
        row = session.get_one(Certificate, certificate.id)
        row.document = row.document.replace("Siti", "Hj. Siti")
        session.get_one(Certificate, other.id).document = certificate.document
    assert state(store, issuer, certificate.id) is State.CHANGED
    assert state(store, issuer, other.id) is State.CHANGED


def test_a_key_that_is_not_the_schools(store: Store, issuer: Issuer, tmp_path: Path) -> None:
    """Its signature is right, and counts for nothing here."""
    elsewhere = Layout(tmp_path / "lain")
    elsewhere.hub.mkdir(parents=True)
    stranger = keys(elsewhere)[0]
    certificate = given(store, issuer)
    with store.writing() as session:
        row = session.get_one(Certificate, certificate.id)
        bare = json.loads(row.document)
        del bare["proof"]
        bare["issuer"]["id"] = stranger.did
        row.document = json.dumps(sign(bare, stranger))
    assert state(store, issuer, certificate.id) is State.CHANGED


def test_a_new_key_leaves_the_old_ones_good(store: Store, issuer: Issuer, files: Layout) -> None:
    """What the first key signed counts on; the next is signed by the second."""
    first = given(store, issuer)
    add_key(files)
    turned = replace(issuer, keys=keys(files))
    second = given(store, turned, award="rintisan")
    assert state(store, turned, first.id) is State.VALID
    assert state(store, turned, second.id) is State.VALID
    assert turned.keys[0].did in second.document
    assert turned.keys[1].did in first.document


@pytest.mark.parametrize("document", [None, [], "x", {}, {"id": 5}, {"id": "https://a.example/b"}])
def test_what_is_no_certificate(store: Store, issuer: Issuer, document: object) -> None:
    """Anything at all may be uploaded."""
    with store.reading() as session:
        assert judge_document(session, document, issuer.keys).state is State.UNKNOWN
        assert judge(session, "a" * 16, issuer.keys).state is State.UNKNOWN
