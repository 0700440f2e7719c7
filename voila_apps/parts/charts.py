"""Charts as small SVG with real text: read aloud in one sentence, sharp in print, no script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from textwrap import wrap
from typing import NamedTuple

from usaha.bars import Bar
from usaha.money import format_rupiah

WIDTH = 328  # a phone of 360 less its margins; the picture grows with the page
LETTERS = 34  # of 16 px in that width
LINE = 22
# Okabe and Ito's palette, told apart by colour-blind people; every bar carries its words as well.
COLOURS = ("#0072B2", "#E69F00", "#CC79A7", "#56B4E9", "#D55E00", "#8C6A4F", "#555555")
PROFIT, LOSS = "#009E73", "#B3261E"


class Row(NamedTuple):
    """Words of one bar as lines of text, and its length as a share of the longest."""

    lines: list[str]
    share: float
    colour: str


def svg_bars(title: str, bars: Sequence[Bar], shown: Callable[[int], str] = format_rupiah) -> str:
    """Draw bars one below the other, the largest as wide as the picture.

    Args:
        title: what the bars are parts of.
        bars: in their order, none negative; the keys `profit` and `loss` have colours of their own.
        shown: how an amount is printed.
    """
    largest = max((bar.rupiah for bar in bars), default=0) or 1
    rows = [
        Row(_words(bar.label, shown(bar.rupiah)), bar.rupiah / largest, _colour(bar.key, place))
        for place, bar in enumerate(bars)
    ]
    words = ", ".join(f"{bar.label} {shown(bar.rupiah)}" for bar in bars)
    return _svg(title, words, rows)


def _svg(title: str, words: str, rows: Sequence[Row]) -> str:
    parts, top = [], 0
    for row in rows:
        for line in row.lines:
            top += LINE
            parts.append(f'<text x="0" y="{top - 5}">{escape(line)}</text>')
        width = max(row.share * WIDTH, 2)
        parts.append(
            f'<rect x="0" y="{top}" width="{width:.1f}" height="16" rx="3" fill="{row.colour}"/>'
        )
        top += 26
    return (
        f'<section class="gambar"><h2>{escape(title)}</h2>'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img" '
        f'aria-label="{escape(f"{title}: {words}.")}" style="width:100%;max-width:480px" '
        f'font-size="16" fill="currentColor">{"".join(parts)}</svg></section>'
    )


def _words(label: str, amount: str) -> list[str]:
    """Break a label and its amount into lines that fit."""
    lines = wrap(label, LETTERS) or [""]
    if len(lines[-1]) + 1 + len(amount) <= LETTERS:
        return [*lines[:-1], f"{lines[-1]} {amount}".strip()]
    return [*lines, amount]


def _colour(key: str, place: int) -> str:
    return {"profit": PROFIT, "loss": LOSS}.get(key) or COLOURS[place % len(COLOURS)]
