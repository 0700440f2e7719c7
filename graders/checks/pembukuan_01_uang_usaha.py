"""Uang Usaha vs Uang Pribadi: the right answers. The profit is before depreciation."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Check, Key
from latihan.unit import Values

RUPIAH = Decimal(1)
LETTER = {
    "setoran": "U", "penjualan": "U", "melinjo": "U", "tumbuk": "U", "ongkir": "U", "wajan": "U",
    "listrik": "C", "dapur": "P", "sekolah": "P", "arisan": "P",
}  # fmt: skip


def _labels(v: Values) -> str:
    """Returns the letters of rows 11 to 20, by the sort of thing that was paid."""
    return "".join(LETTER[line.rsplit("|", 1)[1]] for line in v["baris"].splitlines()[10:])


KEY = Key(
    "pembukuan_01_uang_usaha",
    (
        Check("label_transaksi", _labels),
        Check("listrik_usaha", lambda v: v.tagihan_listrik * v.bagian_usaha, absolute=RUPIAH),
        Check(
            "total_prive",
            lambda v: (
                v.belanja_dapur + v.uang_sekolah + v.arisan + (v.tagihan_listrik - v.listrik_usaha)
            ),
            absolute=RUPIAH,
        ),
        Check(
            "total_beban",
            lambda v: v.beli_melinjo + v.upah_tumbuk + v.ongkir + v.listrik_usaha,
            absolute=RUPIAH,
        ),
        Check("laba_bulan", lambda v: v.penjualan_tunai - v.total_beban, absolute=RUPIAH),
        Check(
            "kas_akhir",
            lambda v: (
                v.kas_awal + v.penjualan_tunai + v.setoran_modal
                - v.beli_melinjo - v.upah_tumbuk - v.ongkir - v.tagihan_listrik - v.beli_wajan
                - v.belanja_dapur - v.uang_sekolah - v.arisan
            ),
        ),
        Check(
            "perubahan_modal",
            lambda v: v.setoran_modal + v.laba_bulan - v.total_prive,
            absolute=RUPIAH,
        ),
        Check(
            "sisa_laba_setelah_prive", lambda v: v.laba_bulan - v.total_prive, absolute=RUPIAH
        ),
    ),
)  # fmt: skip
