"""Tests of the unit on borrowing: fair shops, sane ranges, two ways to the answer, slips that nobody planned."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.rintisan_05_pembiayaan import UNIT
from latihan.units.rule_rows import rule
from latihan.variants import SAMPLE_SEED, draw
from usaha.credit import CLASS_RATIO_LIMIT

KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(40)
]
# What people really type: slips, other units, words, minus signs, nothing.
SLIPS = (
    ("bunga_bulan", "0.5"),
    ("bunga_bulan", '"0,5%"'),
    ("angsuran", '"Rp912.658"'),
    ("angsuran", "912.658"),
    ("total_bayar", "-32855692"),
    ("total_bayar", "..."),
    ("total_bunga", '"dua juta"'),
    ("bunga_bulan_pertama", "150"),
    ("pokok_bulan_pertama", "None"),
    ("rasio_angsuran", "23.97"),
    ("rasio_angsuran", "(0, 24)"),
    ("angsuran_maksimum", "True"),
    ("selisih_rentenir", "float('inf')"),
    ("selisih_rentenir", "0"),
    ("keputusan", '"ya"'),
    ("keputusan", "1"),
)


def test_shops_differ() -> None:
    """Forty trainees, forty shops."""
    assert len({tuple(shop.values()) for shop in SHOPS}) == len(SHOPS)


def test_the_right_answers_lie_inside_the_sane_range() -> None:
    """A right answer is never called too small or too large."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            if isinstance(question, Question):
                assert question.low <= solved[question.name] <= question.high, question.name


def test_business_library_and_key_say_the_same() -> None:
    """Two independent ways to the same answer, in every shop."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            assert question.reference is not None
            right = question.reference(shop)
            assert right is not None
            assert question.same(right, solved[question.name]), question.name


def test_shops_are_clearly_able_or_clearly_not() -> None:
    """No ratio lies on the edge, and both decisions are right somewhere."""
    solved = [KEY.solve(shop) for shop in SHOPS]
    assert all(
        abs(values.rasio_angsuran - values.batas_rasio) >= Decimal("0.02") for values in solved
    )
    assert {str(values["keputusan"]) for values in solved} == {"AJUKAN", "KECILKAN"}


def test_rate_and_limit_come_from_the_library() -> None:
    """The interest is the rule's, its doubt is shown, and each loan lies within KUR mikro."""
    assert UNIT.show is not None
    assert "Permenko 1/2026, belum diperiksa. Pastikan lagi" in repr(UNIT.show(SHOPS[0]))
    for shop in SHOPS:
        assert shop.bunga_tahun == rule("kur_rate").number
        assert shop.batas_rasio == CLASS_RATIO_LIMIT
        assert rule("kur_super_micro_max").number < shop.pokok <= rule("kur_micro_max").number


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
