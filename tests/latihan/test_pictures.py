"""A lesson's sums, picture and worksheet say the right words, whatever a trainee hands them."""

from __future__ import annotations

import doctest
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latihan import pictures
from latihan.pictures import Picture, gambar_biaya, lembar_hpp, of_thousand, tampil

STRANGE: tuple[Any, ...] = (..., None, "Rp5.000", (0, 5), float("nan"), float("inf"), [1], object())


def test_examples_in_the_documentation() -> None:
    """What the docstrings show is what comes out."""
    assert doctest.testmod(pictures).failed == 0


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=6).filter(sum))
def test_shares_add_up_to_a_thousand(amounts: list[Decimal]) -> None:
    """No rupiah is lost in rounding, and no share is off by a whole one."""
    shares = of_thousand(amounts)
    assert sum(shares) == 1000
    for share, amount in zip(shares, amounts, strict=True):
        assert abs(share - amount * 1000 / sum(amounts)) < 1


def test_the_picture_has_words_for_those_who_cannot_see_it() -> None:
    """The same sentence is alt text, caption and plain text."""
    picture = gambar_biaya(bahan=504000, tenaga=146500, overhead=32250)
    assert isinstance(picture, Picture)
    shown = picture._repr_mimebundle_()
    words = "Dari tiap Rp1.000 biaya: Rp738 untuk bahan, Rp215 untuk tenaga, Rp47 untuk overhead."
    assert shown["text/plain"] == repr(picture) == words
    assert f'alt="{words}"' in shown["text/html"]


def test_the_drawing_is_light_and_its_words_are_text() -> None:
    """A phone gets a few KB, and can read the labels aloud."""
    picture = gambar_biaya(bahan=504000, tenaga=146500)
    svg = picture._repr_mimebundle_()["image/svg+xml"]  # type: ignore[attr-defined]
    assert len(svg) < 10_000
    assert re.findall(r">([^<>\n]*Rp[^<>]*)</text>", svg) == [
        "Dari tiap Rp1.000 biaya",
        "Bahan Rp775",
        "Rp504.000",
        "Tenaga Rp225",
        "Rp146.500",
    ]


def test_drawing_twice_gives_the_same() -> None:
    """No date and no random id: a build that changes nothing changes no file."""
    first, second = (gambar_biaya(bahan=2, tenaga=1)._repr_mimebundle_() for _ in range(2))  # type: ignore[attr-defined]
    assert first == second


def test_colours_differ_for_the_colour_blind() -> None:
    """Okabe and Ito's palette, none twice."""
    assert len(set(pictures.COLOURS)) == len(pictures.COLOURS)


@pytest.mark.parametrize("strange", STRANGE)
def test_what_is_not_filled_is_named(strange: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Blanks, text and worse give a sentence that says what to fill."""
    assert repr(gambar_biaya(bahan=strange, tenaga=1)) == (
        "Isi dulu: bahan. Lalu jalankan sel ini lagi."
    )
    tampil("Biaya bahan", strange)
    assert capsys.readouterr().out == "Isi dulu: Biaya bahan. Lalu jalankan sel ini lagi.\n"
    assert "Isi dulu: tenaga." in repr(lembar_hpp("gipang", 1, strange, 1, 1, "kg", 1))


def test_negative_and_all_zero_costs_are_no_picture() -> None:
    """There is nothing to draw."""
    assert "Isi dulu: bahan" in repr(gambar_biaya(bahan=-1, tenaga=2))
    assert "Isi dulu: bahan, tenaga" in repr(gambar_biaya(bahan=0, tenaga=0))


@pytest.mark.parametrize(
    ("price", "said"),
    [
        (4000, "Anda rugi Rp1.000 per bungkus"),
        (5000, "belum ada laba"),
        (8000, "laba kotornya Rp3.000 per bungkus, yaitu 38% dari harga jual"),
    ],
)
def test_the_worksheet_tells_loss_from_profit(price: int, said: str) -> None:
    """Below, at and above the cost, in words and with the next step."""
    assert said in repr(lembar_hpp("gipang", 60000, 30000, 10000, 20, "bungkus", price))


def test_a_business_may_have_no_overhead() -> None:
    """Zero is an answer there."""
    assert "HPP gipang Rp4.500 per kg" in repr(
        lembar_hpp("gipang", 60000, 30000, 0, 20, "kg", 9000)
    )


def test_her_own_words_stay_words() -> None:
    """A product's name is shown as typed, never run as HTML."""
    html = lembar_hpp("<b>gipang</b>", 1, 1, 1, 1, "<i>kg</i>", 9)._repr_html_()
    assert "<b>gipang" not in html
    assert "<i>" not in html
