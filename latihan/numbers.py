"""`rp`: reads a number as it is written in Indonesia, because Python reads it differently."""

from __future__ import annotations

from usaha.money import read_number


class SalahTulis(ValueError):
    """Something that was typed cannot be read; the message says in Indonesian what to do next."""


def rp(text: object) -> int | float:
    """Reads rupiah or another number in Indonesian writing.

    Args:
        text: such as `"1.250.000"`, `"Rp1.250.000,50"`, `"0,5"`, `"25rb"`, in quotation marks.

    Returns:
        A whole number where there is no fraction, else a float: both can be used in a formula.

    Raises:
        SalahTulis: it cannot be read; the message says what to do.

    >>> rp("1.250.000,00")
    1250000
    >>> rp("0,5")
    0.5
    """
    if type(text) is int:
        return text
    if not isinstance(text, str):
        raise SalahTulis(
            'Beri tanda kutip di dalam rp(...), supaya titiknya terbaca benar: rp("1.250.000").'
        )
    number, problems = read_number(text)
    if number is None:
        raise SalahTulis(" ".join(problems))
    return int(number) if number == number.to_integral_value() else float(number)
