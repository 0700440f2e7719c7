"""The right answers of Pembiayaan."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Check, Key
from latihan.unit import Values

RUPIAH = Decimal(1)
HUNDRED = Decimal(100)
WHOLE_LOAN = Decimal(5_000)  # rupiah: an instalment rounded to the hundred, 36 times
RATE = Decimal("0.00001")
SHARE = Decimal("0.001")


def _payment(v: Values) -> Decimal:
    rate = v.bunga_bulan
    if rate == 0:
        return v.pokok / v.bulan
    grown = (1 + rate) ** int(v.bulan)
    return v.pokok * rate * grown / (grown - 1)


KEY = Key(
    "rintisan_05_pembiayaan",
    (
        Check("bunga_bulan", lambda v: v.bunga_tahun / 12, absolute=RATE),
        Check("angsuran", _payment, absolute=HUNDRED),
        Check("total_bayar", lambda v: v.angsuran * v.bulan, absolute=WHOLE_LOAN),
        Check("total_bunga", lambda v: v.total_bayar - v.pokok, absolute=WHOLE_LOAN),
        Check("bunga_bulan_pertama", lambda v: v.pokok * v.bunga_bulan, absolute=RUPIAH),
        Check(
            "pokok_bulan_pertama", lambda v: v.angsuran - v.bunga_bulan_pertama, absolute=HUNDRED
        ),
        Check(
            "rasio_angsuran",
            lambda v: (v.angsuran + v.angsuran_lain) / v.kas_usaha_bulan,
            absolute=SHARE,
        ),
        Check(
            "angsuran_maksimum",
            lambda v: v.kas_usaha_bulan * v.batas_rasio - v.angsuran_lain,
            absolute=RUPIAH,
        ),
        Check(
            "selisih_rentenir",
            lambda v: v.angsuran_rentenir * v.minggu_rentenir - v.pokok - v.total_bunga,
            absolute=WHOLE_LOAN,
        ),
        Check("keputusan", lambda v: "AJUKAN" if v.rasio_angsuran <= v.batas_rasio else "KECILKAN"),
    ),
)
