"""Tests of `graders.judging`: shares, hints, follow-through."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graders.checks import load_key
from graders.judging import Verdict, judge
from graders.variants import fair_seed
from latihan.answers import Plain, to_plain
from latihan.unit import Values
from latihan.variants import draw, load_unit
from tests.latihan import mixed

UNIT = load_unit("pembukuan_03_hpp")
KEY = load_key("pembukuan_03_hpp")
assert KEY is not None


def shop(label: str) -> Values:
    """Returns a shop that tells all mistakes apart."""
    return Values.of(draw(UNIT, fair_seed(b"judging", label, UNIT.assignment)).given)


GIVEN, OTHER = shop("a"), shop("b")
TRUTH = KEY.solve(GIVEN)


def number(value: Decimal) -> Plain:
    """Returns the plain form of a number."""
    return {"kind": "number", "text": str(value)[:40]}


RIGHT = {check.name: number(TRUTH[check.name]) for check in KEY.checks}


def judged(**changed: Plain) -> dict[str, Verdict]:
    """Judges the right answers but for those that are given."""
    assert KEY is not None
    return judge(UNIT, KEY, GIVEN, {**RIGHT, **changed}, [KEY.solve(OTHER)])


def test_right_answers_earn_everything() -> None:
    """Every check is passed."""
    assert {v.share for v in judged().values()} == {Decimal(1)}


def test_absent_answers_earn_nothing() -> None:
    """No answers, no points, and each is told."""
    assert KEY is not None
    assert {v.share for v in judge(UNIT, KEY, GIVEN, {}).values()} == {Decimal(0)}


def test_a_later_step_follows_from_her_own_earlier_one() -> None:
    """A wrong earlier value does not cost the right later step."""
    wrong = TRUTH.hpp_per_kg + 3_000
    step = wrong * GIVEN.isi_kg_per_bungkus + GIVEN.kemasan_per_bungkus
    verdicts = judged(hpp_per_kg=number(wrong), hpp_per_bungkus=number(step))
    assert verdicts["hpp_per_kg"].share == 0
    assert verdicts["hpp_per_bungkus"].share == 1
    assert verdicts["hpp_per_bungkus"].remark.kind == "ikut_salah"


def test_absurd_earlier_answers_are_not_followed() -> None:
    """Typing 0 everywhere does not make the later steps easy."""
    zero = number(Decimal(0))
    verdicts = judged(biaya_bahan=zero, biaya_tenaga=zero, biaya_overhead=zero, hpp_per_kg=zero)
    assert verdicts["hpp_per_kg"].share == 0


def test_another_shops_chain_is_not_followed() -> None:
    """Copied numbers that hang together earn nothing either."""
    assert KEY is not None
    solved = KEY.solve(OTHER)
    copied = {c.name: number(solved[c.name]) for c in KEY.checks}
    verdicts = judged(**copied)
    assert sum(v.share for v in verdicts.values()) == 0
    assert verdicts["biaya_bahan"].remark.kind == "toko_lain"


@pytest.mark.parametrize("name", [q.name for q in UNIT.questions])
def test_a_wrong_number_nobody_planned_for_gets_a_next_step(name: str) -> None:
    """A useful sentence, no praise, no points."""
    verdict = judged(**{name: number(TRUTH[name] * Decimal("1.037") + 7)})[name]
    assert verdict.share == 0
    assert len(verdict.remark.text) > 30
    assert "Benar" not in verdict.remark.text


# ---- every kind of answer ---------------------------------------------------------------------
MIXED = Values.of(draw(mixed.UNIT, "a").given)
MIXED_TRUTH = mixed.KEY.solve(MIXED)
STRANGERS = [mixed.KEY.solve(Values.of(draw(mixed.UNIT, seed).given)) for seed in "bcd"]


def judged_mixed(**written: object) -> dict[str, Verdict]:
    """Judges the right answers of the mixed unit but for those that are given."""
    right = {q.name: q.plain(MIXED_TRUTH[q.name]) for q in mixed.UNIT.questions}
    changed = {name: to_plain(value) for name, value in written.items()}
    return judge(mixed.UNIT, mixed.KEY, MIXED, {**right, **changed}, STRANGERS)


def test_right_answers_of_every_kind_earn_everything() -> None:
    """However they are written."""
    assert {v.share for v in judged_mixed().values()} == {Decimal(1)}
    day = MIXED_TRUTH["batas"]
    again = judged_mixed(
        putusan=f" {MIXED_TRUTH['putusan'].lower()} ",
        label=" ".join(MIXED_TRUTH["label"].lower()),
        batas=f"{day.day}/{day.month}/{day.year}",
    )
    assert {v.share for v in again.values()} == {Decimal(1)}


def test_letters_are_paid_one_by_one() -> None:
    """A wrong letter costs its share, with a next step; a known confusion is named and paid alike."""
    right = str(MIXED_TRUTH["label"])
    other = "U" if right[0] != "U" else "P"
    verdict = judged_mixed(label=other + right[1:])["label"]
    assert (verdict.share, verdict.remark.kind) == (Decimal("0.9"), "sebagian")
    switched = mixed.switched(MIXED_TRUTH)
    verdict = judged_mixed(label=switched)["label"]
    assert verdict.remark.id == "tertukar"
    assert verdict.share == Decimal(right.count("C")) / 10
    assert judged_mixed(label=right[0] * 10)["label"].share == 0


def test_a_choice_follows_from_her_own_number() -> None:
    """Who decides rightly by her own wrong margin has decided rightly."""
    margin = Decimal("0.61")
    assert MIXED_TRUTH.margin < mixed.HALF
    verdicts = judged_mixed(margin=margin, putusan="TETAP")
    assert verdicts["margin"].share == 0
    assert (verdicts["putusan"].share, verdicts["putusan"].remark.kind) == (1, "ikut_salah")
    assert judged_mixed(putusan="TETAP")["putusan"].remark.id == "asal_mahal"


def test_slips_of_every_kind_are_told() -> None:
    """A percentage for a share, day and month confused, a row of another shop."""
    verdicts = judged_mixed(margin=MIXED_TRUTH.margin * 100, label=str(STRANGERS[0]["label"]))
    assert verdicts["margin"].remark.kind == "persen_bukan_pecahan"
    assert verdicts["label"].remark.kind == "toko_lain"
    assert verdicts["label"].share == 0


@pytest.mark.parametrize("value", [..., None, [], -1, "", "entahlah", 10**9, (0, 5), True, 1.25])
@pytest.mark.parametrize("name", [q.name for q in mixed.UNIT.questions])
def test_nothing_foolish_earns_or_is_praised(name: str, value: object) -> None:
    """Any value for any kind: a sentence and no point."""
    verdict = judged_mixed(**{name: value})[name]
    assert verdict.share == 0
    assert len(verdict.remark.text) > 20
    assert "Benar" not in verdict.remark.text
