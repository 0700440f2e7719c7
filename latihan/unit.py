"""The description of a unit's exercise that a trainee's kernel may know: shop, questions, known mistakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from latihan.draws import Draws


class Values(dict[str, Decimal]):
    """Given numbers and answers by name, readable as attributes in formulas.

    >>> Values(kg=Decimal(2), harga=Decimal(15000)).harga
    Decimal('15000')
    """

    def __getattr__(self, name: str) -> Decimal:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    @classmethod
    def of(cls, numbers: Mapping[str, Any]) -> Values:
        """Turns plain numbers into exact decimals (`0.1` becomes `Decimal("0.1")`)."""
        return cls({name: Decimal(str(number)) for name, number in numbers.items()})


Formula = Callable[[Values], Decimal]


@dataclass(frozen=True)
class Mistake:
    """A wrong way of thinking that is known, found by the value it leads to.

    `credit` is the share of the points that the step still earns, 0 to 1.
    """

    id: str
    formula: Formula
    hint: str
    credit: Decimal = Decimal(0)


@dataclass(frozen=True)
class Given:
    """One number of the trainee's shop: its name in the notebook, what it is, its unit."""

    name: str
    label: str
    unit: str


@dataclass(frozen=True)
class Question:
    """One answer: its name, its unit, the range in which a value makes sense, the known mistakes.

    `reference` gives the value for the open sample shop of the lesson only, through `usaha`.
    """

    name: str
    label: str
    unit: str
    low: Decimal
    high: Decimal
    mistakes: tuple[Mistake, ...] = ()
    reference: Formula | None = None

    @property
    def is_money(self) -> bool:
        """Whether the answer is an amount of rupiah."""
        return self.unit.startswith("Rp")


@dataclass(frozen=True)
class Unit:
    """A unit's exercise: how a shop is drawn and what is asked about it."""

    id: str
    assignment: str
    title: str
    shop: str
    given: tuple[Given, ...]
    draw: Callable[[Draws], dict[str, int | float]]
    questions: tuple[Question, ...] = field(default=())

    def question(self, name: str) -> Question | None:
        """Returns the question with that name, or None."""
        return next((q for q in self.questions if q.name == name), None)
