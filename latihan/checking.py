"""`cek`: tells a trainee at once whether an answer has a sane form and size, and meets known mistakes.

It does not know the right answer. Only for the open sample shop of a lesson, whose figures everyone
may see solved, it calculates the value with `usaha` and says whether it is right.
"""

from __future__ import annotations

import os
from decimal import Decimal
from typing import Any

from latihan.answers import to_number, to_plain
from latihan.notebook import Nilai, box, user_names
from latihan.remarks import Remark, evaluate, find_mistake, form_remark, is_close, size_remark
from latihan.shop import OpenShop, open_shop
from latihan.unit import Question, Values

RIGHT = Remark("benar", "Benar. Lanjutkan ke langkah berikutnya.")
SANE = Remark(
    "wajar",
    "Bentuk dan ukurannya masuk akal. Nilainya diperiksa setelah Anda kirim. Lanjutkan.",
)
NOT_YET = Remark(
    "periksa_lagi",
    "Belum cocok dengan toko contoh. Baca lagi contohnya, lalu periksa angka mana yang dipakai.",
)


def cek(name: str) -> Nilai:
    """Looks at the answer with that name and shows a hint that says what to do next.

    Args:
        name: the name of the answer, as text: `cek("biaya_bahan")`.

    Returns:
        0.0, with the hint to look at. Scores are given by the school, from the value alone. It
        never raises: whatever a notebook holds, the trainee reads a sentence.
    """
    try:
        remark = _remark(name)
    except Exception:  # noqa: BLE001  a trainee's notebook may hold anything; she must still read a sentence
        remark = Remark("gagal", "Jawaban ini tidak bisa dibaca. Tulis satu angka atau satu rumus.")
    text = remark.text
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        text += " (Sel ini dinilai dengan `lapak grade`.)"
    style = remark.kind if remark.kind in ("benar", "wajar") else "perbaiki"
    score = Nilai(0.0)
    score.html = box(style, text)
    return score


def answers_so_far(shop: OpenShop, names: dict[str, Any]) -> Values:
    """Returns the shop's numbers and those of her answers that are numbers, for the formulas."""
    values = Values.of(shop.variant.given)
    for question in shop.unit.questions:
        number = to_number(to_plain(names.get(question.name)))
        if number is not None:
            values[question.name] = number
    return values


def changed_names(shop: OpenShop, names: dict[str, Any]) -> list[str]:
    """Returns the names of given numbers that the notebook has overwritten."""
    return [name for name, number in shop.variant.given.items() if names.get(name) != number]


def _remark(name: str) -> Remark:
    shop = open_shop()
    if shop is None:
        return Remark("belum_buka", "Jalankan dulu sel pertama yang berisi buka(...).")
    question = shop.unit.question(name)
    if question is None:
        return Remark("nama", f"Tidak ada jawaban bernama {name}. Periksa ejaannya.")
    names = user_names()
    plain = to_plain(names[name]) if name in names else {"kind": "missing", "text": ""}
    if remark := form_remark(plain):
        return remark
    if changed := changed_names(shop, names):
        return Remark(
            "angka_toko_berubah",
            f"Angka toko Anda ikut berubah: {', '.join(changed)}. "
            "Pakai nama lain untuk jawaban, lalu jalankan lagi sel buka(...).",
        )
    number = to_number(plain)
    assert number is not None
    return value_remark(shop, question, number, answers_so_far(shop, names))


def value_remark(shop: OpenShop, question: Question, number: Decimal, values: Values) -> Remark:
    """Says what can be said about a number: a known mistake, its size, or that it looks sane."""
    reference = question.reference if shop.variant.is_sample else None
    if reference and is_close(number, evaluate(reference, values), question):
        return RIGHT
    if mistake := find_mistake(question, number, [values]):
        return Remark("keliru", mistake.hint, mistake)
    if remark := size_remark(question, number):
        return remark
    return NOT_YET if reference else SANE
