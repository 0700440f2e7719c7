"""Amounts of rupiah in a cell, whichever program wrote it: 38300, 38.300, 38,300.00 or (38.300)."""

import re
from decimal import Decimal
from typing import Final

from usaha.importers.table import Cell, as_text
from usaha.language import SOURCE, _, speaking
from usaha.money import read_number

_LARGEST: Final = Decimal(10) ** 15
_BLANK: Final = {"", "-", "–", "—", "n/a", "null", "nan"}
_CURRENCY: Final = re.compile(r"^(-?)\s*(?:rp|idr)\.?\s*", re.IGNORECASE)
_PLAIN: Final = re.compile(r"\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")
# One of the two signs groups by three; the other, if it is there, begins the decimals.
_POINT_DECIMALS: Final = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+")
_COMMA_DECIMALS: Final = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+),\d+")


def read_amount(cell: Cell) -> tuple[Decimal | None, str | None]:
    """Read an amount of rupiah.

    Sen no longer exist, so three digits after one point or comma are thousands: ``38.300`` and
    ``38,300`` are the same amount. ``0.125`` begins with a nought and is a fraction.

    Args:
        cell: a number of a workbook, or text.

    Returns:
        ``(value, None)``; ``(None, None)`` for a blank cell; ``(None, sentence)``
        where there is something else.

    Example:
        >>> [str(read_amount(text)[0]) for text in ("38.300", "38,300.50", "Rp38.300,-", "(500)")]
        ['38300', '38300.50', '38300', '-500']
        >>> read_amount("mahal")
        (None, '"mahal" bukan jumlah uang. Tulis angkanya saja, misalnya 25.000.')
    """
    if isinstance(cell, bool) or not isinstance(cell, (str, int, float, Decimal, type(None))):
        return None, _refusal(as_text(cell))
    text = as_text(cell)
    if text.lower() in _BLANK:
        return None, None
    if text.startswith("=") and not (text := _unwrapped(text)):
        return None, (
            _("Sel ini berisi rumus tanpa hasil. Buka berkas di Excel, simpan, lalu unggah lagi.")
        )
    value = Decimal(text) if isinstance(cell, (int, float, Decimal)) else _from_text(text)
    if value is None or not value.is_finite() or abs(value) > _LARGEST:
        return None, _refusal(text)
    return value, None


def _unwrapped(text: str) -> str:
    """Take the text out of ``="00123"``, by which some programs keep Excel from changing it."""
    match = re.fullmatch(r'="([^"]*)"', text)
    return match[1] if match else ""


def _from_text(text: str) -> Decimal | None:
    body, sign = _without_sign(_CURRENCY.sub(r"\1", text).removesuffix(",-").strip())
    if _POINT_DECIMALS.fullmatch(body) and (body[0] == "0" or not _PLAIN.fullmatch(body)):
        body = body.replace(",", "")
    elif _PLAIN.fullmatch(body):
        body = body.replace(".", "").replace(",", "")
    elif _COMMA_DECIMALS.fullmatch(body):
        body = body.replace(".", "").replace(",", ".")
    else:
        # 25rb, 1,5 juta: whatever the page speaks, the programs that write files are Indonesian.
        with speaking(SOURCE):
            value, _problems = read_number(body)
        return None if value is None else sign * value
    return sign * Decimal(body) if re.fullmatch(r"\d+(\.\d+)?", body) else None


def _without_sign(text: str) -> tuple[str, int]:
    """Take a minus before or after, or an accountant's brackets, off."""
    body = text.replace("\u2212", "-")
    if body.startswith("(") and body.endswith(")"):
        return body[1:-1].strip(), -1
    if body.startswith("-") or body.endswith("-"):
        return body.strip("-").strip(), -1
    return body.removeprefix("+").strip(), 1


def _refusal(text: str) -> str:
    shown = text if len(text) <= 40 else text[:40] + "…"
    return _('"{shown}" bukan jumlah uang. Tulis angkanya saja, misalnya 25.000.', shown=shown)


def read_count(cell: Cell) -> tuple[int | None, str | None]:
    """Read a number of pieces: whole, not negative, at most a million.

    Returns:
        As `read_amount`.

    Example:
        >>> read_count("12"), read_count(2.0), read_count("")
        ((12, None), (2, None), (None, None))
        >>> read_count("1,5")
        (None, '"1,5" bukan jumlah barang. Tulis bilangan bulat, misalnya 2.')
    """
    value, problem = read_amount(cell)
    if value is None and problem is None:
        return None, None
    if value is None or value != value.to_integral_value() or not 0 <= value <= 1_000_000:
        return (
            None,
            _(
                '"{shown}" bukan jumlah barang. Tulis bilangan bulat, misalnya 2.',
                shown=as_text(cell)[:40],
            ),
        )
    return int(value), None
