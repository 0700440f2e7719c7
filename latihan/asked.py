"""What every kind of question can do: read an answer, compare two, and say what is wrong with one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from decimal import Decimal

from latihan.answers import Plain
from latihan.remarks import MISSING, Mistake, Remark
from latihan.values import Formula, Value, Values, evaluate


class Asked(ABC):
    """One answer that is asked for.

    Attributes:
        name: what it is called in the notebook.
        label: what it is, as it stands in the middle of an Indonesian sentence.
        mistakes: the known mistakes, each found by its value.
        reference: the right answer for the open sample shop of the lesson only, through `usaha`.
    """

    name: str
    label: str
    mistakes: tuple[Mistake, ...]
    reference: Formula | None

    @abstractmethod
    def read(self, plain: Plain) -> Value | None:
        """Returns the value of a plain answer; None where it is none of this kind."""

    @abstractmethod
    def blank(self) -> str:
        """Says how to fill the blank."""

    @abstractmethod
    def malformed(self, plain: Plain) -> Remark:
        """Says what is wrong with the form of an answer that cannot be read."""

    @abstractmethod
    def sane(self, value: Value) -> str:
        """Says what of the value is in order as far as anyone can tell without the right one."""

    @abstractmethod
    def plain(self, value: Value) -> Plain:
        """Returns the plain answer that holds this value."""

    def form_remark(self, plain: Plain) -> Remark | None:
        """Says what is wrong with an answer's form; None where it can be read."""
        if plain.get("kind") == "missing":
            return Remark("belum_ada", MISSING)
        if plain.get("kind") == "blank":
            return Remark("kosong", self.blank())
        return self.malformed(plain) if self.read(plain) is None else None

    def size_remark(self, value: Value) -> Remark | None:  # noqa: ARG002 (only numbers have a size)
        """Says that a value is outside anything sensible; None where it is inside.

        Ask for known mistakes first: one of them may lead to such a value.
        """
        return None

    def slip(self, value: Value, right: Value) -> Remark | None:  # noqa: ARG002 (kinds without slips)
        """Says how the right value was mistyped; None where it was not. For those who know it."""
        return None

    def same(self, value: Value, other: Value | None) -> bool:
        """Whether two values are the same but for rounding on the way."""
        return value == other

    def share(self, value: Value, right: Value) -> Decimal:  # noqa: ARG002 (kinds that are all or nothing)
        """Returns the share of the points that a wrong answer still earns, 0 to 1."""
        return Decimal(0)

    def can_carry(self, value: Value) -> bool:  # noqa: ARG002 (only numbers can be absurd)
        """Whether later steps may build on this value of hers."""
        return True

    def is_of_shop(self, value: Value, right: Value) -> bool:  # noqa: ARG002 (a choice is no shop's own)
        """Whether a value is the right answer of that other shop, to the last digit."""
        return False

    def tells_shop(self, value: Value) -> bool:  # noqa: ARG002 (the same)
        """Whether a value is so particular that it cannot be another shop's by chance."""
        return False

    def find_mistake(self, value: Value, books: Iterable[Values]) -> Mistake | None:
        """Returns the known mistake that leads to this value, in any of the given sets of values."""
        for values in books:
            for mistake in self.mistakes:
                if self.same(value, evaluate(mistake.formula, values)):
                    return mistake
        return None
