"""An answer as plain JSON: what leaves a trainee's process, and nothing else.

An object of her own making, even one that says it equals everything, becomes the name of its type.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

Plain = dict[str, str]

MAX_TEXT = 500
MAX_DIGITS = 40


def to_plain(value: Any) -> Plain:
    """Returns the plain form of a value; only exact built-in types, dates and numpy's numbers count.

    >>> to_plain(840000)
    {'kind': 'number', 'text': '840000'}
    >>> to_plain((0, 5))
    {'kind': 'pair', 'text': '0,5'}
    >>> to_plain(...)
    {'kind': 'blank', 'text': ''}
    """
    kind = type(value)
    if value is None or value is Ellipsis:
        return {"kind": "blank", "text": ""}
    if kind in (int, float, Decimal):
        return {"kind": "number", "text": str(value)[:MAX_DIGITS]}
    if kind in (str, date):
        return {"kind": "text" if kind is str else "date", "text": str(value)[:MAX_TEXT]}
    if kind is tuple:
        return {"kind": "pair", "text": ",".join(str(v)[:20] for v in value[:5] if type(v) is int)}
    if kind.__module__ == "numpy" and kind.__name__.startswith(("int", "float", "uint")):
        return {"kind": "number", "text": str(value.item())[:MAX_DIGITS]}
    return {"kind": "other", "text": str(kind.__name__)[:MAX_DIGITS]}


def to_number(plain: Plain) -> Decimal | None:
    """Returns the number of a plain answer, or None where it holds none that is finite and sane.

    >>> to_number({"kind": "number", "text": "1.5"})
    Decimal('1.5')
    >>> to_number({"kind": "number", "text": "nan"}) is None
    True
    """
    if plain.get("kind") != "number":
        return None
    try:
        number = Decimal(plain["text"])
    except (InvalidOperation, KeyError, TypeError):
        return None
    if not number.is_finite() or abs(number) > Decimal(10) ** 18:
        return None
    return number
