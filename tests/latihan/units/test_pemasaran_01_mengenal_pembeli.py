"""Tests of the unit on knowing the buyers: fair shops, sane ranges, two ways to the same value, unplanned slips."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.city_orders import most_orders, most_profit
from latihan.units.pemasaran_01_mengenal_pembeli import UNIT
from latihan.variants import SAMPLE_SEED, draw

KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(40)
]
# What people really type: slips, other units, words, minus signs, nothing.
SLIPS = (
    ("pesanan_selesai", '"170 pesanan"'),
    ("pesanan_selesai", "-170"),
    ("pesanan_selesai", "17"),
    ("tingkat_batal", "14"),
    ("tingkat_batal", '"14%"'),
    ("tingkat_batal", "0"),
    ("bagian_daerah_utama", "(0, 41)"),
    ("bagian_cod", "79"),
    ("batal_cod", "..."),
    ("nilai_rata_pesanan", "60.000"),
    ("nilai_rata_pesanan", '"Rp60.000"'),
    ("untung_daerah_utama", "595"),
    ("segmen_pilihan", '"Serang"'),
    ("segmen_pilihan", "1"),
    ("segmen_pilihan", "None"),
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


def test_reference_and_key_calculate_the_same() -> None:
    """Two independent ways to the same answer: through `usaha` and the tables, and the hidden formulas."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            assert question.reference is not None
            assert question.same(question.reference(solved), solved[question.name]), question.name


def test_half_of_the_shops_look_past_the_most_orders() -> None:
    """In about half of them the place with the most orders leaves most; in the others it does not."""
    same = sum(most_orders(shop) == most_profit(shop) for shop in SHOPS)
    assert 10 <= same <= 30


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
    assert verdict.share < Decimal("0.5")
    assert len(verdict.remark.text.split()) > 4
    assert "Benar" not in verdict.remark.text
