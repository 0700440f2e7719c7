"""Numbers in Indonesian words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.money import parse_number
from usaha.number_words import read_words, spell


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (7, "tujuh"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (119, "seratus sembilan belas"),
        (1_000, "seribu"),
        (1_001_000, "satu juta seribu"),
        (21_000, "dua puluh satu ribu"),
        (101_000, "seratus satu ribu"),
        (1_250_000, "satu juta dua ratus lima puluh ribu"),
        (2_000_000_011, "dua miliar sebelas"),
    ],
)
def test_spells_as_receipts_do(number: int, words: str) -> None:
    """One is `se` before ten, hundred and thousand, and `satu` before a million."""
    assert spell(number) == words


@given(st.integers(0, 10**15 - 1))
def test_reads_what_it_spells(number: int) -> None:
    """Spelling and reading give the same number, alone and through `parse_number`."""
    assert read_words(spell(number)) == number
    text = f"{spell(number)} rupiah"
    if number >= 1_000 and len(text) <= 60:  # what a person types into one field
        assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [("sejuta", 1_000_000), ("setengah juta", 500_000), ("dua setengah ribu", 2_500)],
)
def test_reads_what_people_say(text: str, value: int) -> None:
    """Short forms that are spoken, not spelled."""
    assert read_words(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "dua tiga", "ribu", "juta dua", "seratus lima puluh dua tiga", "banyak", "setengah",
             "nol ribu", "dua puluh sebelas", "triliun triliun triliun"]
)  # fmt: skip
def test_refuses_what_is_no_number(text: str) -> None:
    """Words in the wrong order are not guessed at."""
    assert read_words(text) is None


@pytest.mark.parametrize("number", [-1, 10**15])
def test_refuses_to_spell_what_it_cannot(number: int) -> None:
    """A programmer hears of it."""
    with pytest.raises(ValueError, match="10\\*\\*15"):
        spell(number)
