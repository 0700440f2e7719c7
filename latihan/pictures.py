"""What a lesson shows: a sum in words, the picture of where the money goes, the worksheet's result."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

from latihan.answers import to_number, to_plain
from latihan.notebook import Shown, box
from usaha.money import format_number, format_percent, format_rupiah

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["gambar_biaya", "lembar_hpp", "tampil"]

# Okabe and Ito's colours: told apart by the colour-blind too. Words stand beside each all the same.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
INK = "#1b1b1b"
FONT = "font-size:17px;line-height:1.5"


class Picture(Shown):
    """A chart with its words: PNG with alt text for a notebook, SVG for the public page."""

    def __init__(self, figure: Figure, text: str) -> None:
        self._svg = _save(figure, "svg").decode()
        png = base64.b64encode(_save(figure, "png")).decode()
        image = (
            f'<img src="data:image/png;base64,{png}" alt="{escape(text)}" style="max-width:100%">'
        )
        super().__init__(f'<div lang="id">{image}<p style="{FONT}">{escape(text)}</p></div>', text)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self._html, "image/svg+xml": self._svg, "text/plain": self._text}


def tampil(apa: str, jumlah: object) -> None:
    """Shows an amount with its name: `Biaya bahan: Rp360.000`.

    Args:
        apa: what the amount is, in Indonesian.
        jumlah: rupiah. A blank that is still to be filled is said to be one.

    >>> tampil("Biaya bahan", 360000)
    Biaya bahan: Rp360.000
    """
    number = to_number(to_plain(jumlah))
    if number is None:
        _show(_unfilled([apa]))
        return
    amount = format_rupiah(number)
    html = f'<p lang="id" style="{FONT}">{escape(apa)}: <b>{amount}</b></p>'
    _show(Shown(html, f"{apa}: {amount}"))


def gambar_biaya(**bagian: object) -> Shown:
    """Draws where the money goes: of each Rp1.000 of cost, how much for each part.

    Args:
        bagian: rupiah by name of the part, in the order to draw: `bahan=360000, tenaga=115000`.

    Returns:
        The picture with its words; a sentence where a part is still to be filled.

    >>> gambar_biaya(bahan=360000, tenaga=115000, overhead=38000)
    Dari tiap Rp1.000 biaya: Rp702 untuk bahan, Rp224 untuk tenaga, Rp74 untuk overhead.
    >>> gambar_biaya(bahan=360000, tenaga=...)
    Isi dulu: tenaga. Lalu jalankan sel ini lagi.
    """
    amounts = {name: to_number(to_plain(amount)) for name, amount in bagian.items()}
    known = {name: amount for name, amount in amounts.items() if amount is not None and amount >= 0}
    if len(known) < len(amounts) or not sum(known.values()):
        return _unfilled([name for name, amount in amounts.items() if not amount or amount < 0])
    shares = of_thousand(list(known.values()))
    words = ", ".join(
        f"{format_rupiah(share)} untuk {name}" for name, share in zip(known, shares, strict=True)
    )
    return Picture(_bars(known, shares), f"Dari tiap Rp1.000 biaya: {words}.")


def of_thousand(amounts: Sequence[Decimal]) -> list[int]:
    """Splits 1,000 in the proportion of the amounts, in whole numbers that add up to 1,000.

    >>> of_thousand([Decimal(1), Decimal(1), Decimal(1)])
    [334, 333, 333]
    """
    exact = [amount * 1000 / sum(amounts) for amount in amounts]
    shares = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: shares[at] - exact[at])
    for at in by_remainder[: 1000 - sum(shares)]:
        shares[at] += 1
    return shares


def lembar_hpp(  # noqa: PLR0913, PLR0917 - the lines of a worksheet
    produk: object,
    bahan: object,
    tenaga: object,
    overhead: object,
    jumlah_baik: object,
    satuan: object,
    harga_jual: object,
) -> Shown:
    """Says what one unit of her own product costs and leaves, from the worksheet's lines.

    Args:
        produk: name of the product.
        bahan: rupiah for materials of one batch.
        tenaga: rupiah for labour, her own included.
        overhead: rupiah for everything else.
        jumlah_baik: how many units can be sold.
        satuan: the unit: `"kg"`, `"bungkus"`.
        harga_jual: rupiah, today's price of one unit.

    Returns:
        A table and a sentence; what is still missing where lines are empty.

    >>> lembar_hpp("gipang", 60000, 30000, 10000, 20, "bungkus", 8000)
    HPP gipang Rp5.000 per bungkus. Dengan harga Rp8.000, laba kotornya Rp3.000 per bungkus, \
