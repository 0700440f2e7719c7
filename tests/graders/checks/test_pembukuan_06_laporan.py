"""Tests of the hidden answers of Laporan SAK EMKM against figures worked out by hand."""

from __future__ import annotations

from graders.checks.pembukuan_06_laporan import KEY
from latihan.unit import Values


def test_the_right_answers_by_hand() -> None:
    """Worked by hand, in the figures of the shoe maker of the lesson.

    60.000.000 - 1.500.000 = 58.500.000. 9.000.000 + 36.000.000 - 7.000.000 = 38.000.000.
    14.400.000 / 48 = 300.000. 58.500.000 - 38.000.000 - 4.000.000 - 1.000.000 - 800.000 - 400.000 -
    300.000 = 14.000.000; less 300.000 of tax. 8.000.000 + 3.000.000 + 4.500.000 + 7.000.000 +
    11.100.000 = 33.600.000. 2.500.000 + 300.000 + 800.000 + 10.000.000 = 13.600.000.
    14.300.000 + 1.000.000 + 13.700.000 - 9.000.000 = 20.000.000, which is what is left of the assets.
    """
    shop = Values.of(
        {
            "penjualan_kotor": 60_000_000, "retur_diskon": 1_500_000,
            "persediaan_awal": 9_000_000, "biaya_produksi": 36_000_000,
            "persediaan_akhir": 7_000_000, "harga_peralatan": 14_400_000, "umur_bulan": 48,
            "akumulasi_awal": 3_000_000, "biaya_lokapasar": 4_000_000, "biaya_iklan": 1_000_000,
            "biaya_listrik": 800_000, "bunga_bank": 400_000, "pajak_final": 300_000,
            "kas": 8_000_000, "saldo_lokapasar": 3_000_000, "piutang": 4_500_000,
            "utang_usaha": 2_500_000, "uang_muka": 800_000, "utang_bank": 10_000_000,
            "modal_awal": 14_300_000, "setoran": 1_000_000, "prive": 9_000_000,
        }
    )  # fmt: skip
    solved = KEY.solve(shop)
    assert [solved[check.name] for check in KEY.checks] == [
        58_500_000, 38_000_000, 300_000, 14_000_000, 13_700_000, 33_600_000, 13_600_000, 20_000_000
    ]  # fmt: skip


def test_nothing_is_taken_for_right_but_a_rounded_rupiah() -> None:
    """Statements agree to the rupiah; only what follows from the month's wear may be rounded."""
    exact = {check.name for check in KEY.checks if not check.absolute}
    assert exact == {"penjualan_bersih", "hpp_terjual", "total_liabilitas"}
    assert {check.relative for check in KEY.checks} == {0}
    assert max(check.absolute for check in KEY.checks) == 1
