"""The picture of the lesson on statements: assets on the left, who they belong to on the right."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from latihan.answers import to_number, to_plain
from latihan.notebook import Shown, box
from latihan.pictures import COLOURS, INK, Picture
from usaha.money import format_rupiah

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["gambar_posisi"]

WIDE = 1.9
FLAT = 0.18  # of the picture's height: below it two lines of words do not fit into a part


def gambar_posisi(judul: str, aset: object, liabilitas: object, ekuitas: object) -> Shown:
    """Draws a financial position as two columns of the same height, or says how far they are apart.

    Args:
        judul: whose position it is, in Indonesian.
        aset: rupiah that the business owns.
        liabilitas: rupiah that it owes.
        ekuitas: rupiah that is the owner's; below zero where debts are larger than assets.

    Returns:
        The picture with its words; a sentence where an amount is still to be filled.

    >>> gambar_posisi("Pak Dedi", 33600000, 13600000, 20000000)
    Pak Dedi: aset Rp33.600.000 = liabilitas Rp13.600.000 + ekuitas Rp20.000.000. Kedua sisi sama.
    >>> gambar_posisi("Pak Dedi", 33600000, 13600000, 21000000)
    Pak Dedi: aset Rp33.600.000, liabilitas dan ekuitas Rp34.600.000. Selisihnya Rp1.000.000. \
Periksa lagi ketiganya.
    """
    given = {"aset": aset, "liabilitas": liabilitas, "ekuitas": ekuitas}
    numbers = {name: to_number(to_plain(amount)) for name, amount in given.items()}
    amounts = [number for number in numbers.values() if number is not None]
    if len(amounts) < len(numbers):
        blank = ", ".join(name for name, number in numbers.items() if number is None)
        text = f"Isi dulu: {blank}. Lalu jalankan sel ini lagi."
        return Shown(box("perbaiki", text), text)
    text = f"{judul}: {_verdict(*amounts)}"
    return Picture(_columns(judul, *amounts), text)


def _verdict(assets: Decimal, debts: Decimal, equity: Decimal) -> str:
    gap = assets - debts - equity
    if abs(gap) < 1:
        return (
            f"aset {format_rupiah(assets)} = liabilitas {format_rupiah(debts)} "
            f"+ ekuitas {format_rupiah(equity)}. Kedua sisi sama."
        )
    return (
        f"aset {format_rupiah(assets)}, liabilitas dan ekuitas {format_rupiah(debts + equity)}. "
        f"Selisihnya {format_rupiah(abs(gap))}. Periksa lagi ketiganya."
    )


def _columns(title: str, assets: Decimal, debts: Decimal, equity: Decimal) -> Figure:
    """Draws both columns to one scale; an owner's share below zero hangs under the line."""
    from matplotlib.figure import Figure

    on_top = float(debts) if equity >= 0 else 0.0
    parts = (
        (0, 0.0, assets, "Aset", COLOURS[4]),
        (2, 0.0, debts, "Liabilitas", COLOURS[1]),
        (2, on_top, equity, "Ekuitas", COLOURS[2]),
    )
    ends = [start + float(size) for _, start, size, _, _ in parts]
    low, high = min(0.0, *ends), max(0.0, *ends)
    tall = high - low or 1.0
    figure = Figure(figsize=(3.9, 3.4))
    axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
    axes.set_axis_off()
    axes.set_xlim(0, 2 + WIDE)
    axes.set_ylim(low, high + tall * 0.16)
    axes.text(0, high + tall * 0.06, title, fontsize=13, color=INK)
    for left, start, size, name, colour in parts:
        height = float(size)
        axes.bar(left, height, WIDE, bottom=start, align="edge", color=colour, edgecolor="white")
        flat = abs(height) < FLAT * tall
        words = f"{name}{' ' if flat else chr(10)}{format_rupiah(size)}"
        axes.text(
            left + WIDE / 2,
            # Words of a part that is too flat for them keep away from the edge of the picture.
            max(start + height / 2, low + 0.04 * tall),
            words,
            fontsize=10 if flat else 12,
            weight="bold",
            color=INK,
            ha="center",
            va="center",
        )
    return figure
