"""The pictures of the start-up lessons: break-even, the way to a permit, what an instalment is made of."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from latihan.answers import to_number, to_plain
from latihan.notebook import Shown, box
from latihan.pictures import COLOURS, INK, Picture
from usaha.credit import annuity
from usaha.money import format_number, format_rupiah

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["gambar_angsuran", "gambar_impas", "gambar_jalur_izin"]

BLUE, ORANGE, GREEN = COLOURS[:3]
PALE = "#e6e6e6"
# What a product's card is asked, and the permit where the answer is yes.
WAY = (
    ("Bukan makanan atau minuman?", "NIB saja"),
    ("Tahan kurang dari 7 hari?", "SIAP_SAJI"),
    ("Beku, hewani di kulkas, dipasteurisasi?", "MD dari BPOM"),
    ("Kering, suhu ruang, dapur rumah?", "PIRT dari Dinas"),
)


def gambar_impas(biaya_tetap: object, untung_per_porsi: object, satuan: str = "porsi") -> Shown:
    """Draws where the money that portions leave meets the fixed costs.

    Args:
        biaya_tetap: rupiah a month.
        untung_per_porsi: rupiah that one portion leaves.
        satuan: what is counted.

    Returns:
        The picture with its words; a sentence where a number is still to be filled.

    >>> gambar_impas(1902000, 5000, "gelas")
    Biaya tetap Rp1.902.000 sebulan. Tiap gelas menyisakan Rp5.000. Titik impas: 381 gelas.
    >>> gambar_impas(..., 5000)
    Isi dulu: biaya tetap. Lalu jalankan sel ini lagi.
    """
    fixed, left = (to_number(to_plain(part)) for part in (biaya_tetap, untung_per_porsi))
    if blank := _blank({"biaya tetap": fixed, "untung per porsi": left}):
        return blank
    assert fixed is not None
    assert left is not None
    needed = (fixed / left).to_integral_value(rounding=ROUND_CEILING)
    text = (
        f"Biaya tetap {format_rupiah(fixed)} sebulan. Tiap {satuan} menyisakan "
        f"{format_rupiah(left)}. Titik impas: {format_number(needed)} {satuan}."
    )
    return Picture(_crossing(float(fixed), float(left), int(needed), satuan), text)


def gambar_angsuran(pokok: object, bunga_bulan: object, bulan: object) -> Shown:
    """Draws what the first, a middle and the last instalment of an annuity are made of.

    Args:
        pokok: rupiah lent.
        bunga_bulan: interest of one month, a share of 1.
        bulan: number of instalments, 3 or more.

    Returns:
        The picture with its words; a sentence where a number is still to be filled.

    >>> gambar_angsuran(12000000, 0.005, 12)
    Angsuran Rp1.032.797 sebulan. Bunga di bulan 1 Rp60.000, bulan 6 Rp35.436, bulan 12 Rp5.138.
    """
    owed, rate, months = (to_number(to_plain(part)) for part in (pokok, bunga_bulan, bulan))
    if blank := _blank({"pokok": owed, "bunga sebulan": rate, "bulan": months}):
        return blank
    assert owed is not None
    assert rate is not None
    assert months is not None
    payment, last = annuity(owed, rate, int(months)), int(months)
    # What is still owed before payment k is the value of the payments to come.
    interest = {k: payment * (1 - (1 + rate) ** (k - last - 1)) for k in (1, last // 2, last)}
    said = ", ".join(f"bulan {k} {format_rupiah(part)}" for k, part in interest.items())
    text = f"Angsuran {format_rupiah(payment)} sebulan. Bunga di {said}."
    return Picture(_instalments(payment, interest), text)


def gambar_jalur_izin() -> Shown:
    """Draws the four questions to a product's card, from top to bottom, and where each yes leads.

    >>> gambar_jalur_izin()  # doctest: +ELLIPSIS
    Tanya berurutan. Bukan makanan atau minuman? NIB saja. Tahan kurang dari 7 hari? ...
    """
    said = " ".join(f"{question} {permit}." for question, permit in WAY)
    return Picture(_way(), f"Tanya berurutan. {said}")


def _blank(numbers: dict[str, Decimal | None]) -> Shown | None:
    """Returns a sentence that names what is missing or not above zero, None where nothing is."""
    missing = [name for name, number in numbers.items() if number is None or number <= 0]
    if not missing:
        return None
    text = f"Isi dulu: {', '.join(missing)}. Lalu jalankan sel ini lagi."
    return Shown(box("perbaiki", text), text)


def _canvas(height: float) -> tuple[Figure, Axes]:
    """Returns an empty picture that a phone shows in full width."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(3.9, height))
    axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
    axes.set_axis_off()
    return figure, axes


