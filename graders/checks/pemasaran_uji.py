"""The right answers of the online marketing test, the same formulas before and after the track."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Check
from latihan.unit import Values

NEAR = Decimal(2)  # rupiah, for rounding on the way


def _best(v: Values) -> str:
    totals = {
        "SERANG": v.pesanan_serang * v.untung_serang,
        "CILEGON": v.pesanan_cilegon * v.untung_cilegon,
        "LEBAK": v.pesanan_lebak * v.untung_lebak,
    }
    return max(totals, key=lambda code: totals[code])


CHECKS = (
    Check("tingkat_batal", lambda v: v.pesanan_batal / v.pesanan_masuk, absolute=Decimal("0.001")),
    Check(
        "nilai_rata_pesanan",
        lambda v: v.nilai_selesai / (v.pesanan_masuk - v.pesanan_batal),
        absolute=NEAR,
    ),
    Check("segmen_pilihan", _best),
    Check(
        "uang_diterima",
        lambda v: v.harga_toko * (1 - v.persen_potongan) - v.biaya_pesanan,
        absolute=NEAR,
    ),
    Check(
        "harga_untung",
        lambda v: (
            (v.hpp + v.kemas_kirim + v.biaya_pesanan + v.untung_rupiah) / (1 - v.persen_potongan)
        ),
        absolute=NEAR,
    ),
    Check("persen_jadi_beli", lambda v: v.pesanan_jadi / v.klik, absolute=Decimal("0.0002")),
    Check("roas_impas", lambda v: 1 / v.marjin, absolute=Decimal("0.05")),
    Check(
        "keputusan_iklan",
        lambda v: "LANJUT" if v.omzet_jadi / v.biaya_iklan > v.roas_impas else "PERBAIKI_DULU",
    ),
)
