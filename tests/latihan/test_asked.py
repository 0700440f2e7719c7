"""Tests of `latihan.asked`: what all kinds of questions share."""

from __future__ import annotations

import pytest

from latihan.unit import Asked, Values
from latihan.variants import draw
from tests.latihan.mixed import DEADLINE, DECISION, KEY, LABELS, MARGIN, UNIT

ALL = pytest.mark.parametrize("question", UNIT.questions, ids=lambda q: q.name)
TRUTH = KEY.solve(Values.of(draw(UNIT, "a").given))


@ALL
def test_a_missing_and_a_blank_answer_are_told_apart(question: Asked) -> None:
    """Each kind says how its own blank is filled."""
    for kind, wanted in (("missing", "belum_ada"), ("blank", "kosong")):
        remark = question.form_remark({"kind": kind, "text": ""})
        assert remark is not None
        assert remark.kind == wanted
    assert "..." in question.blank()


@ALL
def test_every_value_comes_back_from_its_plain_form(question: Asked) -> None:
    """What leaves a trainee's process is read as what it was."""
    right = TRUTH[question.name]
    read = question.read(question.plain(right))
    assert read is not None
    assert question.same(read, right)
    assert question.form_remark(question.plain(right)) is None
    assert question.slip(read, right) is None
    assert question.size_remark(read) is None


@ALL
@pytest.mark.parametrize(
    "plain",
    [
        {"kind": "other", "text": "list"},
        {"kind": "pair", "text": "0,5"},
        {"kind": "text", "text": "   "},
        {"kind": "text", "text": "entahlah"},
        {"kind": "number", "text": "nan"},
        {},
    ],
)
def test_what_cannot_be_read_gets_a_next_step(question: Asked, plain: dict[str, str]) -> None:
    """Whatever stands there, the sentence says what to write, and never that it is right."""
    assert question.read(plain) is None
    remark = question.form_remark(plain)
    assert remark is not None
    assert len(remark.text) > 20
    assert "Benar" not in remark.text


def test_a_mistake_is_found_by_its_value() -> None:
    """In any kind, in any of the given sets of values."""
    for question in (MARGIN, LABELS, DEADLINE):
        (mistake,) = question.mistakes
        wrong = mistake.formula(TRUTH)
        assert wrong is not None
        assert question.find_mistake(wrong, [Values(), TRUTH]) is mistake
        assert question.find_mistake(TRUTH[question.name], [TRUTH]) is None


def test_a_mistake_that_is_right_here_is_not_found() -> None:
    """Where the wrong way of thinking leads nowhere else, the answer is just the answer."""
    values = Values({**TRUTH, "margin": TRUTH.margin * 0 + 1})
    assert DECISION.find_mistake("TETAP", [values]) is None
    assert DECISION.find_mistake("TETAP", [Values({**values, "margin": 0})]) is not None
