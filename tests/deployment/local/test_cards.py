"""First passwords, in a file and on cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from deployment.local import cards
from deployment.local.accounts import Accounts, Outcome
from deployment.local.school import School


def test_the_first_start_hands_out_a_password_each(school: School) -> None:
    """Mentor and sample trainees, each with her own; the next start hands out nothing."""
    school.accounts.unlink()
    drawn = cards.first_accounts(school)
    assert sorted(drawn) == ["pendamping", "peserta01", "peserta02"]
    assert len(set(drawn.values())) == 3
    store = Accounts(school.accounts)
    assert store.check("pendamping", drawn["pendamping"], "a").outcome is Outcome.MUST_CHANGE
    assert (store.role("pendamping"), store.role("peserta01")) == ("mentor", "trainee")
    assert cards.first_accounts(school) == {}


def test_both_files_are_the_operators_only(school: School) -> None:
    """0600, also when somebody had left a readable file there."""
    school.accounts.unlink()
    school.passwords.write_text("")
    school.passwords.chmod(0o666)
    drawn = cards.first_accounts(school)
    for path in (school.passwords, school.cards):
        assert path.stat().st_mode & 0o777 == 0o600
        assert all(password in path.read_text() for password in drawn.values())


def test_two_schools_share_no_password(school: School, open_folder: Path) -> None:
    """There is no default."""
    other = School(open_folder / "lain", school.clone, school.env_root)
    other.hub.mkdir(parents=True)
    school.accounts.unlink()
    first, second = cards.first_accounts(school), cards.first_accounts(other)
    assert not set(first.values()) & set(second.values())


def test_a_start_that_breaks_off_is_repeated(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files first, accounts last: no account is left whose password nobody knows."""
    school.accounts.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(
            Accounts, "add_all", lambda self, people: (_ for _ in ()).throw(BrokenPipeError)
        )
        with pytest.raises(BrokenPipeError):
            cards.first_accounts(school)
    assert sorted(cards.first_accounts(school)) == ["pendamping", "peserta01", "peserta02"]


def test_names_on_cards_are_text() -> None:
    """A name cannot bring markup into the page."""
    page = cards.as_cards({"<b>ani": "x"}, "http://h")
    assert "<b>ani" not in page
    assert "&lt;b&gt;ani" in page
