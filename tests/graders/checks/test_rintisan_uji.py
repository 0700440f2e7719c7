"""Tests of the hidden answers of the start-up tests against figures worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from graders.checks import Key
from graders.checks.rintisan_uji import CHECKS
from latihan.unit import Values


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a round stall.

    5 + 2 + 3 million = 10 million. 3.000.000 / (15.000 - 8.000) = 428,57 -> 429; 4.000.000 / 7.000 =
    571,43 -> 572. Frozen food needs MD. 10 August 2026 and six months. 1.200.000 x 1,01 x 1,01 /
    2,01 = 609.014,93; twice less 1.200.000 = 18.029,85; 709.014,93 / 2.000.000 = 0,3545.
    """
    shop = Values.of(
        {
            "alat": 5_000_000, "izin_dan_renovasi": 2_000_000, "modal_kerja": 3_000_000,
            "biaya_tetap": 3_000_000, "harga": 15_000, "biaya_variabel": 8_000,
            "target_laba": 1_000_000, "tgl_aturan": date(2026, 6, 8), "bulan_pedagang_lama": 18,
            "bulan_pedagang_baru": 6, "mulai_jualan": date(2026, 8, 10), "pokok": 1_200_000,
            "bunga_tahun": 0.12, "bulan": 2, "angsuran_lain": 100_000,
            "kas_usaha_bulan": 2_000_000, "omzet_bulan": 9_000_000,
            "baris": "1|disimpan di pembeku, tahan 60 hari|Sate bandeng|0|0|beku",
        }
    )  # fmt: skip
    solved = Key("uji", CHECKS).solve(shop)
    found = [solved[check.name] for check in CHECKS]
    assert found[:5] == [10_000_000, 429, 572, "MD", date(2027, 2, 10)]
    assert [round(value, 4) for value in found[5:]] == [
        Decimal("609014.9254"), Decimal("18029.8507"), Decimal("0.3545")
    ]  # fmt: skip
