"""The right answers of Modal dan Titik Impas."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from graders.checks import Check, Key

RUPIAH = Decimal(1)
# Whoever rounds a portion down has understood the rest.
PORTION = Decimal(1)
HIGHEST_PRICE = Decimal(22_000)  # rupiah: one portion more or less in the turnover
TENTH = Decimal("0.1")


def _up(number: Decimal) -> Decimal:
    return number.to_integral_value(rounding=ROUND_CEILING)


KEY = Key(
    "rintisan_03_titik_impas",
    (
        Check("modal_kerja", lambda v: v.stok_awal + v.piutang_rata + v.kas_jaga - v.utang_pemasok),
        Check("modal_awal", lambda v: v.alat + v.izin_dan_renovasi + v.modal_kerja),
        Check(
            "biaya_tetap",
            lambda v: v.sewa + v.gaji_pegawai + v.gaji_pemilik + v.internet + v.susut_alat,
            absolute=RUPIAH,
        ),
        Check(
            "biaya_variabel", lambda v: v.bahan + v.kemasan + v.potongan_per_porsi, absolute=RUPIAH
        ),
        Check("untung_per_porsi", lambda v: v.harga - v.biaya_variabel, absolute=RUPIAH),
        Check("impas_porsi", lambda v: _up(v.biaya_tetap / v.untung_per_porsi), absolute=PORTION),
        Check("impas_omzet", lambda v: v.impas_porsi * v.harga, absolute=HIGHEST_PRICE),
        Check(
            "porsi_untuk_target",
            lambda v: _up((v.biaya_tetap + v.target_laba) / v.untung_per_porsi),
            absolute=PORTION,
        ),
        Check(
            "balik_modal_bulan",
            lambda v: (
                v.modal_awal / (v.rencana_porsi * v.untung_per_porsi - v.biaya_tetap + v.susut_alat)
            ),
            absolute=TENTH,
        ),
    ),
)
