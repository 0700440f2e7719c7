"""Orders of a kitchen in Cilegon by place: which place orders most, and which one leaves most profit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from latihan.notebook import Shown
from latihan.units.rows import Row, amount, read_rows, table, to_text
from usaha.draws import Draws

PLACES = {
    "KAB_TANGERANG": "Kab. Tangerang",
    "KOTA_TANGERANG": "Kota Tangerang",
    "TANGSEL": "Tangerang Selatan",
    "CILEGON": "Kota Cilegon",
}
NEAR = "CILEGON"  # the smallest place and the dearest orders: its parcels travel least


def draw(d: Draws) -> dict[str, Any]:
    """Draws one month of completed and cancelled orders: counts, whole rupiah, a row for each place.

    In about half of all shops the place with the most orders leaves the most profit, too. Shares of
    places, payment on delivery and cancelled orders are near those of Banten's real orders.
    """
    first, second = d.step(58, 74), d.step(44, 54)
    counts = [first, second, d.step(26, 34), d.step(16, 22)]
    low = d.step(7_000, 9_000, 250)
    # The second place must leave a tenth more or less in all than the first.
    factor = d.pick((70, 76, 82, 118, 126, 134))
    profits = [low, first * low * factor // 100 // second // 250 * 250]
    profits.append(low + d.step(1_000, 2_000, 250))
    profits.append(max(profits) + d.step(1_500, 3_500, 250))
    far = [code for code in PLACES if code != NEAR]
    codes = [far.pop(d.below(len(far))) for _ in range(3)] + [NEAR]
    by_code = dict(zip(codes, zip(counts, profits, strict=True), strict=True))
    rows = [
        Row(at, "", PLACES[code], *by_code[code], code) for at, code in enumerate(PLACES, start=1)
    ]
    return _totals(d, sum(counts)) | {"baris": to_text(rows)}


def _totals(d: Draws, completed: int) -> dict[str, int]:
    """Draws what was cancelled beside the completed orders, and what all of it was worth."""
    cancelled = completed * d.step(11, 18) // 100
    every = completed + cancelled
    on_delivery = every * d.step(38, 48) // 100
    worth = completed * d.step(52_000, 68_000, 500)
    # What is cancelled is worth more on average: people think twice about large orders.
    lost = cancelled * (worth // completed) * d.step(130, 160) // 100
    return {
        "pesanan_semua": every,
        "pesanan_batal": cancelled,
        "pesanan_cod": on_delivery,
        "pesanan_cod_batal": cancelled * d.step(58, 72) // 100,
        "nilai_semua": worth + lost // 500 * 500,
        "nilai_selesai": worth,
    }


def rows_of(v: Mapping[str, Any]) -> list[Row]:
    """Returns a row for each place: `money_in` is orders, `money_out` rupiah of profit for one."""
    return read_rows(v["baris"])


def most_orders(v: Mapping[str, Any]) -> Row:
    """Returns the place with the most completed orders."""
    return max(rows_of(v), key=lambda row: row.money_in)


def dearest_order(v: Mapping[str, Any]) -> Row:
    """Returns the place where one order leaves most."""
    return max(rows_of(v), key=lambda row: row.money_out)


def most_profit(v: Mapping[str, Any]) -> Row:
    """Returns the place that leaves the most profit in all."""
    return max(rows_of(v), key=profit_of)


def profit_of(row: Row) -> Decimal:
    """Returns what all orders of a place leave, in rupiah.

    >>> profit_of(Row(1, "", "Kota Cilegon", 20, 15_000))
    Decimal('300000')
    """
    return Decimal(row.money_in * row.money_out)


def show(given: Mapping[str, Any]) -> Shown:
    """Shows the places with their completed orders and what one order leaves."""
    return table(
        "Pesanan selesai menurut daerah",
        (
            ("Daerah", lambda row: row.words),
            ("Pesanan selesai", lambda row: str(row.money_in)),
            ("Untung per pesanan (Rp)", lambda row: amount(row.money_out)),
        ),
        rows_of(given),
    )
