"""Tests of the unit on the cash book: fair shops, sane ranges, two ways to the same rupiah, slips that nobody planned."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.pembukuan_02_buku_kas import UNIT
from latihan.variants import SAMPLE_SEED, draw

KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(40)
]
# What people really type: slips, other units, words, minus signs, nothing.
SLIPS = (
    ("saldo_buku", '"Rp2.630.000"'),
    ("saldo_buku", "2.630"),
    ("saldo_buku", "26300000"),
    ("nomor_baris_dobel", "0"),
    ("nomor_baris_dobel", "15"),
    ("nomor_baris_dobel", '"enam"'),
    ("nomor_baris_dobel", "(4, 6)"),
    ("nilai_dobel", "69"),
    ("kurang_catat", "-441000"),
    ("saldo_dikoreksi", "..."),
    ("selisih_kas", "-24"),
    ("penjualan_tunai", "True"),
    ("total_utang_baru", '"1,5 juta"'),
    ("penjualan_semua", "2100"),
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


def test_rows_and_key_calculate_the_same() -> None:
    """Two independent ways to the same answer: row by row, and the hidden formulas."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            assert question.reference is not None
            assert question.reference(shop) == solved[question.name], question.name


def test_every_given_number_is_on_the_card() -> None:
    """The card shows every drawn number; the book itself is shown as a table."""
    drawn = draw(UNIT, SAMPLE_SEED).given
    assert {given.name for given in UNIT.given} == {
        name for name, value in drawn.items() if not isinstance(value, str)
    }


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
