"""Tests of the questions before and after the bookkeeping track: fair, sane, and told apart."""

from __future__ import annotations

from collections import Counter

import pytest

from graders.checks import load_key
from graders.judging import judge
from graders.variants import fair_seed
from latihan.answers import to_plain
from latihan.unit import Question, Values
from latihan.units.pembukuan_uji import ITEMS, PLACES, TESTS, THINGS, letters
from latihan.units.rows import read_rows
from latihan.variants import draw, load_unit

UNIT = TESTS.before
KEY = load_key(UNIT.assignment)
assert KEY is not None
SHOPS = [
    Values.of(draw(UNIT, fair_seed(b"test", str(n), UNIT.assignment)).given) for n in range(60)
]


def test_eight_questions_of_the_units_skills() -> None:
    """Units 1, 2 and 3, and a little of the statements."""
    assert len(UNIT.questions) == 8
    shared = {
        question.name
        for name in ("pembukuan_01_uang_usaha", "pembukuan_02_buku_kas", "pembukuan_03_hpp")
        for question in load_unit(name).questions
    }
    names = {question.name for question in UNIT.questions}
    assert {"laba_bulan", "saldo_buku", "penjualan_tunai", "hpp_per_bungkus"} <= names & shared


def test_the_right_answers_lie_inside_the_sane_range() -> None:
    """A right answer is never called too small or too large."""
    for shop in SHOPS:
        solved = KEY.solve(shop)
        for question in UNIT.questions:
            if isinstance(question, Question):
                assert question.low <= solved[question.name] <= question.high, question.name


def test_the_written_answers_differ_from_shop_to_shop() -> None:
    """Letters and places are drawn, and table and key agree on them."""
    solved = [KEY.solve(shop) for shop in SHOPS]
    assert len({values["label_lima"] for values in solved}) > 20
    assert set(Counter(values["pos_laporan"] for values in solved)) == {
        "ASET",
        "LIABILITAS",
        "EKUITAS",
    }
    for values in solved:
        assert letters(values) == values["label_lima"]
        assert ITEMS[values["pos"]] == values["pos_laporan"]
        assert "C" in values["label_lima"]


def test_no_thing_stands_in_two_kinds() -> None:
    """Each drawn row has one right letter, and no row stands twice."""
    kind_of = {words: kind for kind, things in THINGS.items() for words in things}
    assert len(kind_of) == sum(map(len, THINGS.values()))
    for shop in SHOPS:
        rows = read_rows(shop["baris"])
        assert [kind_of[row.words] for row in rows] == [row.kind for row in rows]
        assert len({row.words for row in rows}) == 5


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("label_lima", "UPC"),
        ("label_lima", 12345),
        ("label_lima", "PPPPP"),
        ("laba_bulan", "dua juta"),
        ("saldo_buku", -1_000_000),
        ("penjualan_tunai", 3.5),
        ("hpp_per_bungkus", 0),
        ("harga_jual", (0, 5)),
        ("pos_laporan", "MODAL"),
        ("pos_laporan", 7),
        ("modal_akhir", None),
    ],
)
def test_a_slip_earns_nothing_and_is_told_what_to_do(name: str, typed: object) -> None:
    """Whatever is typed, the feedback is a sentence with a next step and no praise."""
    assert name in {question.name for question in UNIT.questions}
    verdict = judge(UNIT, KEY, SHOPS[0], {name: to_plain(typed)})[name]
    assert verdict.share == 0
    assert len(verdict.remark.text.split()) > 4
    assert verdict.remark.kind != "benar"


def test_every_place_has_its_meaning() -> None:
    """The five places of SAK EMKM's two statements, each explained."""
    assert list(PLACES) == ["ASET", "LIABILITAS", "EKUITAS", "PENDAPATAN", "BEBAN"]
    assert set(ITEMS.values()) <= set(PLACES)
