"""Numbers on an English page: read the English way, and never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from usaha.language import speaking
from usaha.money import NumberTextError, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250.50", "1250.50"),
        ("Rp1,250,000", "1250000"),
        ("1250", "1250"),
        ("1,250", "1250"),
        ("0.5%", "0.005"),
        ("0.125", "0.125"),
        ("12.5", "12.5"),
        ("1250.125", "1250.125"),
        ("1.25 million", "1250000"),
        ("-25k", "-25000"),
    ],
)
def test_english_numbers_are_read(text: str, value: str) -> None:
    """A comma groups, a point starts the decimals."""
    with speaking("en"):
        assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.250", "1,250 untuk ribuan, atau 1.25 untuk desimal"),
        ("18.000", "18,000 untuk ribuan, atau 18 untuk desimal"),
        ("0,5", "Tulis 0.5 untuk desimal"),
        ("1,25", "Tulis 1.25 untuk desimal"),
        ("1.250.000", "tertukar atau salah tempat"),
        ("1.250,50", "tertukar atau salah tempat"),
        ("banyak", "bukan angka"),
        ("12 apples", "belum dapat dibaca"),
    ],
)
def test_what_has_two_readings_is_refused(text: str, said: str) -> None:
    """Who learnt to write 1.250 for thousands must not get 1.25 silently; each reading is offered."""
    with speaking("en"), pytest.raises(NumberTextError, match=said):
        parse_number(text)
    assert parse_number("1.250") == 1250
