"""The right answers, one module a unit: imported on the school's side only, never where trainees are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module

from latihan.unit import Formula, Values


@dataclass(frozen=True)
class Check:
    """One right answer: its formula and how far off still counts (rupiah or kg; a share of it)."""

    name: str
    correct: Formula
    absolute: Decimal = Decimal(0)
    relative: Decimal = Decimal(0)

    def slack(self, right: Decimal) -> Decimal:
        """Returns how far an answer may lie from the right one."""
        return max(self.absolute, abs(right) * self.relative)

    def accepts(self, number: Decimal, right: Decimal) -> bool:
        """Whether a number counts as the right one."""
        return abs(number - right) <= self.slack(right)


@dataclass(frozen=True)
class Key:
    """The checks of one assignment, in the order in which the answers build on each other."""

    assignment: str
    checks: tuple[Check, ...]

    def solve(self, given: Values) -> Values:
        """Returns the given numbers together with every right answer."""
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
