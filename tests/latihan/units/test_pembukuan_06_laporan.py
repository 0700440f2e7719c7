"""Tests of the unit on statements: fair shops, sane ranges, two ways to the same rupiah, slips that nobody planned."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.pembukuan_06_laporan import UNIT
from latihan.variants import SAMPLE_SEED, draw

KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(40)
]
# What people really type: slips, other units, words, minus signs, nothing.
SLIPS = (
    ("penjualan_bersih", '"Rp48.300.000"'),
    ("penjualan_bersih", "48.3"),
    ("penjualan_bersih", "483000000"),
    ("hpp_terjual", "-33600000"),
    ("hpp_terjual", '"33,6 juta"'),
    ("penyusutan_bulan", "630"),
    ("penyusutan_bulan", "36"),
    ("penyusutan_bulan", "(630, 0)"),
    ("laba_sebelum_pajak", "..."),
    ("laba_sebelum_pajak", "0"),
    ("laba_bersih", "False"),
    ("laba_bersih", "[10078250]"),
    ("total_aset", "43.492"),
    ("total_liabilitas", "-21498750"),
    ("total_liabilitas", '""'),
    ("ekuitas_akhir", "float('nan')"),
)


def test_shops_differ() -> None:
    """Forty trainees, forty shops."""
    assert len({tuple(shop.values()) for shop in SHOPS}) == len(SHOPS)


def test_the_right_answers_lie_inside_the_sane_range() -> None:
    """A right answer is never called too small or too large."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            assert isinstance(question, Question)
            assert question.low <= solved[question.name] <= question.high, question.name


def test_statements_and_key_calculate_the_same() -> None:
    """Two independent ways: double entry through `usaha.statements`, and the hidden formulas."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            assert question.reference is not None
            assert question.reference(shop) == solved[question.name], question.name
        assert solved.total_aset == solved.total_liabilitas + solved.ekuitas_akhir


def test_every_given_number_is_on_the_card() -> None:
    """The card shows every drawn number but the principal, which stands in the journal."""
    drawn = draw(UNIT, SAMPLE_SEED).given
    numbers = {name for name, value in drawn.items() if not isinstance(value, str)}
    assert {given.name for given in UNIT.given} == numbers - {"angsuran_pokok"}


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
