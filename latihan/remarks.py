"""What can be said about an answer: known mistakes, and the sentences that every kind shares."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from latihan.values import Formula

POINTS = (
    "Angka ini memakai titik ribuan, dan Python tidak mengenalnya. "
    'Tulis 1250000 tanpa titik, atau pakai rp("1.250.000").'
)
MISSING = (
    "Jawaban ini belum ada. Isi sel di atasnya, jalankan dengan tombol Jalankan, lalu coba lagi."
)


@dataclass(frozen=True)
class Mistake:
    """A wrong way of thinking that is known, found by the value it leads to.

    The formula gives a value of the question's kind; None in a shop where this way of thinking leads
    to the right answer. `credit` is the share of the points that the step still earns, 0 to 1;
    `Letters` are paid by the letter instead.
    """

    id: str
    formula: Formula
    hint: str
    credit: Decimal = Decimal(0)


@dataclass(frozen=True)
class Remark:
    """A sentence for the trainee: what kind it is, what it says, the mistake where one is known."""

    kind: str
    text: str
    mistake: Mistake | None = None

    @property
    def id(self) -> str:
        """The mistake's id, or the kind of the remark."""
        return self.mistake.id if self.mistake else self.kind
