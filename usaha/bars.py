"""Horizontal bars as plain HTML: words and rupiah on every bar, readable without colours."""

from collections.abc import Sequence
from html import escape
from typing import Final, NamedTuple

from usaha.money import format_rupiah

# Okabe and Ito's palette, told apart by colour-blind people; every bar carries its word as well.
_COLOURS: Final = {
    "material": "#E69F00",
    "own_labour": "#0072B2",
    "piece_labour": "#56B4E9",
    "utilities": "#D55E00",
    "tools": "#8C6A4F",
    "packaging": "#CC79A7",
    "profit": "#009E73",
}
_OTHER_COLOUR: Final = "#555555"
_STRIPES: Final = "repeating-linear-gradient(45deg,#B3261E 0 6px,#F2B8B5 6px 12px)"


class Bar(NamedTuple):
    """One bar: what it stands for and its whole rupiah, not negative; a loss is drawn striped."""

    key: str
    label: str
    rupiah: int


def html_bars(title: str, bars: Sequence[Bar]) -> str:
    """Draw bars one below the other, the widest as wide as the page.

    The picture has a text alternative that says the same in words, for those who listen.

    Args:
        title: what the bars are parts of; becomes the heading and starts the alternative text.
        bars: in the order in which they are shown.

    Returns:
        HTML that needs no script and no style sheet.

    Example:
        >>> html = html_bars("Biaya", [Bar("material", "Bahan", 8000), Bar("tools", "Alat", 2000)])
        >>> 'aria-label="Biaya: Bahan Rp8.000, Alat Rp2.000."' in html
        True
        >>> html.count("width:100.0%"), html.count("width:25.0%")
        (1, 1)
    """
    widest = max((bar.rupiah for bar in bars), default=0) or 1
    rows = "".join(_row(bar, 100 * bar.rupiah / widest) for bar in bars)
    heading = escape(title)
    return (
        f'<div role="img" aria-label="{escape(alternative_text(title, bars))}">'
        f'<div style="font-weight:700;margin:0 0 8px">{heading}</div>{rows}</div>'
    )


def alternative_text(title: str, bars: Sequence[Bar]) -> str:
    """Say the same as the bars in one sentence.

    Example:
        >>> alternative_text("Biaya", [Bar("material", "Bahan", 8000)])
        'Biaya: Bahan Rp8.000.'
    """
    words = ", ".join(f"{bar.label} {format_rupiah(bar.rupiah)}" for bar in bars)
    return f"{title}: {words}."


def _row(bar: Bar, percent: float) -> str:
    paint = _STRIPES if bar.key == "loss" else _COLOURS.get(bar.key, _OTHER_COLOUR)
    return (
        '<div style="margin:0 0 10px">'
        '<div style="display:flex;justify-content:space-between;gap:8px;line-height:1.4">'
        f"<span>{escape(bar.label)}</span><b>{format_rupiah(bar.rupiah)}</b></div>"
        f'<div style="height:18px;min-width:3px;border-radius:3px;width:{percent:.1f}%;'
        f'background:{paint}"></div></div>'
    )
