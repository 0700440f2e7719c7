"""The authenticator's own decisions; its pages are tried in test_jupyterhub_config.py."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from deployment.local.accounts import Accounts, Outcome, Verdict
from deployment.local.authenticator import LapakAuthenticator, _sentence, address_of


@pytest.fixture
def store(tmp_path: Path) -> Accounts:
    """A store with one trainee who has chosen her password."""
    made = Accounts(tmp_path / "accounts.sqlite")
    made.add("peserta01", "trainee")
    made.change("peserta01", "emping menes 77")
    return made


@pytest.fixture
def authenticator(store: Accounts) -> LapakAuthenticator:
    """The authenticator over that store."""
    return LapakAuthenticator(store_path=str(store.path), blocked_users={"lapak-grader"})


def handler(**headers: str) -> SimpleNamespace:
    """A request's handler with some headers."""
    return SimpleNamespace(request=SimpleNamespace(headers=headers))


def login(authenticator: LapakAuthenticator, name: str, password: str) -> object:
    """The whole way that the hub goes: judge, normalize, blocked, allowed."""
    data = {"username": name, "password": password}
    found = asyncio.run(authenticator.get_authenticated_user(handler(), data))
    return found and found["name"]


def test_a_known_person_gets_in(authenticator: LapakAuthenticator) -> None:
    """However her phone writes the name."""
    assert login(authenticator, " Peserta01 ", "emping menes 77") == "peserta01"


@pytest.mark.parametrize("name", ["peserta02", "lapak-grader", "root", ""])
def test_nobody_else_does(authenticator: LapakAuthenticator, name: str) -> None:
    """Neither strangers nor the service's own account."""
    assert login(authenticator, name, "emping menes 77") is None


def test_a_one_time_password_makes_no_session(
    authenticator: LapakAuthenticator, store: Accounts
) -> None:
    """Not by any way that leads through the authenticator."""
    once = store.reset("peserta01")
    assert login(authenticator, "peserta01", once) is None


def test_a_reset_ends_sessions(authenticator: LapakAuthenticator, store: Accounts) -> None:
    """So does an account that is gone."""
    user = SimpleNamespace(name="peserta01")
    assert asyncio.run(authenticator.refresh_user(user))
    store.reset("peserta01")
    assert not asyncio.run(authenticator.refresh_user(user))
    assert not asyncio.run(authenticator.refresh_user(SimpleNamespace(name="hilang")))


def test_the_address_is_what_our_proxy_saw() -> None:
    """A client can write the front of X-Forwarded-For and all of X-Real-IP, not the end."""
    spoofed = {"X-Forwarded-For": "1.2.3.4, 10.0.0.7", "X-Real-Ip": "5.6.7.8"}
    assert address_of(handler(**spoofed)) == "10.0.0.7"
    assert address_of(handler()) == "lokal"


def test_waiting_is_told_in_words() -> None:
    """How long, and whom to ask."""
    said = _sentence(Verdict(Outcome.WAIT, 95), str)
    assert "Tunggu 2 menit" in said
    assert "pendamping" in said
