"""A value as plain JSON, for those who name no reader of their own."""

from __future__ import annotations

from typing import Any

MAX_TEXT = 10_000
MAX_ITEMS = 1_000
MAX_DEPTH = 5


def describe(value: Any, depth: int = MAX_DEPTH) -> Any:
    """Returns the value itself where it is made of exact built-in types, else the name of its type.

    >>> describe([1, "dua", None])
    [1, 'dua', None]
    >>> describe({1, 2})
    {'type': 'set'}
    """
    kind = type(value)
    if value is None or kind in (bool, float):
        return value
    if kind is int and value.bit_length() <= 256:
        return value
    if kind is str and len(value) <= MAX_TEXT:
        return value
    if kind in (list, tuple) and depth and len(value) <= MAX_ITEMS:
        return [describe(item, depth - 1) for item in value]
    if kind is dict and depth and len(value) <= MAX_ITEMS and all(type(k) is str for k in value):
        return {key: describe(item, depth - 1) for key, item in value.items()}
    return {"type": kind.__name__[:100]}
