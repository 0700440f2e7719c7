"""What a tool has the phone keep."""

from __future__ import annotations

import doctest

import pytest

from voila_apps.parts import memory
from voila_apps.parts.memory import Memory


def test_examples() -> None:
    """What the docstrings say."""
    assert doctest.testmod(memory).failed == 0


@pytest.mark.parametrize("text", ["{", "[1", '{"rows": 5}', "7"])
def test_what_is_not_the_tools_own_is_not_taken_over(text: str) -> None:
    """Another page of this address, or a hand, may have written it."""
    taken: list[str] = []
    kept = Memory("baris", lambda value: taken.extend(value["rows"]))
    kept.field.value = text
    assert taken == []
    assert kept.field.value == "null"


def test_nobody_sees_it_and_no_link_holds_it() -> None:
    """It is found by its name."""
    field = Memory("baris", print).field
    assert field.layout.display == "none"
    assert {"ingatan", "rahasia", "isian-baris"} <= set(field._dom_classes)
