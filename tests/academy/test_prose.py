"""Tests of `academy.prose`: what makes a text hard to read."""

from __future__ import annotations

import pytest

from academy.prose import english_words, hard_to_read, sentences, syllables, words


def test_plain_words_pass() -> None:
    """Short sentences, Indonesian words, a formal address, amounts as in the shop."""
    text = "Anda menjual 2,5 kg emping. Harganya Rp1.250.000, naik 5%."
    assert list(hard_to_read(text, [])) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kata " * 20 + "kata.", "a sentence of 21 words"),
        ("Lihat dashboard Anda.", "glossary: dashboard"),
        ("Apa usahamu?", "formal address: usahamu"),
        ("Harganya Rp1250000.", "written wrongly: Rp1250000"),
        ("Naik 5 %.", "written wrongly: 5 %"),
        ("pertanggungjawaban keberlangsungan " * 5, "more than 4 syllables"),
    ],
)
def test_each_fault_is_named(text: str, said: str) -> None:
    """One sentence about each."""
    assert any(said in found for found in hard_to_read(text, []))


def test_explained_words_are_allowed() -> None:
    """A term of the glossary may be English or long."""
    text = "Dashboard dan pertanggungjawaban."
    assert list(hard_to_read(text, ["dashboard", "pertanggungjawaban"])) == []


def test_code_tables_and_headings_are_no_sentences() -> None:
    """Only what is read as prose is measured."""
    text = "# Judul\n\n| a | b |\n\n```python\nx = 1\n```\n\nSatu. Dua Rp1.000."
    assert sentences(text) == ["Satu.", "Dua Rp1.000."]
    assert words("`cek` [Buka](https://a.b/feedback) ibu-ibu") == ["Buka", "ibu", "ibu"]


def test_syllables_are_counted_by_vowels() -> None:
    """Diphthongs count once."""
    assert [syllables(word) for word in ("gas", "pulau", "keluarganya", "HPP")] == [1, 2, 5, 0]


def test_the_english_words_are_single_and_small() -> None:
    """What everybody uses is not in the list."""
    assert {"feedback", "checkout"} <= english_words()
    assert not {"voucher", "data", "target", "shopee"} & english_words()
    assert all(word == word.casefold() and word.isalpha() for word in english_words())
