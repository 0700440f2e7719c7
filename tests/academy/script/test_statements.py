"""Loops, choices, errors and functions inside of functions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from academy.script.modules import CannotTranslate
from academy.script.program import translate

SOURCE = """
lines = []


def counted(words):
    found = {}
    for word in words:
        if word == "henti":
            break
        if not word:
            continue
        found[word] = found.get(word, 0) + 1
    yield from found.items()
    yield "habis", 0


def outer(start):
    total = start

    def more(by=2):
        return total + by

    total += 10
    first = second = total
    first, second = second - 1, first + 1
    return more(), more(5), first, second


def nothing():
    "Says nothing."


def careful(text):
    try:
        return int(text)
    except ValueError as error:
        raise LookupError(f"bukan angka: {text}") from error


for word, count in counted(["a", "", "b", "a", "henti", "c"]):
    lines.append(f"{word} {count}")
lines.append(" ".join(str(each) for each in outer(1)))
lines.append(f"{nothing() is None} {careful('12')}")
try:
    careful("dua")
except LookupError as error:
    lines.append(str(error))
parts = ["a", "b"]
parts[-1] += "c"
lines.append("".join(parts))
"""


def test_statements(both: Callable[[str], tuple[list[str], list[str]]]) -> None:
    """All kinds that tools use."""
    python, phone = both(SOURCE)
    assert phone == python


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("while True:\n    pass", "uji.py:1: the script has no While"),
        ("for a in []:\n    pass\nelse:\n    a = 1", "uji.py:1: for with else"),
        ("try:\n    a = 1\nfinally:\n    a = 2", "uji.py:1: try with else or finally"),
        ("a = [1, 2]\na[0], a[1] = 3, 4", "uji.py:2: several values into places of a list"),
        ("async def f():\n    pass", "uji.py:1: the script has no AsyncFunctionDef"),
    ],
)
def test_what_the_script_does_not_have_is_said(
    source: str, said: str, write: Callable[[str], Path]
) -> None:
    """With file and line, while building."""
    with pytest.raises(CannotTranslate, match=said):
        translate(write(source), "uji")
