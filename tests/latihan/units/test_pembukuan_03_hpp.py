"""Tests of the emping shop: numbers differ, difficulty does not, the right answers are sane."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import load_key
from graders.variants import fair_seed
from latihan.unit import Values
from latihan.units.pembukuan_03_hpp import UNIT
from latihan.variants import SAMPLE_SEED, draw

KEY = load_key(UNIT.assignment)
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(40)
]


def test_shops_differ() -> None:
    """Forty trainees, forty shops."""
    assert len({tuple(shop.values()) for shop in SHOPS}) == len(SHOPS)


def test_the_conditions_of_the_unit_hold() -> None:
    """Spoilage of 4 to 10 %, own wage at least 8 % of the cost, packs of at most half a kilo."""
    assert KEY is not None
    for shop in SHOPS:
        solved = KEY.solve(shop)
        cost = solved.biaya_bahan + solved.biaya_tenaga + solved.biaya_overhead
        assert Decimal("0.04") <= shop.rusak_kg / shop.hasil_kg <= Decimal("0.10")
        assert shop.jam_pemilik * shop.upah_per_jam >= cost * 8 / 100
        assert shop.isi_kg_per_bungkus <= Decimal("0.5")
        assert shop.adonan_per_bulan >= 4
        assert shop.kg_dibeli > shop.kg_melinjo


def test_the_right_answers_lie_inside_the_sane_range() -> None:
    """A right answer is never called too small or too large."""
    assert KEY is not None
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            assert question.low <= solved[question.name] <= question.high


def test_usaha_and_the_key_calculate_the_same() -> None:
    """Two independent ways to the same rupiah: the library's costing and the hidden formulas."""
    assert KEY is not None
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            assert question.reference is not None
            assert abs(question.reference(shop) - solved[question.name]) < Decimal("0.001")


def test_every_given_number_is_on_the_card() -> None:
    """The card shows what is drawn, no more and no less."""
    assert [given.name for given in UNIT.given] == list(draw(UNIT, SAMPLE_SEED).given)
