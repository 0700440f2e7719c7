"""A way through questions or steps as small SVG: a number, its words, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap
from typing import NamedTuple

from voila_apps.parts.charts import LINE, WIDTH

LEFT = 44  # where words begin, right of the circles
LETTERS, BOLD = 30, 26  # of 16 px beside them
BLUE, GREEN, GREY = "#0072B2", "#00704f", "#6b6b6b"


class Stop(NamedTuple):
    """One station of the way.

    Attributes:
        mark: what stands in the circle: a number or a letter or two.
        words: the question or the step.
        result: what came of it, below the words.
        colour: of the circle; white letters must be readable on it.
    """

    mark: str
    words: str
    result: str = ""
    colour: str = BLUE


def svg_path(title: str, stops: Sequence[Stop]) -> str:
    """Draw stations from top to bottom, joined by a line."""
    parts, top = [], 0
    for place, stop in enumerate(stops):
        lines = [*wrap(stop.words, LETTERS), *wrap(stop.result, BOLD)]
        bold = len(wrap(stop.words, LETTERS))
        height = max(len(lines) * LINE, 36) + 14
        if place + 1 < len(stops):
            parts.append(
                f'<path d="M16 {top + 16}v{height}" stroke="{GREY}" stroke-width="2" fill="none"/>'
            )
        parts.append(
            f'<circle cx="16" cy="{top + 16}" r="16" fill="{stop.colour}"/>'
            f'<text x="16" y="{top + 22}" text-anchor="middle" fill="#fff" font-weight="700">'
            f"{escape(stop.mark)}</text>"
        )
        for at, line in enumerate(lines):
            weight = ' font-weight="700"' if at >= bold else ""
            parts.append(
                f'<text x="{LEFT}" y="{top + 16 + at * LINE}"{weight}>{escape(line)}</text>'
            )
        top += height
    said = " ".join(f"{stop.mark}. {stop.words} {stop.result}".strip() for stop in stops)
    return (
        f'<section class="gambar"><h2>{escape(title)}</h2>'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img" '
        f'aria-label="{escape(f"{title}: {said}")}" style="width:100%;max-width:480px" '
        f'font-size="16" fill="currentColor">{"".join(parts)}</svg></section>'
    )
