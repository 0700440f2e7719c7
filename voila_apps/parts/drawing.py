"""The frame of a drawing: a heading, an SVG as wide as the page, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from voila_apps.parts.charts import WIDTH

SWATCH = 14  # px of the little square that stands for a colour


def drawing_html(title: str, words: str, height: float, parts: Iterable[str]) -> str:
    """Put the parts of a drawing on the page.

    Args:
        title: stands above it.
        words: what it shows, for those who listen.
        height: of the drawing, in px at `WIDTH`.
        parts: SVG elements; every text in them is escaped already.
    """
    return (
        f'<section class="gambar"><h2>{escape(title)}</h2>'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img" '
        f'aria-label="{escape(f"{title}: {words}.")}" style="width:100%;max-width:480px" '
        f'font-size="16" fill="currentColor">{"".join(parts)}</svg></section>'
    )


def text(x: float, y: float, words: str, more: str = "") -> str:
    """Write words with their foot at a point; `more` are further attributes."""
    return f'<text x="{x:.1f}" y="{y:.1f}"{f" {more}" if more else ""}>{escape(words)}</text>'


def rect(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Fill a rectangle; what would be too thin to be seen is one pixel."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 1):.1f}" height="{max(height, 1):.1f}" '
        f'fill="{colour}"/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, more: str) -> str:
    """Draw a straight line; `more` says its colour and width."""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {more}/>'


def key(y: float, colour: str, words: str) -> str:
    """Say what a colour stands for, with its foot at `y`."""
    return rect(0, y - SWATCH + 1, SWATCH, SWATCH, colour) + text(SWATCH + 8, y, words)
