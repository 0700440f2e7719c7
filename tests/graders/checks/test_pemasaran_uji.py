"""Tests of the hidden answers of the online marketing tests against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Key
from graders.checks.pemasaran_uji import CHECKS
from latihan.unit import Values

SHOP = {
    "pesanan_masuk": 125, "pesanan_batal": 25, "nilai_selesai": 5_000_000, "pesanan_serang": 60,
    "untung_serang": 5_000, "pesanan_cilegon": 30, "untung_cilegon": 11_000, "pesanan_lebak": 10,
    "untung_lebak": 15_000, "harga_toko": 50_000, "hpp": 28_000, "kemas_kirim": 2_000,
    "persen_potongan": 0.2, "biaya_pesanan": 1_000, "untung_rupiah": 9_000, "klik": 1_000,
    "pesanan_iklan": 25, "pesanan_jadi": 20, "marjin": 0.25, "omzet_jadi": 1_200_000,
    "biaya_iklan": 400_000,
}  # fmt: skip


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a round shop.

    25 / 125 = 0,2. 5.000.000 / 100 = 50.000. 30 x 11.000 = 330.000 is the most. 50.000 x 0,8 - 1.000 =
    39.000. (28.000 + 2.000 + 1.000 + 9.000) / 0,8 = 50.000. 20 / 1.000 = 0,02. 1 / 0,25 = 4.
    1.200.000 / 400.000 = 3 is less than 4.
    """
    solved = Key("uji", CHECKS).solve(Values.of(SHOP))
    assert [solved[check.name] for check in CHECKS] == [
        Decimal("0.2"), 50_000, "CILEGON", 39_000, 50_000, Decimal("0.02"), 4, "PERBAIKI_DULU"
    ]  # fmt: skip


def test_an_advertisement_above_break_even_goes_on() -> None:
    """The same shop with a cheaper advertisement."""
    solved = Key("uji", CHECKS).solve(Values.of(SHOP | {"biaya_iklan": 200_000}))
    assert solved["keputusan_iklan"] == "LANJUT"
