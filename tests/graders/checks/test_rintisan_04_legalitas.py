"""Tests of the hidden answers of Legalitas against a shop that was read by hand."""

from __future__ import annotations

from datetime import date

from graders.checks.rintisan_04_legalitas import KEY, SAYS
from latihan.unit import Values

CARDS = """\
1|kering, suhu ruang, dapur rumah, tahan 90 hari|Emping|0|0|kering
2|kering, suhu ruang, dapur rumah, tahan 60 hari|Abon bandeng|0|0|kering
3|bungkus plastik, disimpan di kulkas, tahan 14 hari|Bandeng presto|0|0|dingin
4|botol, dipasteurisasi, tahan 21 hari|Sari jambu|0|0|pasteur
5|dimasak pagi, habis hari itu|Nasi bakar|0|0|saji
6|buatan tangan|Kain tenun|0|0|barang"""


def _solved(**changed: object) -> list[object]:
    given = {
        "hari_ini": date(2026, 11, 23), "tgl_aturan": date(2026, 6, 8), "bulan_pedagang_lama": 18,
        "bulan_pedagang_baru": 6, "mulai_jualan": date(2024, 2, 29),
        "batas_halal": date(2026, 10, 17), "batas_mikro": 2_000, "batas_kecil": 15_000,
        "omzet_setahun": 2_000, "laba_setahun": 300, "baris": CARDS, "langkah": "2413", **changed,
    }  # fmt: skip
    solved = KEY.solve(Values.of(given))
    return [solved[check.name] for check in KEY.checks]


def test_the_right_answers_by_hand() -> None:
    """Old shop: 8 June 2026 and 18 months. 2.000 is not above 2.000. Step 1 stands third, and so on."""
    assert _solved() == [
        "PIRT", "PIRT", "MD", "MD", "SIAP_SAJI", "NIB", date(2027, 12, 8), "SUDAH", "MIKRO", "3142"
    ]  # fmt: skip


def test_a_new_shop_before_the_halal_day() -> None:
    """31 August and six months is the last of February; before the day halal is not yet due."""
    found = _solved(
        mulai_jualan=date(2026, 8, 31), hari_ini=date(2026, 10, 17), omzet_setahun=2_001
    )
    assert found[6:9] == [date(2027, 2, 28), "BELUM", "KECIL"]


def test_every_permit_can_be_found() -> None:
    """All four are right somewhere."""
    assert {permit for _, permit in SAYS} == {"NIB", "PIRT", "MD", "SIAP_SAJI"}
