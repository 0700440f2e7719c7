"""Tests of `latihan.shop`: the card, and names that appear in the notebook."""

from __future__ import annotations

import pytest

from latihan import buka
from latihan.shop import show_value
from latihan.unit import Given
from latihan.variants import draw


def test_the_shops_numbers_become_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """After `buka`, formulas can use the numbers by name."""
    names: dict[str, object] = {}
    monkeypatch.setattr("latihan.shop.user_names", lambda: names)
    card = buka("pembukuan_03_hpp", contoh=True)
    assert names["harga_melinjo"] == 18_000
    assert "Rp18.000 per kg" in repr(card)
    assert "Toko contoh" in card._repr_html_()


def test_a_shop_that_was_not_issued_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a school she works on the sample, and is told."""
    monkeypatch.setattr("latihan.shop.user_names", dict)
    monkeypatch.setenv("LAPAK_VARIANTS", "/tidak/ada")
    assert "jadi ini toko contoh" in repr(buka("pembukuan_03_hpp"))


def test_her_own_shop_is_called_hers(monkeypatch: pytest.MonkeyPatch) -> None:
    """An issued shop is her own."""
    monkeypatch.setattr("latihan.shop.user_names", dict)
    monkeypatch.setattr("latihan.shop.issued_variant", lambda unit: draw(unit, "saya"))
    assert repr(buka("pembukuan_03_hpp")).startswith("Toko Anda")


def test_a_new_try_says_that_the_numbers_are_new(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first thing on the card."""
    monkeypatch.setattr("latihan.shop.user_names", dict)
    monkeypatch.setattr("latihan.shop.issued_variant", lambda unit: draw(unit, "saya", 2))
    assert repr(buka("pembukuan_03_hpp")).startswith("Percobaan 2: angka toko Anda baru. Toko Anda")


def test_an_unknown_exercise_is_told() -> None:
    """A typing slip gives a sentence, not a traceback."""
    assert "tidak ada" in repr(buka("pembukuan_99"))


@pytest.mark.parametrize(
    ("unit", "number", "text"),
    [
        ("Rp", 18_000, "Rp18.000"),
        ("Rp per kg", 18_000, "Rp18.000 per kg"),
        ("kg", 12.5, "12,5 kg"),
    ],
)
def test_numbers_are_shown_the_indonesian_way(unit: str, number: float, text: str) -> None:
    """A point between thousands, a comma before decimals."""
    assert show_value(Given("x", "X", unit), number) == text
