"""Stock cards by FIFO and by weighted average, exact to the rupiah."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from usaha.cash_book import LineProblem
from usaha.language import _
from usaha.money import Number, format_number, round_rupiah

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

Method = Literal["mpkp", "rata_rata"]
"""``mpkp``: first in, first out (*masuk pertama keluar pertama*); ``rata_rata``: moving average."""


@dataclass(frozen=True, slots=True)
class Move:
    """Goods that came in or went out.

    Attributes:
        day: when.
        words: what it was.
        quantity: above zero what came in, below zero what went out.
        unit_cost: rupiah for one, of what came in; not looked at for what goes out.
        line: line number in the person's file; a 0 is counted on.
    """

    day: date
    words: str
    quantity: Decimal
    unit_cost: Decimal = Decimal(0)
    line: int = 0


class Layer(NamedTuple):
    """Goods of one purchase that are still there: how many, and their cost in whole rupiah."""

    quantity: Decimal
    value: int


class CardRow(NamedTuple):
    """One line of a stock card; values in whole rupiah."""

    day: date
    words: str
    quantity_in: Decimal
    value_in: int
    quantity_out: Decimal
    value_out: int
    layers: tuple[Layer, ...]

    @property
    def quantity(self) -> Decimal:
        """How many are left."""
        return sum((layer.quantity for layer in self.layers), Decimal(0))

    @property
    def value(self) -> int:
        """What they cost."""
        return sum(layer.value for layer in self.layers)


@dataclass(frozen=True, slots=True)
class StockCard:
    """The card of one article: a row for each move that could be booked."""

    method: Method
    rows: tuple[CardRow, ...]

    @property
    def closing(self) -> Layer:
        """What is left after the last row."""
        if not self.rows:
            return Layer(Decimal(0), 0)
        return Layer(self.rows[-1].quantity, self.rows[-1].value)

    @property
    def issued_value(self) -> int:
        """The cost of all that went out: *harga pokok penjualan*, in rupiah."""
        return sum(row.value_out for row in self.rows)

    def to_frame(self) -> pd.DataFrame:
        """Give the card as a table with Indonesian column names."""
        import pandas as pd

        columns = ["Tanggal", "Keterangan", "Masuk", "Nilai masuk", "Keluar", "Nilai keluar",
                   "Sisa", "Nilai sisa"]  # fmt: skip
        rows = [(*row[:6], row.quantity, row.value) for row in self.rows]
        return pd.DataFrame(rows, columns=columns)


def stock_card(moves: Iterable[Move], method: Method) -> tuple[StockCard, tuple[LineProblem, ...]]:
    """Write the stock card of one article.

    Each value is whole rupiah; of a purchase that leaves in parts the last part takes the rest, so
    that nothing is lost: what came in is what went out and what is left.

    Source: SAK EMKM par. 9.5 (FIFO or weighted average; here after each move).

    Args:
        moves: in the order in which they happened; an opening stock is the first.
        method: ``mpkp`` or ``rata_rata``.

    Returns:
        ``(card, problems)``. A move that cannot be (more sold than there was, no quantity, a
        negative cost) is reported and left out.

    Example:
        Ten at Rp1.000 and ten at Rp1.200; fifteen are sold:

        >>> from datetime import date
        >>> day = date(2026, 11, 2)
        >>> moves = [
        ...     Move(day, "Stok awal", Decimal(10), Decimal(1_000)),
        ...     Move(day, "Beli", Decimal(10), Decimal(1_200)),
        ...     Move(day, "Jual", Decimal(-15)),
        ... ]
        >>> stock_card(moves, "mpkp")[0].issued_value, stock_card(moves, "rata_rata")[0].issued_value
        (16000, 16500)
    """
    rows: list[CardRow] = []
    problems: list[LineProblem] = []
    layers: tuple[Layer, ...] = ()
    for count, move in enumerate(moves, start=1):
        number = move.line or count
        if problem := _problem(move, layers):
            problems.append(
                LineProblem(
                    number, _("Baris {number}: {problem}", number=number, problem=problem), "stok"
                )
            )
        elif move.quantity > 0:
            value = round_rupiah(move.quantity * move.unit_cost)
            layers = _received(layers, Layer(move.quantity, value), method)
            rows.append(CardRow(move.day, move.words, move.quantity, value, Decimal(0), 0, layers))
        else:
            layers, value = issue(layers, -move.quantity)
            rows.append(CardRow(move.day, move.words, Decimal(0), 0, -move.quantity, value, layers))
    return StockCard(method, tuple(rows)), tuple(problems)


def issue(layers: Sequence[Layer], quantity: Decimal) -> tuple[tuple[Layer, ...], int]:
    """Take goods from the oldest layers.

    Args:
        layers: the oldest first.
        quantity: how many; not more than there are.

    Returns:
        What is left, and the cost in rupiah of what was taken.

    Raises:
        ValueError: there are not so many.

    Example:
        >>> issue([Layer(Decimal(2), 200), Layer(Decimal(2), 300)], Decimal(3))
        ((Layer(quantity=Decimal('1'), value=150),), 350)
    """
    left, cost = list(layers), 0
    while quantity > 0:
        if not left:
            raise ValueError("more goods than the layers hold")
        first = left.pop(0)
        taken = min(first.quantity, quantity)
        value = round_rupiah(first.value * taken / first.quantity)
        if taken < first.quantity:
            left.insert(0, Layer(first.quantity - taken, first.value - value))
        quantity -= taken
        cost += value
    return tuple(left), cost


def closing_stock(
    batches: Sequence[tuple[Number, Number]], quantity: Number, method: Method
) -> tuple[int | None, tuple[str, ...]]:
    """Value what was counted at the end of a period, without a card (periodic method).

    Source: SAK EMKM par. 9.5: FIFO values it at the latest purchases, the average at that of all
    goods of the period. The price of the last purchase alone is no method.

    Args:
        batches: ``(quantity, rupiah for one)``: the opening stock, then purchases in their order.
        quantity: what was counted; not negative.
        method: ``mpkp`` or ``rata_rata``.

    Returns:
        ``(rupiah, problems)``; None where more was counted than there ever was.

    Example:
        >>> batches = [(10, 1_000), (10, 1_200)]
        >>> closing_stock(batches, 12, "mpkp"), closing_stock(batches, 12, "rata_rata")
        ((14000, ()), (13200, ()))
        >>> closing_stock(batches, 25, "mpkp")[1]
        ('Yang dihitung 25, padahal paling banyak ada 20. Hitung lagi, atau cari pembelian yang belum dicatat.',)
    """
    layers = tuple(
        Layer(Decimal(str(count)), round_rupiah(Decimal(str(count)) * Decimal(str(cost))))
        for count, cost in batches
    )
    all_of_it = sum((layer.quantity for layer in layers), Decimal(0))
    sold = all_of_it - Decimal(str(quantity))
    if sold < 0 or sold > all_of_it:
        return None, (
            _(
                "Yang dihitung {counted}, padahal paling banyak ada {most}. Hitung lagi, atau cari pembelian yang belum dicatat.",
                counted=format_number(quantity),
                most=format_number(all_of_it),
            ),
        )
    if method == "rata_rata":
        layers = _merged(layers)
    left, _cost = issue(layers, sold)
    return sum(layer.value for layer in left), ()


def _received(layers: tuple[Layer, ...], new: Layer, method: Method) -> tuple[Layer, ...]:
    return _merged((*layers, new)) if method == "rata_rata" else (*layers, new)


def _merged(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Mix all layers into one, whose cost for one is the weighted average."""
    if not layers:
        return ()
    quantity = sum((layer.quantity for layer in layers), Decimal(0))
    return (Layer(quantity, sum(layer.value for layer in layers)),)


def _problem(move: Move, layers: Sequence[Layer]) -> str:
    there = sum((layer.quantity for layer in layers), Decimal(0))
    if not move.quantity:
        return _("jumlah barangnya belum diisi. Tulis berapa yang masuk atau keluar.")
    if move.quantity > 0 and move.unit_cost < 0:
        return _("harga belinya kurang dari nol. Hapus tanda minusnya.")
    if -move.quantity > there:
        return _(
            "yang keluar {out}, padahal stoknya {stock}. Cari pembelian yang belum dicatat, atau periksa angkanya.",
            out=format_number(-move.quantity),
            stock=format_number(there),
        )
    return ""
