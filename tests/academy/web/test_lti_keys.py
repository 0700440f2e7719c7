"""The public key for a campus: there for everybody where one is set, else for nobody."""

from __future__ import annotations

import pytest

from academy.lti.keys import key_set

from .conftest import Site

SAID = {"ISSUER": "https://k.example", "CLIENT": "l", "DEPLOYMENT": "7", "COHORT": "k", "DISTRICT": "36.73"}  # fmt: skip


def test_it_is_public(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a login; and nothing without a campus."""
    assert site.visitor().get("lti/kunci.json").status_code == 404
    for name, value in SAID.items():
        monkeypatch.setenv(f"LAPAK_LTI_{name}", value)
    answer = site.visitor().get("lti/kunci.json")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == key_set(site.school)
