"""Tests of the unit on break-even: fair shops, sane ranges, two ways to the answer, slips that nobody planned."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.rintisan_03_titik_impas import UNIT
from latihan.variants import SAMPLE_SEED, draw

KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(40)
]
# What people really type: slips, other units, words, minus signs, nothing.
SLIPS = (
    ("modal_kerja", '"Rp6.050.000"'),
    ("modal_kerja", "6.05"),
    ("modal_awal", "157100000"),
    ("modal_awal", "-15710000"),
    ("biaya_tetap", '"6,6 juta"'),
    ("biaya_tetap", "[2000000, 1750000]"),
    ("biaya_variabel", "9,4"),
    ("untung_per_porsi", "0"),
    ("impas_porsi", '"600 porsi"'),
    ("impas_porsi", "0.6"),
    ("impas_omzet", "None"),
    ("porsi_untuk_target", "float('nan')"),
    ("porsi_untuk_target", "..."),
    ("balik_modal_bulan", "True"),
    ("balik_modal_bulan", "-5.4"),
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


def test_the_plan_is_above_break_even() -> None:
    """Each outlet gets its money back if the plan comes true."""
    for shop in SHOPS:
        assert shop.rencana_porsi > KEY.solve(shop).impas_porsi


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
