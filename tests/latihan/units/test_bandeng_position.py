"""Tests of the questions on the financial position: each way to get it wrong leads where it should."""

from __future__ import annotations

from decimal import Decimal

from latihan.unit import Question, Values
from latihan.units.bandeng_position import EKUITAS_AKHIR, TOTAL_ASET, TOTAL_LIABILITAS

BOOKS = Values.of(
    {
        "kas": 900_000, "saldo_lokapasar": 300_000, "piutang": 500_000,
        "persediaan_awal": 350_000, "persediaan_akhir": 400_000, "harga_peralatan": 1_440_000,
        "akumulasi_awal": 360_000, "penyusutan_bulan": 40_000, "utang_usaha": 200_000,
        "pajak_final": 20_000, "uang_muka": 380_000, "utang_bank": 1_000_000,
        "modal_awal": 1_500_000, "setoran": 100_000, "laba_bersih": 700_000, "prive": 760_000,
    }
)  # fmt: skip


def wrong(question: Question) -> dict[str, int]:
    """Give what each mistake leads to, in these books."""
    found = {mistake.id: mistake.formula(BOOKS) for mistake in question.mistakes}
    return {name: int(value) for name, value in found.items() if isinstance(value, Decimal)}


def test_assets_go_wrong_in_six_ways() -> None:
    """By hand: 900 + 300 + 500 + 400 + (1.440 - 360 - 40) = 3.140 thousand."""
    assert wrong(TOTAL_ASET) == {
        "a6_lupa_saldo_lokapasar": 2_840_000,
        "a6_lupa_piutang": 2_640_000,
        "a6_alat_tanpa_akumulasi": 3_540_000,
        "a6_alat_lupa_bulan_ini": 3_180_000,
        "a6_stok_awal_di_neraca": 3_090_000,
        "a6_aset_tanpa_alat": 2_100_000,
    }


def test_debts_and_equity_go_wrong_too() -> None:
    """By hand: 200 + 20 + 380 + 1.000 = 1.600 thousand, and 1.500 + 100 + 700 - 760 = 1.540."""
    assert wrong(TOTAL_LIABILITAS) == {
        "a6_lupa_utang_pajak": 1_580_000,
        "a6_lupa_uang_muka": 1_220_000,
        "a6_lupa_utang_usaha": 1_400_000,
        "a6_piutang_jadi_utang": 2_100_000,
        "a6_hanya_utang_bank": 1_000_000,
    }
    assert wrong(EKUITAS_AKHIR) == {
        "a6_lupa_prive": 2_300_000,
        "a6_lupa_setoran": 1_440_000,
        "a6_ekuitas_lupa_laba": 840_000,
        "a6_ekuitas_tanpa_modal_awal": 40_000,
    }
