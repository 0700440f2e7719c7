"""Named tuples, dataclasses, properties, errors and classes that inherit, as Python has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from academy.script.classes import class_parameters
from academy.script.modules import CannotTranslate, Modules, Place
from academy.script.program import translate

SOURCE = '''
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import NamedTuple


class Part(NamedTuple):
    """A part."""

    key: str
    rupiah: int = 5

    @property
    def double(self):
        return self.rupiah * 2


@dataclass(frozen=True, kw_only=True)
class Batch:
    price: Decimal
    items: Decimal = Decimal(1)

    @property
    def each(self):
        return self.price / self.items

    def dearer(self, *, by=Decimal(0)):
        return replace(self, price=self.price + by)


class Field:
    def __init__(self, label, example=""):
        self.label, self.example = label, example

    def read(self):
        return f"{self.label}={self.example}"

    def later(self):
        return self.read


class Number(Field):
    def __init__(self, label, example, *, least=0):
        super().__init__(label, example=f"<{example}>")
        self.least = least

    def read(self):
        return super().read() + f" from {self.least}"


class OddError(ValueError):
    """Odd."""


lines = []
part = Part("a")
key, rupiah = part
lines.append(f"{key} {rupiah} {part.double} {part == Part('a', 5)} {Part(*['b', 2]).rupiah} {len(part)}")
lines.append(f"{'rupiah' in Part.__annotations__} {Part._fields[1]} {part._asdict()['rupiah']} {sorted([Part('b'), part])[0].key}")
batch = Batch(**{"price": Decimal(10), "items": Decimal(4)})
lines.append(f"{batch.each} {batch == Batch(items=Decimal(4), price=Decimal('10.0'))} {batch.dearer(by=Decimal(2)).price}")
lines.append(" ".join(field.name for field in fields(Batch)) + f" {getattr(batch, 'items')}")
lines.append(Number("n", 3, least=1).later()())
lines.append(f"{isinstance(part, tuple)} {isinstance(batch.price, Decimal)} {isinstance(Number('n', 1), Field)}")
for wrong in (OddError("ganjil"), LookupError("tak ada")):
    try:
        raise wrong
    except (OddError, ArithmeticError) as error:
        lines.append(f"odd: {error}")
    except LookupError as error:
        lines.append(f"lookup: {error}")
'''


def test_classes_of_every_kind(both: Callable[[str], tuple[list[str], list[str]]]) -> None:
    """What they are made of, and what they do."""
    python, phone = both(SOURCE)
    assert phone == python


def test_parameters_are_those_of_the_base(clone: Path) -> None:
    """A class without `__init__` of its own is called like its base."""
    fields = "voila_apps.parts.fields"
    assert class_parameters(Modules(clone), Place(fields, "MonthField")) == [
        "label",
        "example",
        "first",
        "last",
    ]


def test_what_the_script_does_not_have_is_said(write: Callable[[str], Path]) -> None:
    """Two bases, and decorators that it does not know."""
    clone = write("class A:\n    pass\nclass B:\n    pass\nclass C(A, B):\n    pass\n")
    with pytest.raises(CannotTranslate, match=r"uji\.py:5: a class with several bases"):
        translate(clone, "uji")
    clone = write("class A:\n    @staticmethod\n    def f():\n        return 1\n")
    with pytest.raises(CannotTranslate, match=r"uji\.py:2: the decorator staticmethod"):
        translate(clone, "uji")
