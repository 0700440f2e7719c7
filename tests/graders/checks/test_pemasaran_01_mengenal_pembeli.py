"""Tests of the hidden answers of Mengenal Pembeli against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal

from graders.checks.pemasaran_01_mengenal_pembeli import KEY
from latihan.unit import Values

ROWS = """\
1||Kab. Tangerang|40|10000|KAB_TANGERANG
2||Kota Tangerang|50|6000|KOTA_TANGERANG
3||Kota Cilegon|10|15000|CILEGON"""


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a round shop.

    125 - 25 = 100. 25 / 125 = 0,2. 50 / 100 = 0,5. 50 / 125 = 0,4. 20 / 50 = 0,4. 5.000.000 / 100 =
    50.000. 50 x 6.000 = 300.000. 40 x 10.000 = 400.000 is the most.
    """
    shop = Values.of(
        {
            "pesanan_semua": 125, "pesanan_batal": 25, "pesanan_cod": 50, "pesanan_cod_batal": 20,
            "nilai_semua": 6_500_000, "nilai_selesai": 5_000_000, "baris": ROWS,
        }
    )  # fmt: skip
    solved = KEY.solve(shop)
    assert [solved[check.name] for check in KEY.checks] == [
        100, Decimal("0.2"), Decimal("0.5"), Decimal("0.4"), Decimal("0.4"), 50_000, 300_000,
        "KAB_TANGERANG",
    ]  # fmt: skip
