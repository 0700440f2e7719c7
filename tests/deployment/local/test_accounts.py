"""The store of logins."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deployment.local.accounts import Accounts, Outcome


@pytest.fixture
def store(tmp_path: Path) -> Accounts:
    """A store with one trainee who has not logged in yet."""
    made = Accounts(tmp_path / "accounts.sqlite")
    made.add_all([("peserta01", "trainee", "kopi-sawah-lampu-4729")])
    return made


def test_a_one_time_password_leads_to_a_change_only(store: Accounts) -> None:
    """It never counts as logged in, however it is typed."""
    for typed in ("kopi-sawah-lampu-4729", "Kopi sawah lampu 4729 "):
        assert store.check("peserta01", typed, "a").outcome is Outcome.MUST_CHANGE


def test_after_the_change_only_the_new_password_works(store: Accounts) -> None:
    """The card is worth nothing from then on; the new one is taken literally."""
    store.change("peserta01", "Emping Menes 77")
    assert store.check("peserta01", "Emping Menes 77", "a").outcome is Outcome.OK
    for wrong in ("kopi-sawah-lampu-4729", "emping menes 77", "", "Emping Menes 77 "):
        assert store.check("peserta01", wrong, "a").outcome is Outcome.WRONG


@pytest.mark.parametrize("name", ["peserta02", "lapak-grader", "", "' OR 1=1 --", "root"])
def test_nobody_gets_in_by_a_name(store: Accounts, name: str) -> None:
    """Unknown names answer like known ones with a wrong password."""
    assert store.check(name, "kopi-sawah-lampu-4729", "a").outcome is Outcome.WRONG
    assert name not in store.names()


def test_guessing_waits_and_a_restart_does_not_help(store: Accounts) -> None:
    """Attempts are in the store; even the right password waits then."""
    for _ in range(5):
        store.check("peserta01", "salah", "a", now=1000)
    again = Accounts(store.path)
    verdict = again.check("peserta01", "kopi-sawah-lampu-4729", "a", now=1001)
    assert (verdict.outcome, verdict.wait) == (Outcome.WAIT, 29)
    later = again.check("peserta01", "kopi-sawah-lampu-4729", "a", now=1031)
    assert later.outcome is Outcome.MUST_CHANGE


def test_attempts_sent_at_once_do_not_slip_through(store: Accounts) -> None:
    """Counted before the password is looked at: twenty together are five looked at."""
    with ThreadPoolExecutor(20) as pool:
        found = list(pool.map(lambda n: store.check("peserta01", f"salah{n}", "a"), range(20)))
    assert sum(verdict.outcome is Outcome.WRONG for verdict in found) == 5


def test_a_reset_ends_the_old_password(store: Accounts) -> None:
    """A forgotten or stolen password is replaced by a new card."""
    store.change("peserta01", "emping menes 77")
    before = store.stamp("peserta01")
    once = store.reset("peserta01")
    assert store.check("peserta01", "emping menes 77", "a").outcome is Outcome.WRONG
    assert store.check("peserta01", once, "a").outcome is Outcome.MUST_CHANGE
    assert store.stamp("peserta01") != before
    assert store.waiting_for_change("peserta01")


def test_what_is_stored_is_private_and_holds_no_password(store: Accounts) -> None:
    """0600, and neither the password nor a part of it in the file."""
    assert store.path.stat().st_mode & 0o777 == 0o600
    assert b"kopi" not in store.path.read_bytes()


@pytest.mark.parametrize(
    ("name", "role"),
    [("Ani", "trainee"), ("lapak-grader", "mentor"), ("ani", "admin"), ("a", "mentor")],
)
def test_bad_names_and_roles_are_refused(store: Accounts, name: str, role: str) -> None:
    """No name that could be an OS account's of ours, and no third role."""
    with pytest.raises(ValueError, match="tidak dapat dipakai"):
        store.add(name, role)


def test_several_are_added_together_or_not_at_all(store: Accounts) -> None:
    """A start that breaks off leaves no half of the accounts."""
    with pytest.raises(ValueError, match="sudah ada"):
        store.add_all([("baru", "trainee", "x"), ("peserta01", "mentor", "y")])
    assert store.names() == ["peserta01"]
    assert store.names("mentor") == []


def test_an_unknown_name_cannot_be_changed(store: Accounts) -> None:
    """A change makes no account."""
    with pytest.raises(KeyError):
        store.change("siapa", "emping menes 77")
    with sqlite3.connect(store.path) as db:
        assert db.execute("SELECT count(*) FROM accounts").fetchone() == (1,)
