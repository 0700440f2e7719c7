"""Tests of the hidden answers of Buku Kas Harian against figures worked out by hand."""

from __future__ import annotations

from graders.checks.pembukuan_02_buku_kas import KEY
from latihan.unit import Values

BOOK = """\
1|16 Nov|Pinjaman koperasi|1000000|0|pinjam
2|16 Nov|Kayu bakar|0|50000|beli
3|17 Nov|Jual gula: Warung A|45000|0|jual
4|18 Nov|Kayu bakar|0|50000|beli
5|18 Nov|Upah|0|100000|beli
6|18 Nov|Kayu bakar|0|50000|beli
7|19 Nov|Jual gula: Warung B|300000|0|jual
8|20 Nov|Uang muka: Warung C|200000|0|muka"""
NOTES = """\
31||Warung B|300000|0|tunai
32||Warung A|450000|0|tunai
33||Warung D|350000|0|tempo"""


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a short book.

    500.000 + 1.545.000 - 250.000 = 1.795.000. Row 6 repeats row 4, 50.000. 450.000 - 45.000 =
    405.000. 1.795.000 + 50.000 + 405.000 = 2.250.000. 2.240.000 - 2.250.000 = -10.000.
    1.545.000 + 405.000 - 1.000.000 - 200.000 = 750.000. 1.000.000 + 200.000 = 1.200.000.
    750.000 + 350.000 = 1.100.000.
    """
    shop = Values.of(
        {
            "saldo_awal": 500_000, "jumlah_masuk_tercatat": 1_545_000,
            "jumlah_keluar_tercatat": 250_000, "pinjaman": 1_000_000,
            "uang_muka_pembeli": 200_000, "penjualan_tempo": 350_000, "kas_fisik": 2_240_000,
            "baris": BOOK, "nota": NOTES,
        }
    )  # fmt: skip
    solved = KEY.solve(shop)
    assert [solved[check.name] for check in KEY.checks] == [
        1_795_000, 6, 50_000, 405_000, 2_250_000, -10_000, 750_000, 1_200_000, 1_100_000
    ]  # fmt: skip


def test_every_answer_is_exact() -> None:
    """A book is right to the rupiah or it is wrong."""
    assert {(check.absolute, check.relative) for check in KEY.checks} == {(0, 0)}
