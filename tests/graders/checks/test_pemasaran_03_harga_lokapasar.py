"""Tests of the hidden answers of Harga Jual dan Potongan Lokapasar against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal

from graders.checks.pemasaran_03_harga_lokapasar import KEY
from latihan.unit import Values


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for a round shop.

    8 % + 12 % = 20 %. 1.200 / 2 = 600. 100.000 x 0,8 - 600 = 79.400. 79.400 - 70.000 - 3.400 = 6.000.
    74.000 / 0,8 = 92.500. (74.000 + 20.200) / 0,8 = 117.750, on the shelf 118.000. 74.000 / 0,6 =
    123.333. (100.000 - 5.000) x 0,8 - 600 - 73.400 = 2.000.
    """
    shop = Values.of(
        {
            "hpp": 70_000, "kemas_kirim": 3_400, "tarif_admin": 0.08, "tarif_program": 0.12,
            "tarif_pajak": 0.01, "omzet_setahun": 100_000_000, "biaya_per_pesanan": 1_200,
            "barang_per_pesanan": 2, "harga_toko": 100_000, "untung_rupiah": 20_200,
            "margin_target": 0.2, "voucher_penjual": 5_000,
        }
    )  # fmt: skip
    solved = KEY.solve(shop)
    assert [round(Decimal(str(solved[check.name])), 2) for check in KEY.checks] == [
        Decimal("0.2"), 600, 79_400, 6_000, 92_500, 117_750, 118_000, Decimal("123333.33"), 2_000
    ]  # fmt: skip


def test_a_price_on_the_shelf_is_exact() -> None:
    """All else may be rounded on the way by a rupiah or two."""
    slack = {check.name: check.absolute for check in KEY.checks}
    assert slack["harga_pajang"] == 0
    assert max(slack.values()) <= 2
