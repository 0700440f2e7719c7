"""The picture of the bookkeeping lessons: a few amounts beside each other, longest bar for the largest."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from latihan.answers import to_number, to_plain
from latihan.notebook import Shown, box
from latihan.pictures import COLOURS, INK, Picture
from usaha.money import format_rupiah

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["gambar_banding"]


def gambar_banding(judul: str, **bagian: object) -> Shown:
    """Draws amounts as bars beside each other, each with its name and its rupiah.

    Args:
        judul: what is compared, in Indonesian.
        bagian: rupiah by name, in the order to draw; `_` in a name is shown as a space.

    Returns:
        The picture with its words; a sentence where an amount is still to be filled.

    >>> gambar_banding("Bulan Oktober", laba=1202000, prive=1522000)
    Bulan Oktober: laba Rp1.202.000, prive Rp1.522.000.
    >>> gambar_banding("Bulan Oktober", laba=..., prive=1522000)
    Isi dulu: laba. Lalu jalankan sel ini lagi.
    """
    numbers = {name: to_number(to_plain(amount)) for name, amount in bagian.items()}
    amounts = {n.replace("_", " "): number for n, number in numbers.items() if number is not None}
    if len(amounts) < len(numbers):
        blank = ", ".join(name for name, number in numbers.items() if number is None)
        text = f"Isi dulu: {blank}. Lalu jalankan sel ini lagi."
        return Shown(box("perbaiki", text), text)
    words = ", ".join(f"{name} {format_rupiah(amount)}" for name, amount in amounts.items())
    return Picture(_bars(judul, amounts), f"{judul}: {words}.")


def _bars(title: str, amounts: dict[str, Decimal]) -> Figure:
    """Draws a bar for each amount, its words above it; what is below zero stands left of a line."""
    from matplotlib.figure import Figure

    ends = [0.0, *map(float, amounts.values())]
    left, right = min(ends), max(ends)
    wide = right - left or 1.0
    figure = Figure(figsize=(3.9, 0.5 + 0.78 * len(amounts)))
    axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
    axes.set_axis_off()
    axes.set_xlim(left, left + wide)
    axes.set_ylim(len(amounts) - 0.1, -0.62)
    axes.text(left, -0.3, title, fontsize=13, color=INK)
    for at, (name, amount) in enumerate(amounts.items()):
        axes.text(left, at + 0.36, name.capitalize(), fontsize=13, weight="bold", color=INK)
        axes.text(left + wide, at + 0.36, format_rupiah(amount), fontsize=12, color=INK, ha="right")
        axes.barh(at + 0.62, wide, left=left, height=0.3, color="#e6e6e6")
        axes.barh(at + 0.62, float(amount), height=0.3, color=COLOURS[at % len(COLOURS)])
    return figure
