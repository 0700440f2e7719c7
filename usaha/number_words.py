"""Numbers in Indonesian words: as receipts spell them and as people say them."""

from decimal import Decimal
from typing import Final

_DIGITS: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
)  # fmt: skip
_SCALES: Final = {"triliun": 10**12, "miliar": 10**9, "juta": 10**6, "ribu": 10**3}
_ONES: Final = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_LIMIT: Final = 10**15


def spell(number: int) -> str:
    """Write a whole number in words (*terbilang*).

    Args:
        number: from 0 to less than a thousand trillion (10**15).

    Raises:
        ValueError: the number is outside that.

    Example:
        >>> spell(1_250_000)
        'satu juta dua ratus lima puluh ribu'
        >>> spell(1_011), spell(0)
        ('seribu sebelas', 'nol')
    """
    if not 0 <= number < _LIMIT:
        raise ValueError(f"from 0 to less than 10**15, not {number}")
    return " ".join(_words(number)) or "nol"


def read_words(text: str) -> Decimal | None:
    """Read a number in words; ``sejuta`` and halves (``satu setengah juta``) too.

    Returns:
        The number, or None where the words are no number or not in their right order.

    Example:
        >>> read_words("dua puluh lima ribu"), read_words("setengah juta")
        (Decimal('25000'), Decimal('500000'))
        >>> read_words("dua tiga ribu") is None
        True
    """
    words = text.lower().split()
    if len(words) > 1 and words[-2] == "setengah" and words[-1] in _SCALES:
        whole = _whole(words[:-2]) if words[:-2] else 0
        scale = _SCALES[words[-1]]
        return None if whole is None or whole >= 1_000 else Decimal(whole * scale + scale // 2)
    number = _whole(words)
    return None if number is None else Decimal(number)


def _words(number: int) -> list[str]:
    for name, scale in _SCALES.items():
        if number >= scale:
            count, rest = divmod(number, scale)
            start = ["seribu"] if (count, name) == (1, "ribu") else [*_words(count), name]
            return start + _words(rest)
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return (["seratus"] if hundreds == 1 else [_DIGITS[hundreds], "ratus"]) + _words(rest)
    if number >= 20:
        tens, rest = divmod(number, 10)
        return [_DIGITS[tens], "puluh", *_words(rest)]
    if number >= 10:
        return {10: ["sepuluh"], 11: ["sebelas"]}.get(number, [_DIGITS[number % 10], "belas"])
    return [_DIGITS[number]] if number else []


def _whole(words: list[str]) -> int | None:
    """Add the words up; right only if the sum is spelled with these very words."""
    plain = [part for word in words for part in _parted(word)]
    total = group = last = 0
    for word in plain:
        if word in _SCALES:
            total, group, last = total + (group + last) * _SCALES[word], 0, 0
        elif word in _ONES:
            group += _ONES[word]
        elif word in {"belas", "puluh", "ratus"}:
            group += {"belas": 10 + last, "puluh": 10 * last, "ratus": 100 * last}[word]
            last = 0
        elif word in _DIGITS:
            last = _DIGITS.index(word)
        else:
            return None
    number = total + group + last
    if number >= _LIMIT:
        return None
    spelled = [part for word in spell(number).split() for part in _parted(word)]
    return number if spelled == plain else None


def _parted(word: str) -> list[str]:
    """Take ``se`` apart from a scale: *sejuta* is *satu juta*."""
    return ["satu", word[2:]] if word[:2] == "se" and word[2:] in _SCALES else [word]
