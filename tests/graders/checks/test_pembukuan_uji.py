"""Tests of the hidden answers of the bookkeeping tests against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Key
from graders.checks.pembukuan_uji import CHECKS
from latihan.unit import Values

ROWS = """\
1||Beli pisang|0|50000|U
2||Token listrik|0|50000|C
3||Beras|0|50000|P
4||Upah|0|50000|U
5||Obat|0|50000|P"""


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a round shop.

    4.000.000 - 2.500.000 = 1.500.000. 400.000 + 5.000.000 - 3.000.000 = 2.400.000. 5.000.000 -
    1.000.000 - 300.000 = 3.700.000. (1.200.000 + 600.000 + 200.000) / (210 - 10) = 10.000.
    10.000 / (1 - 0,2) = 12.500. Stock is an asset. 6.000.000 + 300.000 + 1.500.000 - 500.000 =
    7.300.000.
    """
    shop = Values.of(
        {
            "penjualan_bulan": 4_000_000, "beban_bulan": 2_500_000, "prive_bulan": 500_000,
            "setoran_bulan": 300_000, "saldo_awal": 400_000, "uang_masuk": 5_000_000,
            "uang_keluar": 3_000_000, "pinjaman": 1_000_000, "uang_muka": 300_000,
            "biaya_bahan": 1_200_000, "biaya_tenaga": 600_000, "biaya_overhead": 200_000,
            "bungkus_jadi": 210, "bungkus_rusak": 10, "margin_target": 0.2,
            "modal_awal": 6_000_000, "pos": "Pisang dan minyak di gudang", "baris": ROWS,
        }
    )  # fmt: skip
    solved = Key("uji", CHECKS).solve(shop)
    assert [solved[check.name] for check in CHECKS] == [
        "UCPUP", 1_500_000, 2_400_000, 3_700_000, 10_000, Decimal(12500), "ASET", 7_300_000
    ]  # fmt: skip
