"""The three ways in which an Indonesian number means something else to Python."""

import re
from typing import Final, Literal

Trap = Literal["titik_ribuan", "koma_desimal", "titik_ganda"]

_STRINGS_AND_COMMENTS: Final = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|#[^\n]*")
_CALL: Final = re.compile(r"[\w\])]\s*\([^()]*\)|\[[^\[\]]*\]")
_TWO_POINTS: Final = re.compile(r"(?<![\w.])\d{1,3}(\.\d{3}){2,}(?![\w.])")
_COMMA: Final = re.compile(r"(?<![\w.])(\d+(\.\d+)?),\d+(?![\w.])")
_ONE_POINT: Final = re.compile(r"(?<![\w.])[1-9]\d{0,2}\.\d{3}(?![\w.])")


def number_trap(text_or_value: object) -> Trap | None:
    """Tell which typing trap a piece of Python source, or the value that came of it, fell into.

    Args:
        text_or_value: source text such as ``"harga = 1.250.000"``, or the value of an answer.
            Numbers inside quotes (``rp("1.250")``), calls and comments are left alone. A float
            alone cannot show that its point was meant for thousands: give the source text.

    Returns:
        ``"titik_ganda"`` for ``1.250.000`` (a SyntaxError to Python), ``"koma_desimal"`` for
        ``0,5`` (a tuple), ``"titik_ribuan"`` for ``1.250`` (1.25), or None.

    Example:
        >>> number_trap("1.250.000"), number_trap("isi = 0,5"), number_trap((0, 5))
        ('titik_ganda', 'koma_desimal', 'koma_desimal')
        >>> number_trap("harga = 1.250 * kg"), number_trap('rp("1.250")'), number_trap("0.250")
        ('titik_ribuan', None, None)
    """
    if isinstance(text_or_value, tuple):
        return "koma_desimal" if _only_numbers(text_or_value) else None
    if not isinstance(text_or_value, str):
        return None
    source = _bare_source(text_or_value)
    if _TWO_POINTS.search(source):
        return "titik_ganda"
    if _COMMA.search(source):
        return "koma_desimal"
    return "titik_ribuan" if _ONE_POINT.search(source) else None


def _only_numbers(values: tuple[object, ...]) -> bool:
    # Exact types: an object of a trainee's own class may lie about what it is.
    return len(values) > 1 and all(type(value) in (int, float) for value in values)


def _bare_source(text: str) -> str:
    """Drop quotes, comments, calls and lists, where points and commas mean what they should."""
    source = _STRINGS_AND_COMMENTS.sub('""', text)
    for _ in range(20):
        shorter = _CALL.sub("_", source)
        if shorter == source:
            break
        source = shorter
    return source
