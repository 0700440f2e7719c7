"""Hashing and choosing passwords."""

from __future__ import annotations

import pytest

from deployment.local.passwords import hashed, problem, same


def test_the_same_password_is_kept_differently_each_time() -> None:
    """A salt each: two people with one password do not look alike."""
    assert hashed("emping menes") != hashed("emping menes")


def test_only_the_password_itself_matches() -> None:
    """Neither its beginning nor another case; odd characters do not break it."""
    salt, kept = hashed("Emping ménès 😀 \ud800")
    assert same("Emping ménès 😀 \ud800", salt, kept)
    assert not same("emping ménès 😀 \ud800", salt, kept)
    assert not same("Emping", salt, kept)


@pytest.mark.parametrize(
    ("old", "password", "again", "said"),
    [
        (False, "tujuhha", "tujuhha", "terlalu pendek"),
        (False, "a b " * 60, "a b " * 60, "terlalu panjang"),
        (False, "emping menes", "emping menas", "belum sama"),
        (True, "emping menes", "emping menes", "yang lama"),
        (False, "aaaaaaaa", "aaaaaaaa", "mudah ditebak"),
        (False, "Peserta01", "Peserta01", "mudah ditebak"),
    ],
)
def test_a_poor_choice_is_explained(old: bool, password: str, again: str, said: str) -> None:
    """Each refusal says what to write instead."""
    assert said in (problem(old, "peserta01", password, again) or "")


def test_a_good_choice_passes() -> None:
    """Blanks and letters of any kind are welcome."""
    assert problem(False, "peserta01", "emping menes 77", "emping menes 77") is None
