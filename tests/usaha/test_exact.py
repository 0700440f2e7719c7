"""Numbers made exact and refused."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from usaha.exact import exact, not_negative, positive, share
from usaha.money import Number


def test_floats_by_their_text() -> None:
    """A tenth is a tenth and whole numbers stay whole."""
    assert exact(0.1) == Decimal("0.1")
    assert exact(2) == 2
    assert share(1) == 1
    assert not_negative(0.0) == 0


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (exact, float("nan")),
        (exact, Decimal("inf")),
        (not_negative, -0.01),
        (positive, 0),
        (share, 1.01),
        (share, -1),
    ],
)
def test_what_makes_no_sense_is_named(check: Callable[[Number, str], Decimal], bad: Number) -> None:
    """The error says which number it was."""
    with pytest.raises(ValueError, match=r"^clicks must"):
        check(bad, "clicks")
