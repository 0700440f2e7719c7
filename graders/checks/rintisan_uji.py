"""The right answers of the start-up test, the same formulas before and after the track."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from graders.checks import Check
from graders.checks.rintisan_04_legalitas import SAYS, deadline
from latihan.unit import Values

PORTION = Decimal(1)
HUNDRED = Decimal(100)
WHOLE_LOAN = Decimal(5_000)  # rupiah: an instalment rounded to the hundred, 36 times
SHARE = Decimal("0.001")


def _portions(v: Values, profit: Decimal) -> Decimal:
    needed = (v.biaya_tetap + profit) / (v.harga - v.biaya_variabel)
    return needed.to_integral_value(rounding=ROUND_CEILING)


def _payment(v: Values) -> Decimal:
    rate = v.bunga_tahun / 12
    grown = (1 + rate) ** int(v.bulan)
    return v.pokok * rate * grown / (grown - 1)


def _permit(v: Values) -> str:
    card = v["baris"].split("|")[1]
    return next(permit for words, permit in SAYS if words in card)


CHECKS = (
    Check("modal_awal", lambda v: v.alat + v.izin_dan_renovasi + v.modal_kerja),
    Check("impas_porsi", lambda v: _portions(v, Decimal(0)), absolute=PORTION),
    Check("porsi_untuk_target", lambda v: _portions(v, v.target_laba), absolute=PORTION),
    Check("izin_produk", _permit),
    Check("batas_nib", deadline),
    Check("angsuran", _payment, absolute=HUNDRED),
    Check("total_bunga", lambda v: v.angsuran * v.bulan - v.pokok, absolute=WHOLE_LOAN),
    Check(
        "rasio_angsuran",
        lambda v: (v.angsuran + v.angsuran_lain) / v.kas_usaha_bulan,
        absolute=SHARE,
    ),
)
