"""Laporan SAK EMKM: the right formulas, and how far an answer may lie from them."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Check, Key

ONE = Decimal(1)  # rupiah, for what follows from a rounded month of wear

KEY = Key(
    "pembukuan_06_laporan",
    (
        Check("penjualan_bersih", lambda v: v.penjualan_kotor - v.retur_diskon),
        Check("hpp_terjual", lambda v: v.persediaan_awal + v.biaya_produksi - v.persediaan_akhir),
        Check("penyusutan_bulan", lambda v: v.harga_peralatan / v.umur_bulan, absolute=ONE),
        Check(
            "laba_sebelum_pajak",
            lambda v: (
                v.penjualan_bersih
                - v.hpp_terjual
                - v.biaya_lokapasar
                - v.biaya_iklan
                - v.biaya_listrik
                - v.bunga_bank
                - v.penyusutan_bulan
            ),
            absolute=ONE,
        ),
        Check("laba_bersih", lambda v: v.laba_sebelum_pajak - v.pajak_final, absolute=ONE),
        Check(
            "total_aset",
            lambda v: (
                v.kas
                + v.saldo_lokapasar
                + v.piutang
                + v.persediaan_akhir
                + v.harga_peralatan
                - v.akumulasi_awal
                - v.penyusutan_bulan
            ),
            absolute=ONE,
        ),
        Check(
            "total_liabilitas",
            lambda v: v.utang_usaha + v.pajak_final + v.uang_muka + v.utang_bank,
        ),
        Check(
            "ekuitas_akhir",
            lambda v: v.modal_awal + v.setoran + v.laba_bersih - v.prive,
            absolute=ONE,
        ),
    ),
)
