"""Tests of the hidden answers of Uang Usaha vs Uang Pribadi against figures worked out by hand."""

from __future__ import annotations

from graders.checks.pembukuan_01_uang_usaha import KEY
from latihan.unit import Values

KINDS = [*["setoran"] * 10, "penjualan", "dapur", "listrik", "wajan", "sekolah"]
KINDS += ["arisan", "melinjo", "ongkir", "listrik", "tumbuk"]


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a round shop.

    300.000 x 0,4 = 120.000. 900.000 + 300.000 + 100.000 + 180.000 = 1.480.000.
    3.000.000 + 600.000 + 200.000 + 120.000 = 3.920.000. 5.000.000 - 3.920.000 = 1.080.000.
    800.000 + 5.000.000 + 500.000 - 3.000.000 - 600.000 - 200.000 - 300.000 - 400.000 - 900.000
    - 300.000 - 100.000 = 500.000. 500.000 + 1.080.000 - 1.480.000 = 100.000. 1.080.000 -
    1.480.000 = -400.000.
    """
    rows = [f"{at}|1 Okt|Sesuatu|0|1000|{kind}" for at, kind in enumerate(KINDS, start=1)]
    shop = Values.of(
        {
            "kas_awal": 800_000, "penjualan_tunai": 5_000_000, "setoran_modal": 500_000,
            "beli_melinjo": 3_000_000, "upah_tumbuk": 600_000, "ongkir": 200_000,
            "tagihan_listrik": 300_000, "bagian_usaha": 0.4, "beli_wajan": 400_000,
            "belanja_dapur": 900_000, "uang_sekolah": 300_000, "arisan": 100_000,
            "baris": "\n".join(rows),
        }
    )  # fmt: skip
    solved = KEY.solve(shop)
    assert [solved[check.name] for check in KEY.checks] == [
        "UPCUPPUUCU", 120_000, 1_480_000, 3_920_000, 1_080_000, 500_000, 100_000, -400_000
    ]  # fmt: skip
