"""The tables."""

from __future__ import annotations

import re

from academy.certificates.models import ID, Certificate, Revocation
from academy.certificates.records import Issuer
from academy.people.store import Store

from .conftest import given


def test_a_revocation_is_about_nobody() -> None:
    """So an erasure and a copy of her data pass it by; a certificate is about one person."""
    assert "user_name" in Certificate.__table__.c
    assert "user_name" not in Revocation.__table__.c


def test_ids_fit_their_pattern(store: Store, issuer: Issuer) -> None:
    """And no two are the same."""
    made = [given(store, issuer, user, award).id for user in ("tosari", "lumiga")
            for award in ("pembukuan", "pemasaran", "rintisan")]  # fmt: skip
    assert all(re.fullmatch(ID, id_) for id_ in made)
    assert len(set(made)) == len(made)
