"""The pictures of the online marketing lessons: profit by place, where a price goes, from seen to bought."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from latihan.answers import to_number, to_plain
from latihan.notebook import Shown, box
from latihan.pictures import COLOURS, FONT, INK, Picture
from usaha.money import format_number, format_percent, format_rupiah

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["gambar_corong", "gambar_daerah", "gambar_harga", "tampil_jumlah", "tampil_persen"]

PAIR = 2


class Bar(NamedTuple):
    """One bar: the words above it at the left and right, and how much of the width it fills, 0 to 1."""

    name: str
    words: str
    share: Decimal


def tampil_persen(apa: str, bagian: object) -> Shown:
    """Shows a share with its name: `Tingkat batal: 15%`.

    >>> tampil_persen("Tingkat batal", 18 / 120)
    Tingkat batal: 15%
    """
    number = to_number(to_plain(bagian))
    return _unfilled([apa]) if number is None else _said(apa, format_percent(round(number, 4)))


def tampil_jumlah(apa: str, jumlah: object, satuan: str) -> Shown:
    """Shows a number with its name and unit: `Pesanan selesai: 102 pesanan`.

    >>> tampil_jumlah("Pesanan selesai", 102, "pesanan")
    Pesanan selesai: 102 pesanan
    """
    number = to_number(to_plain(jumlah))
    if number is None:
        return _unfilled([apa])
    return _said(apa, f"{format_number(round(number, 2))} {satuan}")


def gambar_daerah(judul: str, **daerah: object) -> Shown:
    """Draws what all orders of each place leave, longest bar for the most.

    Args:
        judul: what is compared, in Indonesian.
        daerah: `(orders, rupiah of profit for one)` by name of the place; `_` is shown as a space.

    Returns:
        The picture with its words; a sentence where a place is still to be filled.

    >>> gambar_daerah("Untung", Kota_Serang=(51, 6000), Lebak=(21, 9000))
    Untung: Kota Serang 51 × Rp6.000 = Rp306.000, Lebak 21 × Rp9.000 = Rp189.000.
    >>> gambar_daerah("Untung", Kota_Serang=(51, ...))
    Isi dulu: Kota Serang. Lalu jalankan sel ini lagi.
    """
    pairs = {name.replace("_", " "): _numbers(pair) for name, pair in daerah.items()}
    if missing := [name for name, pair in pairs.items() if len(pair) != PAIR]:
        return _unfilled(missing)
    totals = {name: orders * profit for name, (orders, profit) in pairs.items()}
    most = max(*totals.values(), Decimal(1))
    said = {
        name: f"{format_number(orders)} × {format_rupiah(profit)} = {format_rupiah(totals[name])}"
        for name, (orders, profit) in pairs.items()
    }
    # The multiplication is too wide for a phone beside a long name: it stands in the words below.
    bars = [Bar(name, format_rupiah(total), total / most) for name, total in totals.items()]
    words = ", ".join(f"{name} {text}" for name, text in said.items())
    return Picture(_bars(judul, bars), f"{judul}: {words}.")


def gambar_harga(harga: object, **bagian: object) -> Shown:
    """Draws where the price of one item goes, and what is left of it or lacking.

    Args:
        harga: rupiah that the buyer pays.
        bagian: rupiah by name of what is taken from it; `_` in a name is shown as a space.

    Returns:
        The picture with its words; a sentence where an amount is still to be filled.

    >>> gambar_harga(100000, HPP=60000, potongan_lokapasar=15000)
    Dari harga Rp100.000: HPP Rp60.000, potongan lokapasar Rp15.000, untung Rp25.000.
    >>> gambar_harga(70000, HPP=60000, potongan_lokapasar=15000)
    Dari harga Rp70.000: HPP Rp60.000, potongan lokapasar Rp15.000, rugi Rp5.000.
    >>> gambar_harga(70000, HPP=...)
    Isi dulu: HPP. Lalu jalankan sel ini lagi.
    """
    price = to_number(to_plain(harga))
    numbers = {name.replace("_", " "): to_number(to_plain(x)) for name, x in bagian.items()}
    amounts = {name: number for name, number in numbers.items() if number is not None}
    if price is None or price <= 0 or len(amounts) < len(numbers):
        blank = [name for name, number in numbers.items() if number is None]
        return _unfilled([*(["harga"] if price is None or price <= 0 else []), *blank])
    left = price - sum(amounts.values())
    amounts["untung" if left >= 0 else "rugi"] = abs(left)
    bars = [
        Bar(name, format_rupiah(amount), min(Decimal(1), amount / price))
        for name, amount in amounts.items()
    ]
    title = f"Dari harga {format_rupiah(price)}"
    words = ", ".join(f"{bar.name} {bar.words}" for bar in bars)
    return Picture(_bars(title, bars), f"{title}: {words}.")


def gambar_corong(judul: str, **tahap: object) -> Shown:
    """Draws how many of each stage reach the next one, of every hundred.

    Args:
        judul: whose figures they are, in Indonesian.
        tahap: counts by name of the stage, from seen to completed.

    Returns:
        The picture with its words; a sentence where a count is still to be filled.

    >>> gambar_corong("Sepekan", tayangan=40000, klik=800, pesanan=20)
    Sepekan: klik 800 dari 40.000 (2%), pesanan 20 dari 800 (2,5%).
    >>> gambar_corong("Sepekan", tayangan=40000, klik=...)
    Isi dulu: klik. Lalu jalankan sel ini lagi.
    """
    numbers = {name.replace("_", " "): to_number(to_plain(x)) for name, x in tahap.items()}
    counts = {name: n for name, n in numbers.items() if n is not None and n > 0}
    if len(counts) < len(numbers):
        return _unfilled([name for name in numbers if name not in counts])
    bars = [
        Bar(name, _of(after, before), min(Decimal(1), after / before))
        for (_, before), (name, after) in pairwise(counts.items())
    ]
    words = ", ".join(f"{bar.name} {bar.words}" for bar in bars)
    return Picture(_bars(judul, bars), f"{judul}: {words}.")


def _of(after: Decimal, before: Decimal) -> str:
    share = format_percent(round(after / before, 3))
    return f"{format_number(after)} dari {format_number(before)} ({share})"


def _numbers(pair: object) -> list[Decimal]:
    """Returns the numbers of a pair; fewer than two where something else was written."""
    found = [to_number(to_plain(part)) for part in pair] if isinstance(pair, tuple) else []
    return [number for number in found if number is not None]


def _said(name: str, value: str) -> Shown:
    return Shown(f'<p lang="id" style="{FONT}">{name}: <b>{value}</b></p>', f"{name}: {value}")


def _unfilled(names: Sequence[str]) -> Shown:
    text = f"Isi dulu: {', '.join(names)}. Lalu jalankan sel ini lagi."
    return Shown(box("perbaiki", text), text)


def _bars(title: str, bars: Sequence[Bar]) -> Figure:
    """Draws a bar for each, its words above it, so that a phone's width is enough."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(3.9, 0.5 + 0.78 * len(bars)))
    axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(len(bars) - 0.1, -0.62)
    axes.text(0, -0.3, title, fontsize=13, color=INK)
    for at, bar in enumerate(bars):
        # Only the first letter is raised: "HPP" stays what it is.
        name = bar.name[:1].upper() + bar.name[1:]
        axes.text(0, at + 0.36, name, fontsize=12, weight="bold", color=INK)
        axes.text(1, at + 0.36, bar.words, fontsize=11, color=INK, ha="right")
        axes.barh(at + 0.62, 1, height=0.3, color="#e6e6e6")
        axes.barh(at + 0.62, float(bar.share), height=0.3, color=COLOURS[at % len(COLOURS)])
    return figure
