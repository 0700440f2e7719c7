"""Dari Dilihat sampai Dibeli: the right answers, from the card and the rows of stages."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Check, Key
from latihan.unit import Values


def _weakest(v: Values) -> str:
    """Returns the stage whose share, compared with its usual one, is smallest."""
    strengths: dict[str, Decimal] = {}
    for line in v["baris"].splitlines():
        _, usual, _, before, after, code = line.split("|")
        strengths[code] = Decimal(after) / Decimal(before) / Decimal(usual)
    return min(strengths, key=lambda code: strengths[code])


KEY = Key(
    "pemasaran_04_corong_iklan",
    (
        Check("rasio_klik", lambda v: v.klik / v.tayangan, absolute=Decimal("0.0001")),
        Check("persen_jadi_beli", lambda v: v.pesanan_jadi / v.klik, absolute=Decimal("0.0002")),
        Check("tahap_terlemah", _weakest),
        Check(
            "biaya_per_pembeli_baru",
            lambda v: v.biaya_iklan / v.pembeli_baru,
            absolute=Decimal(1),
        ),
        Check("roas_iklan", lambda v: v.omzet_jadi / v.biaya_iklan, absolute=Decimal("0.05")),
        Check(
            "marjin_selendang",
            lambda v: (v.harga - v.biaya_variabel) / v.harga,
            absolute=Decimal("0.001"),
        ),
        Check("roas_impas", lambda v: 1 / v.marjin_selendang, absolute=Decimal("0.05")),
        Check(
            "untung_iklan",
            lambda v: v.omzet_jadi * v.marjin_selendang - v.biaya_iklan,
            absolute=Decimal(100),
        ),
        Check(
            "keputusan_iklan",
            lambda v: "LANJUT" if v.roas_iklan > v.roas_impas else "PERBAIKI_DULU",
        ),
    ),
)
