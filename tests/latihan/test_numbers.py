"""Tests of `latihan.numbers`: rupiah as it is written in Indonesia."""

from __future__ import annotations

import pytest

from latihan.numbers import SalahTulis, rp


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.250.000,00", 1_250_000),
        ("Rp1.250.000", 1_250_000),
        ("1.250", 1_250),
        ("0,5", 0.5),
        ("25rb", 25_000),
    ],
)
def test_indonesian_numbers_are_read(text: str, number: float) -> None:
    """Points group thousands, a comma starts the decimals; whole numbers come as int."""
    assert rp(text) == number
    assert type(rp(text)) is type(number)


def test_a_whole_number_is_itself() -> None:
    """Someone who forgets the quotation marks around a plain number loses nothing."""
    assert rp(1_250_000) == 1_250_000


@pytest.mark.parametrize("value", [1.25, (1, 5), None, "", "entah berapa", "1.2.3"])
def test_what_cannot_be_read_is_told(value: object) -> None:
    """The message says what to do, in Indonesian."""
    with pytest.raises(SalahTulis) as caught:
        rp(value)
    assert len(str(caught.value)) > 15
