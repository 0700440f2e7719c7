"""`cek`: tells a trainee at once whether an answer has a sane form and size, and meets known mistakes.

It does not know the right answer. Only for the open sample shop of a lesson, whose figures everyone
may see solved, it calculates the value with `usaha` and says whether it is right.
"""

from __future__ import annotations

import os
from typing import Any

from latihan.answers import to_plain
from latihan.notebook import Nilai, box, user_names
from latihan.remarks import Remark
from latihan.shop import OpenShop, open_shop
from latihan.unit import Asked, Value, Values
from latihan.values import evaluate

RIGHT = Remark("benar", "Benar. Lanjutkan ke langkah berikutnya.")
LATER = "Nilainya diperiksa setelah Anda kirim. Lanjutkan."
NOTED = Remark("wajar", "Jawaban tercatat. Hasilnya Anda lihat setelah tes selesai. Lanjutkan.")
NOT_YET = Remark(
    "periksa_lagi",
    "Belum cocok dengan toko contoh. Baca lagi contohnya, lalu periksa apa yang Anda pakai.",
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
    """Returns what was drawn for the shop and those of her answers that can be read, for formulas."""
    values = Values.of(shop.variant.given)
    for question in shop.unit.questions:
        value = question.read(to_plain(names.get(question.name)))
        if value is not None:
            values[question.name] = value
    return values


def changed_names(shop: OpenShop, names: dict[str, Any]) -> list[str]:
    """Returns the names of the shop that the notebook has overwritten."""
    made = shop.unit.names(shop.variant.given)
    return [name for name, value in made.items() if names.get(name) != value]


def _remark(name: str) -> Remark:
    shop = open_shop()
    if shop is None:
        return Remark("belum_buka", "Jalankan dulu sel pertama yang berisi buka(...).")
    question = shop.unit.question(name)
    if question is None:
        return Remark("nama", f"Tidak ada jawaban bernama {name}. Periksa ejaannya.")
    names = user_names()
    plain = to_plain(names[name]) if name in names else {"kind": "missing", "text": ""}
    if remark := question.form_remark(plain):
        return remark
    if changed := changed_names(shop, names):
        return Remark(
            "angka_toko_berubah",
            f"Isi toko Anda ikut berubah: {', '.join(changed)}. "
            "Pakai nama lain untuk jawaban, lalu jalankan lagi sel buka(...).",
        )
    value = question.read(plain)
    assert value is not None
    return value_remark(shop, question, value, answers_so_far(shop, names))


def value_remark(shop: OpenShop, question: Asked, value: Value, values: Values) -> Remark:
    """Says what can be said about a value: a known mistake, its size, or that it looks sane."""
    if shop.unit.is_test:
        return NOTED
    reference = question.reference if shop.variant.is_sample else None
    if reference and question.same(value, evaluate(reference, values)):
        return RIGHT
    if mistake := question.find_mistake(value, [values]):
        return Remark("keliru", mistake.hint, mistake)
    if remark := question.size_remark(value):
        return remark
    return NOT_YET if reference else Remark("wajar", f"{question.sane(value)} {LATER}")
