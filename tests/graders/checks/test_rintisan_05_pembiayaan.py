"""Tests of the hidden answers of Pembiayaan against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal

from graders.checks.rintisan_05_pembiayaan import KEY
from latihan.unit import Values
from usaha.credit import annuity

SHOP = Values.of(
    {
        "pokok": 1_200_000, "bunga_tahun": 0.12, "bulan": 2, "omzet_bulan": 9_000_000,
        "kas_usaha_bulan": 2_000_000, "angsuran_lain": 100_000, "batas_rasio": 0.3,
        "angsuran_rentenir": 40_000, "minggu_rentenir": 50,
    }
)  # fmt: skip


def test_the_right_answers_by_hand() -> None:
    """Worked by hand for two months at 1% each.

    1.200.000 x 1,01 x 1,01 / 2,01 = 609.014,93; x 2 = 1.218.029,85; interest 18.029,85. First month
    12.000 of interest and 597.014,93 of principal. 709.014,93 / 2.000.000 = 0,3545, above 0,3.
    600.000 - 100.000 = 500.000. 40.000 x 50 - 1.200.000 - 18.029,85 = 781.970,15.
    """
    solved = KEY.solve(SHOP)
    found = [solved[check.name] for check in KEY.checks]
    assert [round(value, 4) for value in found[:-1]] == [
        Decimal("0.01"), Decimal("609014.9254"), Decimal("1218029.8507"), Decimal("18029.8507"),
        12_000, Decimal("597014.9254"), Decimal("0.3545"), 500_000, Decimal("781970.1493"),
    ]  # fmt: skip
    assert found[-1] == "KECILKAN"


def test_it_is_the_annuity_of_the_library() -> None:
    """Two ways to write the same formula; without interest it is the even share."""
    payment = next(check for check in KEY.checks if check.name == "angsuran")
    for rate in ("0.005", "0.0125", "0"):
        values = Values(SHOP, bunga_bulan=Decimal(rate), bulan=Decimal(36))
        right = payment.correct(values)
        assert isinstance(right, Decimal)
        assert abs(right - annuity(1_200_000, Decimal(rate), 36)) < Decimal("0.01")


def test_the_flat_way_never_counts() -> None:
    """A hundred rupiah of slack are far from the other method."""
    payment = next(check for check in KEY.checks if check.name == "angsuran")
    assert not payment.accepts(Decimal(612_000), Decimal("609014.93"))
    assert payment.accepts(Decimal(609_100), Decimal("609014.93"))
