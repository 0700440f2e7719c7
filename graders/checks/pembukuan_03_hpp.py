"""Menghitung HPP: the right answers. HPP here is harga pokok produksi, for setting a price."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Check, Key

ONE = Decimal(1)
PERCENT = Decimal("0.01")

KEY = Key(
    "pembukuan_03_hpp",
    (
        Check("biaya_bahan", lambda v: v.kg_melinjo * v.harga_melinjo),
        Check(
            "biaya_tenaga",
            lambda v: v.jam_pemilik * v.upah_per_jam + v.kg_ditumbuk * v.upah_tumbuk_per_kg,
        ),
        Check(
            "susut_alat",
            lambda v: v.harga_alat / v.umur_alat_bulan / v.adonan_per_bulan,
            absolute=ONE,
        ),
        Check("biaya_overhead", lambda v: v.gas + v.listrik_usaha + v.susut_alat, absolute=ONE),
        Check("hasil_baik", lambda v: v.hasil_kg - v.rusak_kg, absolute=PERCENT),
        Check(
            "hpp_per_kg",
            lambda v: (v.biaya_bahan + v.biaya_tenaga + v.biaya_overhead) / v.hasil_baik,
            relative=PERCENT,
        ),
        Check(
            "hpp_per_bungkus",
            lambda v: v.hpp_per_kg * v.isi_kg_per_bungkus + v.kemasan_per_bungkus,
            relative=PERCENT,
        ),
        Check(
            "laba_kotor_per_kg",
            lambda v: v.harga_jual_kg - v.hpp_per_kg,
            absolute=Decimal(200),
            relative=2 * PERCENT,
        ),
        Check(
            "harga_jual_target",
            lambda v: v.hpp_per_bungkus / (1 - v.margin_target),
            relative=PERCENT,
        ),
    ),
)
