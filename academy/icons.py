"""The house's sign, a market stall, drawn for the home screen of a phone."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

GREEN: Final = "#0b6e4f"
LIGHT: Final = ("#ffffff", "#f4c542")  # the stripes of the awning
FINER: Final = 4  # drawn so many times larger, then made small: smooth edges
GRID: Final = 24  # the drawing below is made on a square of so many units
POSTS: Final = ((5, 12, 6, 19), (18, 12, 19, 19))
COUNTER: Final = (4, 15, 20, 19)
AWNING: Final = (3, 5, 21, 12)
STRIPES: Final = 6


def draw_icons(folder: Path) -> dict[str, str]:
    """Write an icon of 192 and of 512 pixels, and one for phones that cut icons to a shape.

    Args:
        folder: where to; it is there.

    Returns:
        Their names in the folder, which change with what they show: `192`, `512`, `maskable`.
    """
    names = {}
    for kind, size, share in (("192", 192, 1.0), ("512", 512, 1.0), ("maskable", 512, 0.66)):
        drawn = io.BytesIO()
        _icon(size, share).save(drawn, "PNG", optimize=True)
        digest = hashlib.sha256(drawn.getvalue()).hexdigest()
        names[kind] = f"ikon-{kind}.{digest[:12]}.png"
        (folder / names[kind]).write_bytes(drawn.getvalue())
    return names


def _icon(size: int, share: float) -> Image.Image:
    """Draw the stall on green; of a share below 1 it stands smaller, and the green reaches every edge."""
    side = size * FINER
    image = Image.new("RGB" if share < 1 else "RGBA", (side, side), GREEN if share < 1 else "#0000")
    pen = ImageDraw.Draw(image)
    if share == 1:
        pen.rounded_rectangle((0, 0, side - 1, side - 1), side // 6, fill=GREEN)
    unit, edge = side * share / GRID, side * (1 - share) / 2

    def place(*units: float) -> tuple[float, ...]:
        return tuple(edge + unit * each for each in units)

    for box in (*POSTS, COUNTER):
        pen.rectangle(place(*box), fill=LIGHT[0])
    left, top, right, bottom = AWNING
    wide = (right - left) / STRIPES
    for number in range(STRIPES):
        x, colour = left + number * wide, LIGHT[number % 2]
        pen.rectangle(place(x, top, x + wide, bottom - wide / 2), fill=colour)
        pen.pieslice(place(x, bottom - wide, x + wide, bottom), 0, 180, fill=colour)
    return image.resize((size, size), Image.Resampling.LANCZOS)
