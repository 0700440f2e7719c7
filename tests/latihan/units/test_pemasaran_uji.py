"""Tests of the questions before and after the online marketing track: fair, sane, and told apart."""

from __future__ import annotations

from collections import Counter

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.pemasaran_uji import DECISIONS, PLACES, TESTS
from latihan.variants import draw, load_unit

UNIT = TESTS.before
KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(60)
]


def test_eight_questions_of_the_units_skills() -> None:
    """Each question bears the name that it has in a unit of the track."""
    assert len(UNIT.questions) == 8
    taught = {
        question.name
        for name in (
            "pemasaran_01_mengenal_pembeli",
            "pemasaran_03_harga_lokapasar",
            "pemasaran_04_corong_iklan",
        )
        for question in load_unit(name).questions
    }
    assert {question.name for question in UNIT.questions} <= taught


def test_the_right_answers_lie_inside_the_sane_range() -> None:
    """A right answer is never called too small or too large."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            if isinstance(question, Question):
                assert question.low <= solved[question.name] <= question.high, question.name


def test_no_choice_is_always_right() -> None:
    """Places and decisions differ from shop to shop; the place with most orders is often not it."""
    solved = [KEY.solve(shop) for shop in SHOPS]
    assert set(Counter(values["segmen_pilihan"] for values in solved)) == set(PLACES)
    decided = Counter(values["keputusan_iklan"] for values in solved)
    assert set(decided) == {"LANJUT", "PERBAIKI_DULU"} < set(DECISIONS)
    assert min(decided.values()) >= 15


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("tingkat_batal", "12%"),
        ("tingkat_batal", (0, 12)),
        ("nilai_rata_pesanan", "57 ribu"),
        ("nilai_rata_pesanan", 57.5),
        ("segmen_pilihan", "Tangerang"),
        ("segmen_pilihan", 2),
        ("uang_diterima", -43_270),
        ("harga_untung", 0),
        ("persen_jadi_beli", 200),
        ("roas_impas", None),
        ("keputusan_iklan", "entah"),
    ],
)
def test_a_slip_earns_nothing_and_is_told_what_to_do(name: str, typed: object) -> None:
    """Whatever is typed, the feedback is a sentence with a next step and no praise."""
    assert name in {question.name for question in UNIT.questions}
    verdict = judge(UNIT, KEY, SHOPS[0], {name: to_plain(typed)})[name]
    assert verdict.share == 0
    assert len(verdict.remark.text.split()) > 4
    assert verdict.remark.kind != "benar"
