"""Tests of the questions on the income statement: each way to get it wrong leads where it should."""

from __future__ import annotations

from decimal import Decimal

from latihan.unit import Question, Values
from latihan.units.bandeng_income import HPP_TERJUAL, LABA_SEBELUM_PAJAK, PENYUSUTAN_BULAN

BOOKS = Values.of(
    {
        "penjualan_bersih": 1_000_000, "hpp_terjual": 600_000, "biaya_lokapasar": 50_000,
        "biaya_iklan": 20_000, "biaya_listrik": 30_000, "bunga_bank": 10_000,
        "penyusutan_bulan": 40_000, "prive": 200_000, "piutang": 150_000, "kas": 90_000,
        "kas_awal": 160_000, "angsuran_pokok": 25_000, "persediaan_awal": 70_000,
        "biaya_produksi": 620_000, "persediaan_akhir": 90_000, "utang_usaha": 45_000,
        "harga_peralatan": 1_440_000, "umur_bulan": 36, "nilai_jual_kembali": 144_000,
        "akumulasi_awal": 360_000,
    }
)  # fmt: skip


def wrong(question: Question) -> dict[str, int]:
    """Give what each mistake leads to, in these books."""
    found = {mistake.id: mistake.formula(BOOKS) for mistake in question.mistakes}
    return {name: int(value) for name, value in found.items() if isinstance(value, Decimal)}


def test_profit_goes_wrong_in_eight_ways() -> None:
    """By hand: the profit is 1.000.000 - 600.000 - 110.000 - 40.000 = 250.000."""
    assert wrong(LABA_SEBELUM_PAJAK) == {
        "a6_prive_jadi_beban": 50_000,
        "a6_laba_sama_kas": 100_000,
        "a6_laba_dari_kas": -70_000,
        "a6_laba_kotor_saja": 400_000,
        "a6_laba_lupa_susut": 290_000,
        "a6_laba_lupa_lokapasar": 300_000,
        "a6_laba_lupa_bunga": 260_000,
        "a6_pokok_jadi_beban": 225_000,
    }


def test_stock_and_wear_go_wrong_too() -> None:
    """By hand: 70.000 + 620.000 - 90.000 = 600.000, and 1.440.000 / 36 = 40.000."""
    assert wrong(HPP_TERJUAL) == {
        "a6_beli_sama_hpp": 620_000,
        "a6_stok_terbalik": 640_000,
        "a6_hpp_lupa_sisa": 690_000,
        "a6_utang_belum_biaya": 555_000,
    }
    assert wrong(PENYUSUTAN_BULAN) == {
        "a6_pakai_nilai_sisa": 36_000,
        "a6_alat_sekaligus": 1_440_000,
        "a6_susut_setahun": 480_000,
        "a6_susut_dari_sisa": 30_000,
    }
