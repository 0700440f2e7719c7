"""Only what JSON holds anyway leaves as itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from warmkernel.plain import describe


class Sly(int):
    """A number that says that it equals everything."""

    def __eq__(self, other: object) -> bool:
        """Always."""
        return True

    __hash__ = int.__hash__


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (5, 5),
        ({"a": (1, None)}, {"a": [1, None]}),
        (Sly(5), {"type": "Sly"}),
        (10**100, {"type": "int"}),
        ("x" * 10_001, {"type": "str"}),
        ({1: 2}, {"type": "dict"}),
        ([[[[[[1]]]]]], [[[[[{"type": "list"}]]]]]),
    ],
)
def test_describe(value: Any, plain: Any) -> None:
    """Exact built-in types of a sane size; for the rest the name of the type."""
    found = describe(value)
    assert found == plain
    assert type(found) is type(plain)
    json.dumps(found)


def test_a_list_in_itself_ends() -> None:
    """Depth is limited."""
    knot: list[Any] = []
    knot.append(knot)
    json.dumps(describe(knot))
