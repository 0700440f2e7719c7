"""Tests of the unit on prices and fees: fair shops, sane ranges, two ways to the same value, unplanned slips."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.pemasaran_03_harga_lokapasar import UNIT
from latihan.units.shoe_fees import ADMIN, FREE_TURNOVER, ORDER_FEE, PROGRAM
from latihan.variants import SAMPLE_SEED, draw

KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(40)
]
# What people really type: slips, other units, words, minus signs, nothing.
SLIPS = (
    ("persen_potongan", "16"),
    ("persen_potongan", '"16%"'),
    ("persen_potongan", "(0, 16)"),
    ("persen_potongan", "0"),
    ("biaya_pesanan_per_barang", "-625"),
    ("biaya_pesanan_per_barang", "0.625"),
    ("uang_diterima", "136.211"),
    ("uang_diterima", '"Rp136.211"'),
    ("untung_sekarang", "44.9"),
    ("untung_sekarang", "..."),
    ("harga_impas", "1459820"),
    ("harga_untung", '"172 ribu"'),
    ("harga_pajang", "173"),
    ("harga_margin", "0.64"),
    ("untung_dengan_voucher", "None"),
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


def test_tariffs_lie_within_the_dated_rules() -> None:
    """Whatever is drawn could be true on the day of the case; the turnover is below the threshold."""
    for shop in SHOPS:
        assert ADMIN.bounds[0] <= shop.tarif_admin <= ADMIN.bounds[1]
        assert PROGRAM.bounds[0] <= shop.tarif_program <= PROGRAM.bounds[1]
        assert shop.biaya_per_pesanan == ORDER_FEE.number
        assert shop.omzet_setahun < FREE_TURNOVER.number


def test_some_shops_sell_at_a_loss_today() -> None:
    """An unpleasant answer is right in some shops, so that nobody turns its sign to be sure."""
    losses = sum(KEY.solve(shop).untung_sekarang < 0 for shop in SHOPS)
    assert 5 <= losses <= 25


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
