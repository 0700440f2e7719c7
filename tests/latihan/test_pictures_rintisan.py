"""Tests of the pictures of the start-up lessons: words, alt text, blanks, colours."""

from __future__ import annotations

from latihan.pictures_rintisan import WAY, gambar_angsuran, gambar_impas, gambar_jalur_izin


def test_break_even_is_said_and_drawn() -> None:
    """380,4 cups are 381; alt text, the sentence below and the drawing say so."""
    shown = gambar_impas(1_902_000, 5_000, "gelas")
    assert repr(shown).endswith("Titik impas: 381 gelas.")
    assert f'alt="{shown!r}"' in shown._repr_html_()
    svg = shown._repr_mimebundle_()["image/svg+xml"]  # type: ignore[attr-defined]
    for said in ("Rugi", "Untung", "Rp1.902.000", "381 gelas", "#0072b2"):
        assert said in svg


def test_interest_shrinks_from_month_to_month() -> None:
    """By hand: half a percent of 12 million is 60.000; the bar of each month carries its words."""
    shown = gambar_angsuran(12_000_000, 0.005, 12)
    assert "bulan 1 Rp60.000" in repr(shown)
    svg = shown._repr_mimebundle_()["image/svg+xml"]  # type: ignore[attr-defined]
    for said in ("Bulan 1: bunga Rp60.000", "Bulan 12", "pokok Rp972.797"):
        assert said in svg


def test_blanks_ask_to_be_filled() -> None:
    """A lesson runs from top to bottom with its gaps open, whatever was typed."""
    asked = (gambar_impas(..., 0), gambar_impas("satu", -3), gambar_angsuran(..., 0.005, 12))
    assert all(repr(shown).startswith("Isi dulu: ") for shown in asked)
    assert "pokok" in repr(asked[2])


def test_the_way_to_a_permit_names_each_question_and_each_permit() -> None:
    """Both in the drawing and in its words, in the order in which one asks."""
    shown = gambar_jalur_izin()
    svg = shown._repr_mimebundle_()["image/svg+xml"]  # type: ignore[attr-defined]
    places = [repr(shown).index(question) for question, _ in WAY]
    assert places == sorted(places)
    for question, permit in WAY:
        assert question in svg
        assert permit in svg
