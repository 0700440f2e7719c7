"""Judges the plain answers of one trainee: how much of each step is earned, and what she is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graders.checks import Check, Key
from latihan.answers import Plain
from latihan.remarks import Remark
from latihan.unit import Asked, Unit, Value, Values
from latihan.values import evaluate

RIGHT = Remark("benar", "Benar.")
FOLLOWED = Remark("ikut_salah", "Langkah ini benar; perbaiki dulu angka sebelumnya.")
STRANGER = Remark(
    "toko_lain",
    "Ini bukan jawaban untuk toko Anda. Setiap peserta mendapat toko sendiri: "
    "kerjakan lagi dengan angka di kartu toko Anda.",
)
EARLIER = Remark(
    "toko_lama",
    "Ini jawaban untuk angka toko Anda yang lama. Pada percobaan ini angkanya baru: "
    "jalankan dulu sel paling atas, lalu hitung lagi dengan angka di kartu toko.",
)
WRONG = Remark(
    "belum_tepat",
    "Belum tepat. Baca lagi pertanyaannya dan contoh di pelajaran, "
    "lalu periksa apa yang Anda pakai.",
)
PARTLY = Remark(
    "sebagian",
    "Sebagian sudah benar. Baca lagi tiap baris satu per satu, dari yang pertama.",
)
MISSING: Plain = {"kind": "missing", "text": ""}


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
    earlier: Sequence[Values] = (),
) -> dict[str, Verdict]:
    """Judges all answers of one shop.

    Args:
        unit: the questions and known mistakes.
        key: the right formulas.
        given: the numbers of this trainee's shop.
        answers: her answers as plain JSON, by name; absent ones count as missing.
        others: solved shops of other trainees, to tell a copied number from a wrong one.
        earlier: solved shops that she herself had before.

    Returns:
        A verdict for every check of the key. A later step is also right when it follows from her
        own earlier answers, as long as those are of a sensible size and not another shop's.
    """
    truth = key.solve(given)
    followed = Values(given)
    verdicts: dict[str, Verdict] = {}
    strange = Strange(others, earlier)
    for check in key.checks:
        question = unit.question(check.name)
        assert question is not None
        value = question.read(answers.get(check.name, MISSING))
        if value is None:
            remark = question.form_remark(answers.get(check.name, MISSING))
            assert remark is not None  # an answer that cannot be read has a malformed form
            verdicts[check.name] = Verdict(Decimal(0), remark)
        else:
            verdicts[check.name] = _judge_one(question, check, value, truth, followed, strange)
        hers = value is not None and _may_carry(question, value, truth, strange)
        followed[check.name] = value if hers else truth[check.name]
    return verdicts


@dataclass(frozen=True)
class Strange:
    """Solved shops that an exercise is not about: other trainees', and those she had before."""

    others: Sequence[Values] = ()
    earlier: Sequence[Values] = ()

    def remark(self, question: Asked, value: Value) -> Remark | None:
        """Says of which of them a value is the right answer; None for none."""
        for remark, solved in ((EARLIER, self.earlier), (STRANGER, self.others)):
            if any(question.is_of_shop(value, other[question.name]) for other in solved):
                return remark
        return None


def _may_carry(question: Asked, value: Value, truth: Values, strange: Strange) -> bool:
    """Whether later steps may build on her value: unless it is absurd or another shop's."""
    if question.same(value, truth[question.name]):
        return True
    if strange.remark(question, value):
        return False
    return question.can_carry(value)


def _judge_one(
    question: Asked,
    check: Check,
    value: Value,
    truth: Values,
    followed: Values,
    strange: Strange,
) -> Verdict:
    right = truth[check.name]
    if _accepts(question, check, value, right):
        return Verdict(Decimal(1), RIGHT)
    next_step = evaluate(check.correct, followed)
    if next_step is not None and _accepts(question, check, value, next_step):
        return Verdict(Decimal(1), FOLLOWED)
    earned = question.share(value, right)
    strange_remark = strange.remark(question, value) if question.tells_shop(value) else None
    if strange_remark is not EARLIER:
        if mistake := question.find_mistake(value, [truth, followed]):
            return Verdict(max(mistake.credit, earned), Remark("keliru", mistake.hint, mistake))
        if remark := question.slip(value, right):
            return Verdict(Decimal(0), remark)
    if strange_remark:
        return Verdict(Decimal(0), strange_remark)
    return Verdict(earned, question.size_remark(value) or _wrong(earned))


def _accepts(question: Asked, check: Check, value: Value, right: Value) -> bool:
    """Whether a value is right: numbers within the check's slack, all else as the question compares."""
    if isinstance(value, Decimal):
        return check.accepts(value, right)
    return question.same(value, right)


def _wrong(earned: Decimal) -> Remark:
    return PARTLY if earned else WRONG
