"""Tests of the pictures of the marketing lessons: words, alt text, blanks, colours."""

from __future__ import annotations

from latihan.notebook import Shown
from latihan.pictures_pemasaran import (
    gambar_corong,
    gambar_daerah,
    gambar_harga,
    tampil_jumlah,
    tampil_persen,
)


def _svg(shown: Shown) -> str:
    data: dict[str, str] = shown._repr_mimebundle_()  # type: ignore[attr-defined]
    return data["image/svg+xml"]


def test_a_picture_says_in_words_what_it_shows() -> None:
    """Alt text, the text below and plain text are the same sentence."""
    for shown in (
        gambar_daerah("Untung", Kota_Serang=(51, 6000)),
        gambar_harga(100_000, HPP=60_000),
        gambar_corong("Sepekan", tayangan=40_000, klik=800),
    ):
        assert f'alt="{shown!r}"' in shown._repr_html_()
        assert "<svg" in _svg(shown)


def test_words_stand_in_the_drawing_too() -> None:
    """Nobody has to tell colours apart: each bar carries its name and its amount."""
    svg = _svg(gambar_harga(70_000, HPP=60_000, potongan_lokapasar=15_000))
    for said in ("Dari harga Rp70.000", "HPP", "Potongan lokapasar", "Rugi", "Rp5.000", "#0072b2"):
        assert said in svg
    assert "Rp306.000" in _svg(gambar_daerah("Untung", Kota_Serang=(51, 6000)))
    assert "800 dari 40.000 (2%)" in _svg(gambar_corong("Sepekan", tayangan=40_000, klik=800))


def test_blanks_and_words_ask_to_be_filled() -> None:
    """A lesson runs from top to bottom with its gaps open."""
    for shown, missing in (
        (gambar_daerah("Untung", Lebak=(21, ...)), "Lebak"),
        (gambar_daerah("Untung", Lebak=21), "Lebak"),
        (gambar_harga(..., HPP="enam"), "harga, HPP"),
        (gambar_corong("Sepekan", tayangan=0, klik=800), "tayangan"),
        (tampil_persen("Tingkat batal", ...), "Tingkat batal"),
        (tampil_jumlah("Pesanan", "lima", "pesanan"), "Pesanan"),
    ):
        assert repr(shown) == f"Isi dulu: {missing}. Lalu jalankan sel ini lagi."


def test_nothing_at_all_and_too_much_are_drawn_too() -> None:
    """No division by zero; a bar never leaves the picture."""
    assert "Rp0" in repr(gambar_daerah("Untung", Lebak=(0, 9000)))
    assert "rugi Rp200.000" in repr(gambar_harga(100_000, HPP=300_000))
