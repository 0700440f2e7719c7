"""User names say nothing about their owner."""

from __future__ import annotations

import itertools
import re

import pytest

from academy.people import usernames
from deployment.local.accounts import _NAME


def test_names_are_short_pronounceable_and_all_different() -> None:
    """Three syllables each, and the login store takes them."""
    taken: set[str] = set()
    for _ in range(2000):
        name = usernames.user_name(taken)
        assert re.fullmatch(r"([bdgjklmnprstw][aeiou]){3}", name)
        assert _NAME.fullmatch(name)
        taken.add(name)
    assert len(taken) == 2000


def test_no_unkind_name() -> None:
    """Whatever the syllables make."""
    drawn = {usernames.user_name(set()) for _ in range(5000)}
    assert not [n for n in drawn if any(w in n for w in ("babi", "gila", "tolol", "kere", "mati"))]


def test_nothing_of_the_persons_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when it is drawn by chance."""
    letters = itertools.chain("sarinaketolu")
    monkeypatch.setattr(usernames.secrets, "choice", lambda _: next(letters))
    assert usernames.user_name(set(), "Sarina Lestari") == "ketolu"


def test_a_name_is_never_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """And where there is none left, that is said."""
    letters = itertools.cycle("tosari")
    monkeypatch.setattr(usernames.secrets, "choice", lambda _: next(letters))
    with pytest.raises(RuntimeError, match="hampir habis"):
        usernames.user_name({"tosari"})
