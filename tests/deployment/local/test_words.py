"""One-time passwords that people can type."""

from __future__ import annotations

from deployment.local.words import WORDS, as_typed, one_time_password


def test_no_two_words_are_the_same() -> None:
    """A doubled word would lower the number of passwords unnoticed."""
    assert len(WORDS) == len(set(WORDS)) > 100
    assert all(word.isascii() and word.islower() and 2 < len(word) < 9 for word in WORDS)


def test_passwords_differ() -> None:
    """Drawn anew each time."""
    assert len({one_time_password() for _ in range(200)}) == 200


def test_a_phones_keyboard_does_no_harm() -> None:
    """Capitals, blanks for hyphens, blanks at the ends."""
    once = one_time_password()
    assert as_typed(f"  {once.replace('-', ' ').title()} ") == once
