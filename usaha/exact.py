"""Numbers that functions are given: made exact, and refused where they make no sense."""

from decimal import Decimal

from usaha.money import Number


def exact(value: Number, name: str = "value") -> Decimal:
    """Turn a finite number into a Decimal; a float by its shortest text, not by its bits.

    Args:
        value: any number.
        name: what it is, for the error.

    Raises:
        ValueError: it is infinite or not a number.

    Example:
        >>> exact(0.1), exact(3)
        (Decimal('0.1'), Decimal('3'))
    """
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"{name} must be finite: {value!r}")
    return number


def not_negative(value: Number, name: str = "value") -> Decimal:
    """Do what `exact` does for a number of zero or more.

    Raises:
        ValueError: it is negative or not finite.

    Example:
        >>> not_negative(0)
        Decimal('0')
    """
    number = exact(value, name)
    if number < 0:
        raise ValueError(f"{name} must not be negative: {value}")
    return number


def positive(value: Number, name: str = "value") -> Decimal:
    """Do what `exact` does for a number above zero.

    Raises:
        ValueError: it is zero, negative or not finite.

    Example:
        >>> positive(0, "clicks")
        Traceback (most recent call last):
        ...
        ValueError: clicks must be above zero: 0
    """
    number = exact(value, name)
    if number <= 0:
        raise ValueError(f"{name} must be above zero: {value}")
    return number


def share(value: Number, name: str = "share") -> Decimal:
    """Do what `exact` does for a share of 1, such as 0.125 for 12,5%.

    Raises:
        ValueError: it lies outside of 0 to 1.

    Example:
        >>> share(0.125)
        Decimal('0.125')
    """
    number = exact(value, name)
    if not 0 <= number <= 1:
        raise ValueError(f"{name} must be a share from 0 to 1: {value}")
    return number
