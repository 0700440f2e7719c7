"""What a few instalments are made of: interest and principal side by side in one bar each."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from usaha.credit import Instalment
from usaha.language import _
from usaha.money import format_rupiah
from voila_apps.parts.charts import COLOURS, LETTERS, LINE, WIDTH
from voila_apps.parts.drawing import drawing_html, key, rect, text

BLUE, ORANGE = COLOURS[:2]
THICK = 18


def split_chart(rows: Sequence[Instalment]) -> str:
    """Draw a bar for each instalment, the largest payment as wide as the page."""
    largest = max((row.payment for row in rows), default=0) or 1
    parts = [
        key(LINE - 6, ORANGE, _("Bunga")),
        key(2 * LINE - 6, BLUE, _("Pokok: pinjaman yang kembali")),
    ]
    top = 2 * LINE + 6.0
    for row in rows:
        for words in _lines(row):
            top += LINE
            parts.append(text(0, top - 6, words))
        interest, principal = (WIDTH * part / largest for part in (row.interest, row.principal))
        if principal:
            parts.append(rect(interest, top, principal, THICK, BLUE))
        if interest:
            parts.append(rect(0, top, interest, THICK, ORANGE))
        top += THICK + 8
    words = "; ".join(", ".join(_words(row)) for row in rows)
    return drawing_html(_("Isi angsuran Anda"), words, top, parts)


def _lines(row: Instalment) -> list[str]:
    month, parts = _words(row)
    return [month, *wrap(parts, LETTERS)]


def _words(row: Instalment) -> tuple[str, str]:
    parts = _(
        "bunga {interest}, pokok {principal}",
        interest=format_rupiah(row.interest),
        principal=format_rupiah(row.principal),
    )
    month = _("Bulan {number}: {payment}", number=row.number, payment=format_rupiah(row.payment))
    return month, parts
