"""Counts along a calendar or a clock: a column each, the highest one with its name and number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from usaha.money import format_number
from voila_apps.parts.charts import COLOURS, LINE, WIDTH
from voila_apps.parts.drawing import drawing_html, rect, text

BLUE, ORANGE = COLOURS[:2]
TALL = 120  # px of the highest column
LETTER = 10  # px of one at the size of 16
MIDDLE = 'text-anchor="middle"'


def count_chart(
    title: str, counts: Sequence[tuple[str, int]], shown: Callable[[str], str] = str
) -> str:
    """Draw a column for each count; the first of the highest stands out with name and number.

    Names that would run into each other are left out evenly; who listens hears all of them.

    Args:
        title: what is counted.
        counts: name and number of each column, none negative, at least one.
        shown: how a name is shortened to stand below its column.
    """
    highest = max(count for _, count in counts)
    peak = next(at for at, (_, count) in enumerate(counts) if count == highest)
    wide, floor = WIDTH / len(counts), LINE + TALL
    names = [shown(name) for name, _ in counts]
    step = _step(names, wide)
    parts = []
    for at, (_, count) in enumerate(counts):
        tall = TALL * count / highest if highest else 0
        if count:
            colour = ORANGE if at == peak else BLUE
            parts.append(rect(at * wide + 1, floor - tall, wide - 2, tall, colour))
        if at % step == 0:
            middle = _inside(names[at], (at + 0.5) * wide)
            parts.append(text(middle, floor + 20, names[at], MIDDLE))
    most = f"{counts[peak][0]}: {format_number(highest)}"
    parts.append(text(_inside(most, (peak + 0.5) * wide), LINE - 6, most, MIDDLE))
    words = ", ".join(f"{name} {format_number(count)}" for name, count in counts)
    return drawing_html(title, words, floor + 28, parts)


def _step(names: Sequence[str], wide: float) -> int:
    """Give every how many columns a name fits, also where both ends are moved into the picture."""
    longest = (max(len(name) for name in names) + 0.5) * LETTER
    return ceil((longest + max(0, longest - wide)) / wide)


def _inside(words: str, middle: float) -> float:
    """Move the middle of a text so far that its ends stay in the picture."""
    half = len(words) * LETTER / 2
    return min(max(middle, half), WIDTH - half)
