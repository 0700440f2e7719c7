"""The right answers of the bookkeeping test, the same formulas before and after the track."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Check
from latihan.unit import Values

RUPIAH = Decimal(1)
PERCENT = Decimal("0.01")
PLACE = {
    "Pinjaman": "LIABILITAS", "Uang": "LIABILITAS", "Pisang": "ASET", "Wajan": "ASET",
    "Tagihan": "ASET", "Tabungan": "EKUITAS",
}  # fmt: skip


def _letters(v: Values) -> str:
    return "".join(line.rsplit("|", 1)[1] for line in v["baris"].splitlines())


CHECKS = (
    Check("label_lima", _letters),
    Check("laba_bulan", lambda v: v.penjualan_bulan - v.beban_bulan),
    Check("saldo_buku", lambda v: v.saldo_awal + v.uang_masuk - v.uang_keluar),
    Check("penjualan_tunai", lambda v: v.uang_masuk - v.pinjaman - v.uang_muka),
    Check(
        "hpp_per_bungkus",
        lambda v: (
            (v.biaya_bahan + v.biaya_tenaga + v.biaya_overhead) / (v.bungkus_jadi - v.bungkus_rusak)
        ),
        relative=PERCENT,
    ),
    Check("harga_jual", lambda v: v.hpp_per_bungkus / (1 - v.margin_target), relative=PERCENT),
    Check("pos_laporan", lambda v: PLACE[v["pos"].split()[0]]),
    Check(
        "modal_akhir",
        lambda v: v.modal_awal + v.setoran_bulan + v.laba_bulan - v.prive_bulan,
        absolute=RUPIAH,
    ),
)
