"""Tests of the questions before and after the start-up track: fair, sane, and told apart."""

from __future__ import annotations

from collections import Counter

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.product_cards import PERMITS
from latihan.units.rintisan_uji import TESTS
from latihan.variants import draw, load_unit

UNIT = TESTS.before
KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(60)
]


def test_eight_questions_of_the_units_skills() -> None:
    """Units 3, 4 and 5: capital and break-even, permits and dates, a loan."""
    assert len(UNIT.questions) == 8
    shared = {
        question.name
        for name in ("rintisan_03_titik_impas", "rintisan_04_legalitas", "rintisan_05_pembiayaan")
        for question in load_unit(name).questions
    }
    assert {question.name for question in UNIT.questions} - shared == {"izin_produk"}


def test_the_right_answers_lie_inside_the_sane_range() -> None:
    """A right answer is never called too small or too large."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            if isinstance(question, Question):
                assert question.low <= solved[question.name] <= question.high, question.name


def test_the_written_answers_differ_and_agree_with_the_cards() -> None:
    """Every permit and many days are right somewhere; card and key say the same."""
    solved = [KEY.solve(shop) for shop in SHOPS]
    assert set(Counter(values["izin_produk"] for values in solved)) == set(PERMITS)
    assert len({values["batas_nib"] for values in solved}) > 15
    for shop, values in zip(SHOPS, solved, strict=True):
        for question in UNIT.questions:
            if question.reference:
                assert question.reference(shop) == values[question.name], question.name


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("modal_awal", "sepuluh juta"),
        ("modal_awal", -16_900_000),
        ("impas_porsi", 0),
        ("impas_porsi", (1, 64)),
        ("porsi_untuk_target", None),
        ("izin_produk", "HALAL"),
        ("izin_produk", 2),
        ("batas_nib", "31 Februari 2027"),
        ("batas_nib", 18),
        ("angsuran", 1.6),
        ("total_bunga", "6%"),
        ("rasio_angsuran", 3),
    ],
)
def test_a_slip_earns_nothing_and_is_told_what_to_do(name: str, typed: object) -> None:
    """Whatever is typed, the feedback is a sentence with a next step and no praise."""
    assert name in {question.name for question in UNIT.questions}
    verdict = judge(UNIT, KEY, SHOPS[0], {name: to_plain(typed)})[name]
    assert verdict.share == 0
    assert len(verdict.remark.text.split()) > 4
    assert verdict.remark.kind != "benar"
