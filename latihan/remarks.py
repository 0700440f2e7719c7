"""What can be said about an answer without knowing the right one: form, typing traps, size, mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

from latihan.answers import Plain, to_number
from latihan.unit import Formula, Mistake, Question, Values
from usaha.money import format_number, format_rupiah

THOUSAND_POINT = 'Python membaca titik sebagai koma desimal. Tulis angka tanpa titik, atau pakai rp("1.250.000").'
DECIMAL_COMMA = (
    "Tanda koma memecah angka menjadi dua. Ganti koma dengan titik: setengah ditulis 0.5."
)
POINTS = (
    "Angka ini memakai titik ribuan, dan Python tidak mengenalnya. "
    'Tulis 1250000 tanpa titik, atau pakai rp("1.250.000").'
)
SIGN = (
    "Ukurannya masuk akal, tandanya terbalik. Periksa mana yang dikurangi dan mana yang mengurangi."
)
BLANK = "Belum diisi. Ganti tiga titik ( ... ) dengan angka atau rumus Anda, lalu jalankan selnya."
MISSING = (
    "Jawaban ini belum ada. Isi sel di atasnya, jalankan dengan tombol Jalankan, lalu coba lagi."
)
TEXT = 'Ini teks, belum angka. Hapus tanda kutipnya, atau tulis rp("1.250.000").'
OTHER = "Jawaban di sini satu angka saja. Tulis angka atau rumus satu baris."


@dataclass(frozen=True)
class Remark:
    """A sentence for the trainee: what kind it is, what it says, the mistake's id where one is known."""

    kind: str
    text: str
    mistake: Mistake | None = None

    @property
    def id(self) -> str:
        """The mistake's id, or the kind of the remark."""
        return self.mistake.id if self.mistake else self.kind


def form_remark(plain: Plain) -> Remark | None:
    """Says what is wrong with an answer's form; None where it is one sane number.

    >>> form_remark({"kind": "pair", "text": "0,5"}).kind
    'koma_desimal'
    """
    kind = plain.get("kind")
    if kind == "missing":
        return Remark("belum_ada", MISSING)
    if kind == "blank":
        return Remark("kosong", BLANK)
    if kind == "pair":
        return Remark("koma_desimal", DECIMAL_COMMA)
    if kind == "text":
        return Remark("teks", TEXT)
    return Remark("bukan_angka", OTHER) if to_number(plain) is None else None


def _lost_thousands(question: Question, number: Decimal) -> bool:
    """Whether an amount looks like `1.250` read as 1.25: a thousandth of a sane one, or a small fraction."""
    if not 0 < number < question.low:
        return False
    return number * 1000 >= question.low or (number < 1000 and number % 1 != 0)


def size_remark(question: Question, number: Decimal) -> Remark | None:
    """Says that a number is outside anything sensible for this question; None where it is inside.

    Ask for known mistakes first: one of them may lead to such a number.
    """
    if question.low <= number <= question.high:
        return None
    if question.is_money and _lost_thousands(question, number):
        return Remark("titik_ribuan", THOUSAND_POINT)
    if question.low <= -number <= question.high:
        return Remark("tanda_terbalik", SIGN)
    shown = format_rupiah(number) if question.is_money else f"{format_number(number)} kg"
    size = "terlalu kecil" if number < question.low else "terlalu besar"
    return Remark(
        "ukuran",
        f"{shown} tampak {size} untuk {question.label}. "
        "Periksa angka nolnya, satuannya, dan tanda kali atau bagi.",
    )


def evaluate(formula: Formula, values: Values) -> Decimal | None:
    """Returns what a formula gives, or None where an answer it needs is absent or zero."""
    try:
        return formula(values)
    except (AttributeError, DivisionByZero, InvalidOperation, ZeroDivisionError):
        return None


def is_close(number: Decimal, other: Decimal | None, question: Question) -> bool:
    """Whether two values are the same but for rounding on the way: Rp1 or 0.2 %, 0.005 kg."""
    if other is None:
        return False
    slack = max(Decimal(1), abs(other) / 500) if question.is_money else Decimal("0.005")
    return abs(number - other) <= slack


def find_mistake(question: Question, number: Decimal, books: Iterable[Values]) -> Mistake | None:
    """Returns the known mistake that leads to this number, in any of the given sets of values."""
    for values in books:
        for mistake in question.mistakes:
            if is_close(number, evaluate(mistake.formula, values), question):
                return mistake
    return None
