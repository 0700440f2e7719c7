"""Tests of the hidden answers of Modal dan Titik Impas against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal

from graders.checks.rintisan_03_titik_impas import KEY
from latihan.unit import Values

SHOP = Values.of(
    {
        "alat": 3_600_000, "izin_dan_renovasi": 400_000, "stok_awal": 800_000,
        "piutang_rata": 200_000, "kas_jaga": 1_000_000, "utang_pemasok": 500_000,
        "sewa": 402_000, "gaji_pegawai": 300_000, "gaji_pemilik": 1_000_000, "internet": 100_000,
        "susut_alat": 100_000, "bahan": 4_000, "kemasan": 700, "potongan_per_porsi": 300,
        "harga": 10_000, "rencana_porsi": 500, "target_laba": 500_000,
    }
)  # fmt: skip


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a small kiosk.

    800.000 + 200.000 + 1.000.000 - 500.000 = 1.500.000; + 3.600.000 + 400.000 = 5.500.000.
    402.000 + 300.000 + 1.000.000 + 100.000 + 100.000 = 1.902.000. 10.000 - 5.000 = 5.000.
    1.902.000 / 5.000 = 380,4 -> 381; x 10.000 = 3.810.000. 2.402.000 / 5.000 = 480,4 -> 481.
    5.500.000 / (2.500.000 - 1.902.000 + 100.000) = 5.500.000 / 698.000 = 7,88.
    """
    solved = KEY.solve(SHOP)
    assert [round(solved[check.name], 2) for check in KEY.checks] == [
        1_500_000, 5_500_000, 1_902_000, 5_000, 5_000, 381, 3_810_000, 481, Decimal("7.88")
    ]  # fmt: skip


def test_who_rounds_down_has_understood() -> None:
    """380 portions instead of 381 count; 190, the price for the gain, do not."""
    check = next(check for check in KEY.checks if check.name == "impas_porsi")
    assert check.accepts(Decimal(380), Decimal(381))
    assert check.accepts(Decimal("380.4"), Decimal(381))
    assert not check.accepts(Decimal(191), Decimal(381))
