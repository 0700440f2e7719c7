"""Tests of the hidden answers of Menghitung HPP against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graders.checks.pembukuan_03_hpp import KEY
from latihan.unit import Values


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a round shop.

    20 kg x 15.000 = 300.000. 6 h x 10.000 + 10 kg x 4.000 = 100.000.
    720.000 / 24 / 6 = 5.000. 20.000 + 5.000 + 5.000 = 30.000. 10,6 - 0,6 = 10 kg.
    430.000 / 10 = 43.000. 43.000 x 0,5 + 1.000 = 22.500. 65.000 - 43.000 = 22.000.
    22.500 / (1 - 0,25) = 30.000.
    """
    shop = Values.of(
        {
            "kg_dibeli": 25, "kg_melinjo": 20, "harga_melinjo": 15_000, "jam_pemilik": 6,
            "upah_per_jam": 10_000, "kg_ditumbuk": 10, "upah_tumbuk_per_kg": 4_000, "gas": 20_000,
            "listrik_usaha": 5_000, "harga_alat": 720_000, "umur_alat_bulan": 24,
            "adonan_per_bulan": 6, "hasil_kg": 10.6, "rusak_kg": 0.6, "kemasan_per_bungkus": 1_000,
            "isi_kg_per_bungkus": 0.5, "harga_jual_kg": 65_000, "margin_target": 0.25,
        }
    )  # fmt: skip
    solved = KEY.solve(shop)
    answers = [solved[check.name] for check in KEY.checks]
    assert answers == [300_000, 100_000, 5_000, 30_000, 10, 43_000, 22_500, 22_000, 30_000]


@pytest.mark.parametrize(
    ("name", "off", "right"),
    [
        ("biaya_bahan", "0", True),
        ("biaya_bahan", "1", False),
        ("susut_alat", "1", True),
        ("susut_alat", "2", False),
        ("hasil_baik", "0.01", True),
        ("hasil_baik", "0.02", False),
        ("hpp_per_kg", "430", True),
        ("hpp_per_kg", "431", False),
        ("laba_kotor_per_kg", "440", True),
        ("laba_kotor_per_kg", "441", False),
    ],
)
def test_the_tolerances(name: str, off: str, right: bool) -> None:
    """Exact rupiah, a rupiah of rounding, ten grams, one or two percent, as the unit promises."""
    values = {
        "biaya_bahan": 300_000,
        "susut_alat": 5_000,
        "hasil_baik": 10,
        "hpp_per_kg": 43_000,
        "laba_kotor_per_kg": 22_000,
    }
    check = next(c for c in KEY.checks if c.name == name)
    value = Decimal(values[name])
    assert check.accepts(value + Decimal(off), value) is right
