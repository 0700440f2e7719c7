"""Tests of the picture of a financial position: words, both sides, blanks, odd amounts."""

from __future__ import annotations

from latihan.pictures_laporan import gambar_posisi


def test_the_picture_says_in_words_that_both_sides_agree() -> None:
    """Alt text, the text below and plain text name every amount."""
    shown = gambar_posisi("Ibu Ratu", 43_492_000, 21_498_750, 21_993_250)
    words = (
        "Ibu Ratu: aset Rp43.492.000 = liabilitas Rp21.498.750 + ekuitas Rp21.993.250. "
        "Kedua sisi sama."
    )
    assert repr(shown) == words
    assert f'alt="{words}"' in shown._repr_html_()


def test_it_says_by_how_much_the_sides_differ() -> None:
    """She learns how far off she is, on whichever side, and is not praised."""
    for equity in (20_993_250, 22_993_250):
        words = repr(gambar_posisi("Ibu Ratu", 43_492_000, 21_498_750, equity))
        assert "Selisihnya Rp1.000.000. Periksa lagi ketiganya." in words
        assert "sama" not in words


def test_words_stand_in_the_drawing_too() -> None:
    """Nobody has to tell colours apart: each part carries its name and its rupiah."""
    data = gambar_posisi("Ibu Ratu", 43_492_000, 21_498_750, 21_993_250)._repr_mimebundle_()  # type: ignore[attr-defined]
    for said in ("Ibu Ratu", "Aset", "Rp43.492.000", "Liabilitas", "Rp21.498.750", "Ekuitas"):
        assert said in data["image/svg+xml"]


def test_blanks_and_words_ask_to_be_filled() -> None:
    """A lesson runs from top to bottom with its gaps open."""
    shown = gambar_posisi("Ibu Ratu", ..., "banyak", 5)
    assert repr(shown) == "Isi dulu: aset, liabilitas. Lalu jalankan sel ini lagi."


def test_odd_amounts_are_drawn_too() -> None:
    """Nothing at all, and an owner whose debts are larger than what she has."""
    assert "Kedua sisi sama" in repr(gambar_posisi("Baru", 0, 0, 0))
    assert "-Rp2.000.000" in repr(gambar_posisi("Sulit", 3_000_000, 5_000_000, -2_000_000))
