"""Values by name, and the formulas that give one: numbers, words, days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

Value = Decimal | str | date


class Values(dict[str, Any]):
    """Given values and answers by name: numbers as attributes, `v["name"]` for any kind.

    >>> v = Values(kg=Decimal(2), harga=Decimal(15000), izin="PIRT")
    >>> v.kg * v.harga, v["izin"]
    (Decimal('30000'), 'PIRT')
    """

    def __getattr__(self, name: str) -> Decimal:
        try:
            number: Decimal = self[name]
        except KeyError:
            raise AttributeError(name) from None
        return number

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Values:
        """Turns numbers into exact decimals (`0.1` becomes `Decimal("0.1")`); the rest stays.

        >>> Values.of({"kg": 0.1, "buku": "baris 1"})
        {'kg': Decimal('0.1'), 'buku': 'baris 1'}
        """
        return cls({name: exact(value) for name, value in given.items()})


# None says that this way of thinking leads nowhere else in this shop.
Formula = Callable[[Values], Value | None]


def exact(value: Any) -> Any:
    """Returns a number as the decimal that people read; anything else as it is."""
    return Decimal(str(value)) if type(value) in (int, float) else value


def evaluate(formula: Formula, values: Values) -> Value | None:
    """Returns what a formula gives; None where an answer that it needs is absent or makes no sense.

    >>> evaluate(lambda v: v.biaya / v.hasil, Values(biaya=Decimal(5), hasil=Decimal(0))) is None
    True
    """
    try:
        return formula(values)
    except (AttributeError, ArithmeticError, LookupError, ValueError, TypeError):
        return None