def _crossing(fixed: float, left: float, needed: int, unit: str) -> Figure:
    """Draws both lines on a canvas of 0 to 100; the lines cross in the middle."""
    figure, axes = _canvas(3.1)
    axes.set_xlim(0, 100)
    axes.set_ylim(-16, 112)
    axes.fill([0, 50, 0], [0, 50, 50], color=ORANGE, alpha=0.25)
    axes.fill([50, 100, 100], [50, 100, 50], color=GREEN, alpha=0.25)
    axes.plot([0, 100], [0, 100], color=BLUE, linewidth=3)
    axes.plot([0, 100], [50, 50], color=INK, linewidth=2)
    axes.plot([50, 50], [0, 50], color=INK, linewidth=1.5, linestyle=":")
    axes.plot([50], [50], marker="o", markersize=9, color=INK)
    axes.text(0, 106, "Uang dari porsi terjual", fontsize=12, weight="bold", color=BLUE)
    axes.text(0, 95, f"{format_rupiah(Decimal(str(left)))} tiap {unit}", fontsize=11, color=INK)
    axes.text(0, 56, f"Biaya tetap {format_rupiah(Decimal(str(fixed)))}", fontsize=11, color=INK)
    axes.text(8, 34, "Rugi", fontsize=13, weight="bold", color=INK)
    axes.text(74, 58, "Untung", fontsize=13, weight="bold", color=INK)
    axes.plot([0, 100], [0, 0], color=INK, linewidth=1)
    axes.text(50, -4, f"Titik impas: {format_number(needed)} {unit}", fontsize=12, weight="bold",
              color=INK, ha="center", va="top")  # fmt: skip
    return figure


def _instalments(payment: Decimal, interest: dict[int, Decimal]) -> Figure:
    """Draws a bar for each month: interest left, principal right, the words above."""
    figure, axes = _canvas(0.75 + 0.78 * len(interest))
    axes.set_xlim(0, 100)
    axes.set_ylim(len(interest) - 0.1, -0.75)
    axes.text(0, -0.4, f"Angsuran {format_rupiah(payment)} sebulan", fontsize=13, color=INK)
    for at, (month, part) in enumerate(interest.items()):
        share = float(part / payment) * 100
        words = f"Bulan {month}: bunga {format_rupiah(part)}"
        axes.text(0, at + 0.36, words, fontsize=12, weight="bold", color=INK)
        axes.barh(at + 0.62, 100, height=0.3, color=BLUE)
        axes.barh(at + 0.62, share, height=0.3, color=ORANGE)
        axes.text(99, at + 0.63, f"pokok {format_rupiah(payment - part)}", fontsize=11,
                  color="white", ha="right", va="center")  # fmt: skip
    return figure


def _way() -> Figure:
    """Draws the questions as boxes below each other, the permit of each yes in a coloured one."""
    figure, axes = _canvas(0.98 * len(WAY))
    axes.set_xlim(0, 100)
    axes.set_ylim(len(WAY), 0)
    for at, (question, permit) in enumerate(WAY):
        axes.text(0, at + 0.2, f"{at + 1}. {question}", fontsize=11.5, color=INK, va="center")
        axes.barh(at + 0.58, 52, left=17, height=0.34, color=PALE)
        axes.barh(at + 0.58, 2.5, left=17, height=0.34, color=COLOURS[at])
        axes.text(0, at + 0.59, "Ya  →", fontsize=12, weight="bold", color=INK, va="center")
        axes.text(22, at + 0.59, permit, fontsize=12, weight="bold", color=INK, va="center")
        if at + 1 < len(WAY):
            axes.text(75, at + 0.59, "Tidak  ↓", fontsize=12, color=INK, va="center")
    return figure
