"""Where the money that sales leave meets the fixed costs, and where the plan lies."""

from __future__ import annotations

from decimal import Decimal

from usaha.language import _
from usaha.money import format_number, format_rupiah
from voila_apps.parts.charts import COLOURS, LINE, LOSS, PROFIT, WIDTH
from voila_apps.parts.drawing import drawing_html, key, line, text

BLUE = COLOURS[0]
TALL = 180
INK = 'stroke="currentColor" stroke-width="2"'


def crossing_chart(
    fixed: Decimal, left: Decimal, break_even: int, units: Decimal, unit: str
) -> str:
    """Draw both lines, the loss before they meet and the profit behind.

    Args:
        fixed: rupiah a month, above zero.
        left: rupiah that one unit leaves, above zero.
        break_even: units a month that pay the fixed costs.
        units: that are planned.
        unit: what is counted.
    """
    most = max(2 * Decimal(break_even), units * Decimal("1.15"))
    highest = most * left
    top = 2 * LINE + 8
    floor = top + TALL

    def at(count: Decimal, rupiah: Decimal) -> tuple[float, float]:
        return float(count / most) * WIDTH, floor - float(rupiah / highest) * TALL

    start, end = at(Decimal(0), Decimal(0)), at(most, highest)
    cost_start, cost_end = at(Decimal(0), fixed), at(most, fixed)
    meet = at(fixed / left, fixed)
    plan = at(units, units * left)
    pairs = ((start, meet, cost_start, LOSS), (meet, end, cost_end, PROFIT))
    parts = [
        key(LINE - 6, BLUE, _("Yang tersisa dari {unit} terjual", unit=unit)),
        text(0, 2 * LINE - 4, _("Garis datar: biaya tetap {fixed}", fixed=format_rupiah(fixed))),
        *(_area(*pair) for pair in pairs),
        *_sides(meet, floor),
        line(*start, *end, f'stroke="{BLUE}" stroke-width="4"'),
        line(*cost_start, *cost_end, INK),
        line(*start, WIDTH, floor, INK),
        line(*meet, meet[0], floor, f'{INK} stroke-dasharray="3 4"'),
        line(*plan, plan[0], floor, f'{INK} stroke-dasharray="3 4"'),
        f'<circle cx="{meet[0]:.1f}" cy="{meet[1]:.1f}" r="6"/>',
        _label(meet[0], floor + LINE, _("Impas {count}", count=format_number(break_even))),
        _label(plan[0], floor + 2 * LINE, _("Rencana {count}", count=format_number(units))),
    ]
    words = _(
        "biaya tetap {fixed} sebulan, tiap {unit} menyisakan {left}, "
        "impas {break_even} {unit}, rencana {planned} {unit}",
        fixed=format_rupiah(fixed),
        unit=unit,
        left=format_rupiah(left),
        break_even=format_number(break_even),
        planned=format_number(units),
    )
    return drawing_html(
        _("Berapa {unit} sampai impas?", unit=unit), words, floor + 2 * LINE + 8, parts
    )


def _area(
    first: tuple[float, float], second: tuple[float, float], third: tuple[float, float], colour: str
) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (first, second, third))
    return f'<polygon points="{points}" fill="{colour}" fill-opacity="0.25"/>'


def _sides(meet: tuple[float, float], floor: float) -> list[str]:
    """Name both sides; the loss only where its triangle has room for the word."""
    x, y = meet
    named = [text(WIDTH - 4, y - 8, _("Untung"), 'text-anchor="end"')]
    if x >= 3 * LINE and floor - y >= 2 * LINE:
        named.append(text(4, y + LINE - 2, _("Rugi")))
    return named


def _label(x: float, y: float, words: str) -> str:
    """Write words under a point, inside of the drawing."""
    half = len(words) * 4.5
    middle = min(max(x, half), WIDTH - half)
    return text(middle, y, words, 'text-anchor="middle" font-weight="700"')
