"""Harga Jual dan Potongan Lokapasar: the right answers. Percentages are of the price after a voucher."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from graders.checks import Check, Key
from latihan.unit import Values

NEAR = Decimal(2)  # rupiah, for rounding on the way
STEP = Decimal(500)


def _cost(v: Values) -> Decimal:
    return v.hpp + v.kemas_kirim + v.biaya_pesanan_per_barang


KEY = Key(
    "pemasaran_03_harga_lokapasar",
    (
        Check(
            "persen_potongan",
            lambda v: v.tarif_admin + v.tarif_program,
            absolute=Decimal("0.0001"),
        ),
        Check(
            "biaya_pesanan_per_barang",
            lambda v: v.biaya_per_pesanan / v.barang_per_pesanan,
            absolute=Decimal(1),
        ),
        Check(
            "uang_diterima",
            lambda v: v.harga_toko * (1 - v.persen_potongan) - v.biaya_pesanan_per_barang,
            absolute=NEAR,
        ),
        Check("untung_sekarang", lambda v: v.uang_diterima - v.hpp - v.kemas_kirim, absolute=NEAR),
        Check("harga_impas", lambda v: _cost(v) / (1 - v.persen_potongan), absolute=NEAR),
        Check(
            "harga_untung",
            lambda v: (_cost(v) + v.untung_rupiah) / (1 - v.persen_potongan),
            absolute=NEAR,
        ),
        Check(
            "harga_pajang",
            lambda v: (v.harga_untung / STEP).to_integral_value(ROUND_CEILING) * STEP,
        ),
        Check(
            "harga_margin",
            lambda v: _cost(v) / (1 - v.persen_potongan - v.margin_target),
            absolute=NEAR,
        ),
        Check(
            "untung_dengan_voucher",
            lambda v: (
                (v.harga_toko - v.voucher_penjual) * (1 - v.persen_potongan)
                - v.biaya_pesanan_per_barang
                - v.hpp
                - v.kemas_kirim
            ),
            absolute=NEAR,
        ),
    ),
)
