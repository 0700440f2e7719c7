"""Judges the plain answers of one trainee: how much of each step is earned, and what she is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graders.checks import Check, Key
from latihan.answers import Plain, to_number
from latihan.remarks import Remark, evaluate, find_mistake, form_remark, size_remark
from latihan.unit import Question, Unit, Values

RIGHT = Remark("benar", "Benar.")
FOLLOWED = Remark("ikut_salah", "Langkah ini benar; perbaiki dulu angka sebelumnya.")
STRANGER = Remark(
    "toko_lain",
    "Ini bukan angka toko Anda. Setiap peserta mendapat angka sendiri: "
    "hitung lagi dengan angka di kartu toko Anda.",
)
WRONG = Remark(
    "belum_tepat",
    "Belum tepat. Baca lagi pertanyaannya dan contoh di pelajaran, "
    "lalu periksa angka mana yang dipakai.",
)


@dataclass(frozen=True)
class Verdict:
    """What one answer earns: a share of its points from 0 to 1, and the remark for the trainee."""

    share: Decimal
    remark: Remark


def judge(
    unit: Unit,
    key: Key,
    given: Values,
    answers: Mapping[str, Plain],
    others: Sequence[Values] = (),
) -> dict[str, Verdict]:
    """Judges all answers of one shop.

    Args:
        unit: the questions and known mistakes.
        key: the right formulas.
        given: the numbers of this trainee's shop.
        answers: her answers as plain JSON, by name; absent ones count as missing.
        others: solved shops of other trainees, to tell a copied number from a wrong one.

    Returns:
        A verdict for every check of the key. A later step is also right when it follows from her
        own earlier answers, as long as those are of a sensible size and not another shop's.
    """
    truth = key.solve(given)
    followed = Values(given)
    verdicts: dict[str, Verdict] = {}
    for check in key.checks:
        question = unit.question(check.name)
        assert question is not None
        plain = answers.get(check.name, {"kind": "missing", "text": ""})
        verdicts[check.name] = _judge_one(question, check, plain, truth, followed, others)
        followed[check.name] = _carried(question, plain, verdicts[check.name], truth)
    return verdicts


def _carried(question: Question, plain: Plain, verdict: Verdict, truth: Values) -> Decimal:
    """Returns the value that later steps may build on: hers, unless it is absurd or copied."""
    number = to_number(plain)
    if number is None or verdict.remark is STRANGER:
        return truth[question.name]
    return number if question.low <= number <= question.high else truth[question.name]


def _judge_one(
    question: Question,
    check: Check,
    plain: Plain,
    truth: Values,
    followed: Values,
    others: Sequence[Values],
) -> Verdict:
    number = to_number(plain)
    if number is not None and check.accepts(number, truth[check.name]):
        return Verdict(Decimal(1), RIGHT)
    if remark := form_remark(plain):
        return Verdict(Decimal(0), remark)
    assert number is not None
    next_step = evaluate(check.correct, followed)
    if next_step is not None and check.accepts(number, next_step):
        return Verdict(Decimal(1), FOLLOWED)
    if mistake := find_mistake(question, number, [truth, followed]):
        return Verdict(mistake.credit, Remark("keliru", mistake.hint, mistake))
    if any(_is_copied(check, number, other) for other in others):
        return Verdict(Decimal(0), STRANGER)
    return Verdict(Decimal(0), size_remark(question, number) or WRONG)


def _is_copied(check: Check, number: Decimal, other: Values) -> bool:
    """Whether a number is another shop's right answer, to the rupiah (or 0.005 kg)."""
    return abs(number - other[check.name]) <= (Decimal("0.005") if number < 1000 else Decimal(1))
