"""Tests of the hidden answers of Dari Dilihat sampai Dibeli against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal

from graders.checks.pemasaran_04_corong_iklan import KEY
from latihan.unit import Values

ROWS = """\
1|0.02|melihat|50000|1000|KLIK
2|0.12|keranjang|1000|120|KERANJANG
3|0.25|memesan|120|25|PESANAN
4|0.9|selesai|25|20|SELESAI"""
SHOP = {
    "tayangan": 50_000, "klik": 1_000, "pesanan_iklan": 25, "pesanan_jadi": 20, "pembeli_baru": 16,
    "omzet_laporan": 4_000_000, "omzet_jadi": 3_200_000, "biaya_iklan": 640_000, "harga": 160_000,
    "biaya_variabel": 120_000, "baris": ROWS,
}  # fmt: skip


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a round week.

    1.000 / 50.000 = 0,02. 20 / 1.000 = 0,02. 25 of 120 is 0,208, 83 % of the usual; 20 of 25 is 89 %.
    640.000 / 16 = 40.000. 3.200.000 / 640.000 = 5. 40.000 / 160.000 = 0,25. 1 / 0,25 = 4. 3.200.000 x
    0,25 - 640.000 = 160.000. 5 is more than 4.
    """
    solved = KEY.solve(Values.of(SHOP))
    assert [solved[check.name] for check in KEY.checks] == [
        Decimal("0.02"), Decimal("0.02"), "PESANAN", 40_000, 5, Decimal("0.25"), 4, 160_000, "LANJUT",
    ]  # fmt: skip


def test_an_advertisement_below_break_even_is_not_continued() -> None:
    """Sales of twice its cost are not enough when a quarter of them is left."""
    solved = KEY.solve(Values.of(SHOP | {"biaya_iklan": 1_600_000}))
    assert (solved["roas_iklan"], solved["keputusan_iklan"]) == (2, "PERBAIKI_DULU")
    assert solved["untung_iklan"] == -800_000