yaitu 38% dari harga jual.
    """
    lines = {
        "bahan": bahan,
        "tenaga": tenaga,
        "overhead": overhead,
        "jumlah_baik": jumlah_baik,
        "harga_jual": harga_jual,
    }
    numbers = {name: to_number(to_plain(value)) or Decimal(0) for name, value in lines.items()}
    # A business may have no overhead that it pays; without the others there is nothing to tell.
    if missing := [name for name, value in numbers.items() if value <= 0 and name != "overhead"]:
        return _unfilled(missing)
    unit, product = str(satuan), str(produk)
    total = numbers["bahan"] + numbers["tenaga"] + numbers["overhead"]
    cost = total / numbers["jumlah_baik"]
    rows = [(name.capitalize(), format_rupiah(numbers[name])) for name in list(numbers)[:3]]
    rows += [
        ("Jumlah semua biaya", format_rupiah(total)),
        ("Hasil baik", f"{format_number(numbers['jumlah_baik'])} {unit}"),
        (f"HPP per {unit}", format_rupiah(cost)),
    ]
    text = _verdict(product, unit, cost, numbers["harga_jual"])
    return Shown(_table(product, rows, text), text)


def _verdict(product: str, unit: str, cost: Decimal, price: Decimal) -> str:
    start = f"HPP {product} {format_rupiah(cost)} per {unit}. Dengan harga {format_rupiah(price)}, "
    if price < cost:
        return (
            f"{start}Anda rugi {format_rupiah(cost - price)} per {unit}. "
            "Naikkan harga atau hemat satu biaya sebelum menerima pesanan."
        )
    if price == cost:
        return f"{start}biaya tertutup, tetapi belum ada laba. Harga ini batas terendah Anda."
    profit = price - cost
    return (
        f"{start}laba kotornya {format_rupiah(profit)} per {unit}, "
        f"yaitu {format_percent(profit / price, 0)} dari harga jual."
    )


def _table(product: str, rows: Sequence[tuple[str, str]], text: str) -> str:
    cells = "".join(
        f'<tr><th scope="row" style="text-align:left">{escape(name)}</th>'
        f'<td style="text-align:right">{escape(amount)}</td></tr>'
        for name, amount in rows
    )
    return (
        f'<div lang="id"><table style="{FONT}"><caption style="text-align:left"><b>Lembar kerja: '
        f"{escape(product)}</b></caption><tbody>{cells}</tbody></table>{box('wajar', text)}</div>"
    )


def _unfilled(names: Sequence[str]) -> Shown:
    text = f"Isi dulu: {', '.join(names)}. Lalu jalankan sel ini lagi."
    return Shown(box("perbaiki", text), text)


def _show(shown: Shown) -> None:
    """Displays in a notebook, prints in plain Python."""
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        shell: Any = None
    else:
        shell = get_ipython()
    if shell is None:
        print(repr(shown))
        return
    from IPython.display import display

    display(shown)


def _bars(amounts: dict[str, Decimal], shares: Sequence[int]) -> Figure:
    """Draws a bar for each part, its words above it, so that a phone's width is enough."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(3.9, 0.5 + 0.78 * len(shares)))
    axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
    axes.set_axis_off()
    axes.set_xlim(0, 1000)
    axes.set_ylim(len(shares) - 0.1, -0.62)
    axes.text(0, -0.3, "Dari tiap Rp1.000 biaya", fontsize=13, color=INK)
    axes.text(1000, -0.3, "Satu adonan", fontsize=12, color=INK, ha="right")
    for at, ((name, amount), share) in enumerate(zip(amounts.items(), shares, strict=True)):
        label = f"{name.capitalize()} {format_rupiah(share)}"
        axes.text(0, at + 0.36, label, fontsize=13, weight="bold", color=INK)
        axes.text(1000, at + 0.36, format_rupiah(amount), fontsize=12, color=INK, ha="right")
        axes.barh(at + 0.62, 1000, height=0.3, color="#e6e6e6")
        axes.barh(at + 0.62, share, height=0.3, color=COLOURS[at % len(COLOURS)])
    return figure


def _save(figure: Figure, kind: str) -> bytes:
    """Returns the file's bytes, the same at each run: no date, no random ids, text as text."""
    from matplotlib import rc_context

    file = io.BytesIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "lapak"}):
        figure.savefig(
            file, format=kind, dpi=110, metadata={"Date": None} if kind == "svg" else None
        )
    return file.getvalue()
