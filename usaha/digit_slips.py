"""Slips of the pen in one number: two digits swapped, one left out, one too many."""

from typing import Literal

Slip = Literal["angka_tertukar", "angka_kurang", "angka_lebih"]


def digit_slip(written: int, right: int) -> Slip | None:
    """Tell whether a number is another one with a single slip.

    Args:
        written: what stands in the book, whole rupiah.
        right: what may have been meant.

    Returns:
        ``angka_tertukar``: two neighbouring digits swapped; ``angka_kurang``: one digit left out;
        ``angka_lebih``: one too many; None where it takes more than that.

    Example:
        >>> digit_slip(54_000, 45_000), digit_slip(15_000, 150_000), digit_slip(155_000, 15_000)
        ('angka_tertukar', 'angka_kurang', 'angka_lebih')
        >>> digit_slip(45_000, 46_000) is None
        True
    """
    if written <= 0 or right <= 0 or written == right:
        return None
    ours, theirs = str(written), str(right)
    if len(ours) == len(theirs):
        return "angka_tertukar" if _swapped(ours, theirs) else None
    if len(ours) + 1 == len(theirs) and _one_less(ours, theirs):
        return "angka_kurang"
    if len(ours) == len(theirs) + 1 and _one_less(theirs, ours):
        return "angka_lebih"
    return None


def _swapped(ours: str, theirs: str) -> bool:
    differ = [i for i, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and ours[differ[0]] == theirs[differ[1]]
        and ours[differ[1]] == theirs[differ[0]]
    )


def _one_less(short: str, long: str) -> bool:
    """Whether the short text is the long one without one of its characters."""
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    return short[same:] == long[same + 1 :]
