"""Tests of the unit on advertising: fair shops, sane ranges, two ways to the same value, unplanned slips."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.pemasaran_04_corong_iklan import UNIT
from latihan.variants import SAMPLE_SEED, draw

KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(40)
]
# What people really type: slips, other units, words, minus signs, nothing.
SLIPS = (
    ("rasio_klik", "2"),
    ("rasio_klik", '"2%"'),
    ("rasio_klik", "(0, 2)"),
    ("persen_jadi_beli", "1.4"),
    ("persen_jadi_beli", "15"),
    ("tahap_terlemah", '"foto"'),
    ("tahap_terlemah", "2"),
    ("biaya_per_pembeli_baru", "157.5"),
    ("biaya_per_pembeli_baru", '"Rp157.500"'),
    ("roas_iklan", "-1.79"),
    ("roas_iklan", '"1,79 kali"'),
    ("marjin_selendang", "40"),
    ("roas_impas", "..."),
    ("roas_impas", "250"),
    ("untung_iklan", "None"),
    ("untung_iklan", "-36000000"),
    ("keputusan_iklan", '"lanjutkan saja"'),
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


def test_half_of_the_advertisements_lose_though_sales_exceed_their_cost() -> None:
    """ROAS lies between 1 and the break-even in about half of all shops, and well off it in all."""
    losing = 0
    for shop in SHOPS:
        solved = KEY.solve(shop)
        assert solved.roas_iklan > 1
        assert abs(solved.roas_iklan / solved.roas_impas - 1) > Decimal("0.1")
        losing += solved.roas_iklan < solved.roas_impas
    assert 10 <= losing <= 30


def test_a_choice_may_be_written_in_words() -> None:
    """The meaning of a code counts as the code."""
    question = UNIT.question("keputusan_iklan")
    assert question is not None
    assert question.read({"kind": "text", "text": "Lanjutkan iklan ini"}) == "LANJUT"


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
