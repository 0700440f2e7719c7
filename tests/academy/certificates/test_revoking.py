"""Revoking, and what an erasure leaves."""

from __future__ import annotations

from academy.certificates.models import Certificate, Revocation
from academy.certificates.records import Issuer, State, judge
from academy.certificates.revoking import ERASED, REASONS, revoke, withdraw
from academy.people.store import Store

from .conftest import NOW, given


def test_the_first_reason_stays(store: Store, issuer: Issuer) -> None:
    """Who presses twice changes nothing."""
    certificate = given(store, issuer)
    with store.writing() as session:
        for reason, author in (("keliru", "mentora"), ("diminta", "kantora")):
            revoke(session, certificate, reason, author, NOW.date())
            session.flush()
    with store.reading() as session:
        kept = session.get_one(Revocation, certificate.id)
        assert (kept.reason, kept.author) == ("keliru", "mentora")
        assert kept.reason in REASONS


def test_of_the_erased_the_fact_stays(store: Store, issuer: Issuer) -> None:
    """Hers are revoked, others' are not; without her row the address still says so."""
    hers, other = given(store, issuer), given(store, issuer, "lumiga")
    with store.writing() as session:
        withdraw(session, "tosari", NOW.date())
        session.delete(session.get_one(Certificate, hers.id))
    with store.reading() as session:
        assert session.get_one(Revocation, hers.id).reason == ERASED
        judged = judge(session, hers.id, issuer.keys)
        assert (judged.state, judged.shown) == (State.REVOKED, None)
        assert judge(session, other.id, issuer.keys).state is State.VALID
