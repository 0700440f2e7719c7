"""Tests of the picture of the bookkeeping lessons: words, alt text, blanks, colours."""

from __future__ import annotations

from latihan.pictures_pembukuan import gambar_banding


def test_the_picture_says_in_words_what_it_shows() -> None:
    """Alt text, the text below and plain text name every amount; minus amounts keep their sign."""
    shown = gambar_banding("Oktober", laba=1_202_000, sisa_laba=-320_000)
    words = "Oktober: laba Rp1.202.000, sisa laba -Rp320.000."
    assert repr(shown) == words
    assert f'alt="{words}"' in shown._repr_html_()


def test_words_stand_in_the_drawing_too() -> None:
    """Nobody has to tell colours apart: each bar carries its name and its rupiah."""
    data = gambar_banding("Oktober", laba=1_202_000, prive=1_522_000)._repr_mimebundle_()  # type: ignore[attr-defined]
    for said in ("Oktober", "Laba", "Rp1.202.000", "Prive", "Rp1.522.000"):
        assert said in data["image/svg+xml"]
    assert "#0072b2" in data["image/svg+xml"]


def test_blanks_and_words_ask_to_be_filled() -> None:
    """A lesson runs from top to bottom with its gaps open."""
    shown = gambar_banding("Oktober", laba=..., prive="seribu", sisa=5)
    assert repr(shown) == "Isi dulu: laba, prive. Lalu jalankan sel ini lagi."


def test_nothing_at_all_is_drawn_too() -> None:
    """Amounts of zero make no division by zero."""
    assert "Rp0" in repr(gambar_banding("Oktober", laba=0, prive=0))
