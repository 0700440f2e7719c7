"""Numbers as English readers write them: 1,250,000.50. What has two readings is refused."""

import re
from decimal import Decimal

from usaha.language import _


def read_english(body: str, shown: str) -> tuple[Decimal | None, str]:
    """Read digits, commas and a point.

    A comma groups thousands, a point starts the decimals. Whoever learnt to write numbers in
    Indonesia has it the other way round, so `1.250` and `0,5` are refused and explained.

    Args:
        body: what is to be read, without sign, currency and words.
        shown: all that was typed, for the sentence.

    Returns:
        The number and an empty text, or None and what to type instead.

    Example:
        >>> read_english("1,250.50", ""), read_english("1250", ""), read_english("0.125", "")
        ((Decimal('1250.50'), ''), (Decimal('1250'), ''), (Decimal('0.125'), ''))
        >>> read_english("1.250", "1.250")[0] is None
        True
    """
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", body):
        return None, _(
            '"{shown}" dapat dibaca dua cara. Tulis {thousands} untuk ribuan, atau {decimal} untuk '
            "desimal.",
            shown=shown,
            thousands=body.replace(".", ","),
            decimal=body.rstrip("0").rstrip("."),
        )
    if re.fullmatch(r"(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?|\.\d+", body):
        return Decimal(body.replace(",", "")), ""
    return None, _problem(body, shown)


def _problem(body: str, shown: str) -> str:
    if not any(character.isdigit() for character in body):
        return _('"{shown}" bukan angka. Tulis dengan angka, misalnya 25.000.', shown=shown)
    if re.fullmatch(r"\d+,\d+", body):
        return _(
            '"{shown}" dapat dibaca dua cara. Tulis {decimal} untuk desimal; koma hanya di depan '
            "tiga angka.",
            shown=shown,
            decimal=body.replace(",", "."),
        )
    if re.fullmatch(r"[\d.,]+", body):
        return _(
            'Titik dan koma pada "{shown}" tertukar atau salah tempat. '
            "Titik untuk ribuan, koma untuk desimal: 1.250.000,50.",
            shown=shown,
        )
    return _(
        '"{shown}" belum dapat dibaca. Tulis satu angka saja, tanpa kata atau hitungan.',
        shown=shown,
    )
