"""The description of a unit's exercise that a trainee's kernel may know: shop, questions, known mistakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from latihan.asked import Asked
from latihan.notebook import Shown
from latihan.question import Question
from latihan.remarks import Mistake
from latihan.sheets import Line, Sheet
from latihan.values import Formula, Value, Values
from latihan.written import Choice, Day, Letters
from usaha.draws import Draws

__all__ = [
    "Asked",
    "Choice",
    "Day",
    "Formula",
    "Given",
    "Letters",
    "Line",
    "Mistake",
    "Question",
    "Sheet",
    "Unit",
    "Value",
    "Values",
]


@dataclass(frozen=True)
class Given:
    """One value of the trainee's shop that becomes a name: the name, what it is, its unit."""

    name: str
    label: str
    unit: str = ""


@dataclass(frozen=True)
class Unit:
    """A unit's exercise: how a shop is drawn and what is asked about it.

    Args:
        id: `"pembukuan/03_hpp"`.
        assignment: `"pembukuan_03_hpp"`.
        title: what the trainee reads above it.
        shop: whose shop it is, and where.
        given: what becomes a name and stands on the card; all else that is drawn is material.
        draw: draws a shop: numbers, text and dates by name.
        questions: what is asked, in the order in which answers build on each other.
        show: what there is to look at besides the card, from what was drawn: a cash book, a table.
        sheet: the worksheet of the lesson, which `bawa_pulang` makes a file of.
        is_test: a test before or after a track: `cek` looks at the form only and gives no hints.
    """

    id: str
    assignment: str
    title: str
    shop: str
    given: tuple[Given, ...]
    draw: Callable[[Draws], dict[str, Any]]
    questions: tuple[Asked, ...] = ()
    show: Callable[[Mapping[str, Any]], Shown] | None = None
    sheet: Sheet | None = None
    is_test: bool = False

    def question(self, name: str) -> Asked | None:
        """Returns the question with that name, or None."""
        return next((q for q in self.questions if q.name == name), None)

    def names(self, drawn: Mapping[str, Any]) -> dict[str, Any]:
        """Returns what becomes a name in the notebook: given values, and the codes of choices."""
        codes = {c: c for q in self.questions if isinstance(q, Choice) for c in q.options}
        return codes | {given.name: drawn[given.name] for given in self.given}
