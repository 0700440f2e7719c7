"""Each argument stands in its place, by whichever way it was given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from academy.script.modules import CannotTranslate
from academy.script.program import translate

SOURCE = """
def told(a, b="B", *, c=3, d=None):
    return f"{a}{b}{c}{d}"


def total(*parts):
    return sum(parts)


def later(number):
    return lambda by=number: by * 2


lines = [told(1), told(1, 2), told(1, d=4), told(b=2, a=1), told(*[1, 2], c=5)]
lines.append(told(**{"a": 7, "d": 8}))
lines.append(told(1, **{"c": 8}, d=9))
lines.append(f"{total()} {total(1, 2)} {total(*[1, 2], 3)} {later(5)()} {later(5)(1)}")
calls = []
for name in ("x", "y"):
    calls.append(lambda name=name: name)
lines.append("".join(call() for call in calls))
apply = lambda call, value: call(value)
lines.append(apply("<{}>".format, 5) + apply(str, 6))
"""


def test_every_way_of_calling(both: Callable[[str], tuple[list[str], list[str]]]) -> None:
    """By place, by keyword, spread, left out, and defaults that were another in a loop."""
    python, phone = both(SOURCE)
    assert phone == python


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def f(a):\n    return a\nf(b=1)", r"uji\.py:3: no argument b is known here"),
        ("def f(a):\n    return a(b=1)", r"uji\.py:2: who is called by keyword here is not known"),
        ("def f(**more):\n    return more", r"uji\.py:1: a function that takes \*\*"),
        ("import os\nos.getcwd()", r"uji\.py:2: the script knows no os\.getcwd"),
    ],
)
def test_what_cannot_be_placed_is_said(
    source: str, said: str, write: Callable[[str], Path]
) -> None:
    """With file and line, while building: never on somebody's phone."""
    with pytest.raises(CannotTranslate, match=said):
        translate(write(source), "uji")
