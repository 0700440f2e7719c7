"""Mengenal Pembeli: the right answers, from the card and the rows of places."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Check, Key
from latihan.unit import Values

RUPIAH = Decimal(1)
TENTH = Decimal("0.001")  # a tenth of a percent point


def _places(v: Values) -> list[tuple[str, int, int]]:
    """Returns code, completed orders and profit of one order for each place."""
    rows = (line.split("|") for line in v["baris"].splitlines())
    return [(code, int(orders), int(profit)) for *_, orders, profit, code in rows]


def _largest(v: Values) -> tuple[str, int, int]:
    return max(_places(v), key=lambda place: place[1])


def _best(v: Values) -> str:
    return max(_places(v), key=lambda place: place[1] * place[2])[0]


KEY = Key(
    "pemasaran_01_mengenal_pembeli",
    (
        Check("pesanan_selesai", lambda v: v.pesanan_semua - v.pesanan_batal),
        Check("tingkat_batal", lambda v: v.pesanan_batal / v.pesanan_semua, absolute=TENTH),
        Check(
            "bagian_daerah_utama",
            lambda v: Decimal(_largest(v)[1]) / v.pesanan_selesai,
            absolute=TENTH,
        ),
        Check("bagian_cod", lambda v: v.pesanan_cod / v.pesanan_semua, absolute=TENTH),
        Check("batal_cod", lambda v: v.pesanan_cod_batal / v.pesanan_cod, absolute=TENTH),
        Check("nilai_rata_pesanan", lambda v: v.nilai_selesai / v.pesanan_selesai, absolute=RUPIAH),
        Check("untung_daerah_utama", lambda v: Decimal(_largest(v)[1] * _largest(v)[2])),
        Check("segmen_pilihan", _best),
    ),
)
