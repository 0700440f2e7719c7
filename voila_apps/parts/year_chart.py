"""The turnover of a year as it grows month by month, and from where on it is taxed."""

from __future__ import annotations

from collections.abc import Sequence

from usaha.dates import month_names
from usaha.language import _
from usaha.money import format_rupiah
from usaha.tax import TaxMonth
from voila_apps.parts.charts import COLOURS, LINE, WIDTH
from voila_apps.parts.drawing import drawing_html, key, line, rect, text

BLUE, ORANGE = COLOURS[:2]
TALL = 150  # px of the highest column


def year_chart(months: Sequence[TaxMonth], free: int) -> str:
    """Draw a column a month: turnover since January, what is taxed of it on top.

    Args:
        months: of one year, January first.
        free: rupiah a year that are not taxed; 0 where everything is.
    """
    highest = max(free, *(row.cumulative for row in months)) or 1
    parts = _keys(free)
    floor = len(parts) * LINE + 8 + TALL
    wide = WIDTH / len(months)
    for place, row in enumerate(months):
        parts += _column(place * wide, floor, wide, (row.cumulative, free, highest))
        name = month_names()[row.month.month - 1]
        parts.append(text((place + 0.5) * wide, floor + 20, name[0], 'text-anchor="middle"'))
    if free:
        level = floor - TALL * free / highest
        parts.append(line(0, level, WIDTH, level, 'stroke="currentColor" stroke-width="2"'))
    title = _("Omzet sejak Januari {year}", year=months[0].month.year)
    return drawing_html(title, _words(months, free), floor + 28, parts)


def _keys(free: int) -> list[str]:
    if not free:
        return [key(LINE - 6, ORANGE, _("Kena pajak sejak rupiah pertama"))]
    return [
        key(LINE - 6, BLUE, _("Bebas pajak sampai {free}", free=format_rupiah(free))),
        key(2 * LINE - 6, ORANGE, _("Kena pajak")),
    ]


def _column(x: float, floor: float, wide: float, amounts: tuple[int, int, int]) -> list[str]:
    """Draw what is free below and what is taxed above; the amounts are sold, free and highest."""
    sold, free, highest = amounts
    untaxed = min(sold, free)
    low, top = TALL * untaxed / highest, TALL * (sold - untaxed) / highest
    found = [rect(x + 3, floor - low, wide - 6, low, BLUE)] if untaxed else []
    if sold > free:
        found.append(rect(x + 3, floor - low - top, wide - 6, top, ORANGE))
    return found


def _words(months: Sequence[TaxMonth], free: int) -> str:
    sums = ", ".join(
        f"{month_names()[row.month.month - 1]} {format_rupiah(row.cumulative)}" for row in months
    )
    if not free:
        return sums
    return _("{sums}; bebas pajak sampai {free}", sums=sums, free=format_rupiah(free))
