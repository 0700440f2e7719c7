"""The right answers, one module a unit: imported on the school's side only, never where trainees are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module

from latihan.unit import Formula, Value, Values


@dataclass(frozen=True)
class Check:
    """One right answer: its formula, of the question's kind.

    Args:
        name: the answer's name.
        correct: gives the right value: a number, a code, a row of letters or a date.
        absolute: how far off a number still counts, in its own unit.
        relative: how far off a number still counts, as a share of the right one.
    """

    name: str
    correct: Formula
    absolute: Decimal = Decimal(0)
    relative: Decimal = Decimal(0)

    def slack(self, right: Decimal) -> Decimal:
        """Returns how far an answer may lie from the right one."""
        return max(self.absolute, abs(right) * self.relative)

    def accepts(self, value: Value, right: Value) -> bool:
        """Whether a value counts as the right one: numbers within the slack, all else exactly."""
        if isinstance(value, Decimal) and isinstance(right, Decimal):
            return abs(value - right) <= self.slack(right)
        return value == right


@dataclass(frozen=True)
class Key:
    """The checks of one assignment, in the order in which the answers build on each other."""

    assignment: str
    checks: tuple[Check, ...]

    def solve(self, given: Values) -> Values:
        """Returns what was drawn together with every right answer."""
        values = Values(given)
        for check in self.checks:
            values[check.name] = check.correct(values)
        return values


def load_key(assignment: str) -> Key | None:
    """Returns the key of an assignment of ours; None for an ordinary nbgrader assignment."""
    if not assignment.isidentifier():
        return None
    try:
        key = import_module(f"graders.checks.{assignment}").KEY
    except ModuleNotFoundError:
        return None
    assert isinstance(key, Key)
    return key
