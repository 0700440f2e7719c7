"""Tests of the unit on permits: fair shops, sane ranges, two ways to the answer, slips that nobody planned."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Values
from latihan.units.rintisan_04_legalitas import MILLION, UNIT
from latihan.variants import SAMPLE_SEED, draw
from usaha.rules import find_rule

KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(40)
]
# What people really type: slips, other units, words, minus signs, nothing.
SLIPS = (
    ("izin_camilan", '"P-IRTT"'),
    ("izin_camilan", "7"),
    ("izin_bandeng", '"BPOM MUI"'),
    ("izin_presto", '""'),
    ("izin_minuman", "..."),
    ("izin_nasi", '"tidak tahu"'),
    ("izin_kerajinan", "None"),
    ("batas_nib", '"31 Februari 2027"'),
    ("batas_nib", '"25-3-27"'),
    ("batas_nib", "2027"),
    ("batas_nib", '"bulan depan"'),
    ("halal_sudah_wajib", "True"),
    ("kelas_usaha", '"UMKM"'),
    ("kelas_usaha", "4700"),
    ("urutan_langkah", '"1-2-3"'),
    ("urutan_langkah", '"1123"'),
    ("urutan_langkah", '"NIB, PIRT"'),
)


def test_shops_differ() -> None:
    """Forty trainees, forty shops."""
    assert len({tuple(shop.values()) for shop in SHOPS}) == len(SHOPS)


def test_business_library_and_key_say_the_same() -> None:
    """Two independent ways to the same answer, in every shop."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            assert question.reference is not None
            right = question.reference(shop)
            assert right is not None
            assert question.same(right, solved[question.name]), question.name


def test_cards_and_dates_differ_from_shop_to_shop() -> None:
    """A neighbour's row of answers is of little use."""
    solved = [KEY.solve(shop) for shop in SHOPS]
    assert len({tuple(str(values[q.name]) for q in UNIT.questions) for values in solved}) > 30
    assert {values["kelas_usaha"] for values in solved} == {"MIKRO", "KECIL"}
    assert {str(values["izin_presto"]) for values in solved} == {"MD", "SIAP_SAJI"}


def test_the_figures_of_law_are_those_of_the_table() -> None:
    """What the card shows is looked up on the day of the case, and doubt is said."""
    shop = SHOPS[0]
    day = shop["hari_ini"]
    assert shop["batas_halal"] == find_rule("halal_umk_food_deadline", day).value
    assert shop.batas_mikro * MILLION == find_rule("umkm_micro_sales_max", day).number
    assert shop.bulan_pedagang_lama == find_rule("nib_online_existing_months", day).number
    assert UNIT.show is not None
    words = repr(UNIT.show(shop))
    assert "Permendag 19/2026, belum diperiksa. Pastikan lagi sebelum dipakai" in words


@pytest.mark.parametrize(("name", "typed"), SLIPS)
def test_a_slip_gets_a_next_step_and_no_praise(name: str, typed: str) -> None:
    """Neither `cek` nor the judge praises it, breaks, or says nothing."""
    names: dict[str, Any] = {"__name__": "notebook"}
    exec(f"from latihan import *\nbuka({UNIT.assignment!r}, contoh=True)", names)
    exec(f"{name} = {typed}\nseen = cek({name!r})", names)
    assert float(names["seen"]) == 0.0
    assert "lapak-perbaiki" in names["seen"].html
    given = Values.of(draw(UNIT, SAMPLE_SEED).given)
    verdict = judge(UNIT, KEY, given, {name: to_plain(names[name])})[name]
    assert verdict.share < Decimal("0.6")
    assert len(verdict.remark.text.split()) > 4
    assert "Benar" not in verdict.remark.text
