"""A week of the palm sugar shop: a cash book with two errors in it, and the sales notes beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from latihan.notebook import Shown, below
from latihan.units.rows import Row, amount, dated, read_rows, shuffled, table, to_text
from usaha.draws import Draws

BUYERS = (
    "Warung Bu Eni",
    "Toko Sinar Sobang",
    "Pasar Muncang",
    "Pak Haji Udin",
    "Katering Bu Yati",
    "Toko Oleh-oleh Rangkas",
)
PAID = {"tunai": "tunai", "tempo": "tempo, belum dibayar"}
DAYS = tuple(f"{day} Nov" for day in range(16, 23))


def draw(d: Draws) -> dict[str, Any]:
    """Draws the week of 16 to 22 November 2026: whole rupiah, the book's rows and the sales notes.

    The book has one payment twice and one sale that lacks a zero; the drawer differs from the right
    balance by Rp5.000 to Rp25.000, mostly because money is missing.
    """
    opening = d.step(500_000, 950_000, 25_000)
    price = d.step(30_000, 35_000, 1_000)
    sales = [price * kojor for kojor in shuffled(d, range(8, 21))[:5]]
    buyers = shuffled(d, BUYERS)
    loan, deposit = d.step(500_000, 1_500_000, 100_000), d.step(150_000, 400_000, 50_000)
    rows = _book(d, sales[:4], buyers, loan, deposit)
    notes = _notes(d, sales, buyers)
    money_in, money_out = (sum(column) for column in zip(*(row[3:5] for row in rows), strict=True))
    repaired = sum(note.money_in for note in notes if note.kind == "tunai") + loan + deposit
    right = opening + repaired - money_out + twice(rows)[1].money_out
    return {
        "saldo_awal": opening,
        "jumlah_masuk_tercatat": money_in,
        "jumlah_keluar_tercatat": money_out,
        "pinjaman": loan,
        "uang_muka_pembeli": deposit,
        "penjualan_tempo": sales[4],
        "kas_fisik": right + d.step(5_000, 25_000, 500) * (1 if d.below(3) == 2 else -1),
        "baris": to_text(rows),
        "nota": to_text(notes),
    }


def _book(d: Draws, sales: list[int], buyers: list[str], loan: int, deposit: int) -> list[Row]:
    """Returns the fourteen rows as they were written, both errors in them."""
    wood = Row(0, "", "Kayu bakar", 0, d.step(40_000, 70_000, 5_000), "beli")
    saps = [
        Row(0, "", f"Nira dari {who}", 0, d.step(90_000, 180_000, 5_000), "beli")
        for who in ("Pak Jaya", "Bu Sarni")
    ]
    ride = Row(0, "", "Ojek ke pasar", 0, d.step(46_000, 75_000, 1_000), "beli")
    wage = Row(0, "", "Upah Mang Dede", 0, d.step(80_000, 120_000, 5_000), "beli")
    leaf = Row(0, "", "Daun pembungkus", 0, d.step(46_000, 70_000, 1_000), "beli")
    sold = [
        Row(0, "", f"Jual gula: {who}", money, 0, "jual")
        for who, money in zip(buyers, sales, strict=False)
    ]
    lacking = d.below(4)
    sold[lacking] = sold[lacking]._replace(money_in=sales[lacking] // 10)
    borrowed = Row(0, "", "Pinjaman koperasi", loan, 0, "pinjam")
    prepaid = Row(0, "", f"Uang muka: {buyers[5]}, kirim Desember", deposit, 0, "muka")
    halves = [
        shuffled(d, [borrowed, wood, saps[0], ride, *sold[:2]]),
        shuffled(d, [wood, saps[1], wage, leaf, prepaid, *sold[2:]]),
    ]
    paid_twice = d.pick((saps[0], ride, saps[1], wage, leaf))
    book = [
        *_spread(halves[0], DAYS[:3], paid_twice),
        *_spread(halves[1], DAYS[3:], paid_twice),
    ]
    return [row._replace(number=at) for at, row in enumerate(book, start=1)]


def _spread(rows: list[Row], days: tuple[str, ...], paid_twice: Row) -> list[Row]:
    """Spreads rows over days; writes one of them a second time, a line later on the same day."""
    spread = [row._replace(day=days[at * len(days) // len(rows)]) for at, row in enumerate(rows)]
    if paid_twice not in rows:
        return spread
    at = rows.index(paid_twice)
    spread[at + 1 : at + 2] = [row._replace(day=spread[at].day) for row in spread[at + 1 : at + 2]]
    return [*spread[: at + 2], spread[at], *spread[at + 2 :]]


def _notes(d: Draws, sales: list[int], buyers: list[str]) -> list[Row]:
    """Returns the five sales notes of the week, in an order of their own; one is not yet paid."""
    kinds = ["tunai"] * 4 + ["tempo"]
    first = d.step(31, 90)
    notes = shuffled(d, list(zip(buyers, sales, kinds, strict=False)))
    return [Row(first + at, "", who, money, 0, kind) for at, (who, money, kind) in enumerate(notes)]


def rows_of(v: Mapping[str, Any]) -> list[Row]:
    """Returns the fourteen rows of the book."""
    return read_rows(v["baris"])


def twice(rows: list[Row]) -> tuple[Row, Row]:
    """Returns the two rows that are the same in everything but their number."""
    counts = Counter(row._replace(number=0) for row in rows)
    same = [row for row in rows if counts[row._replace(number=0)] > 1]
    return same[0], same[1]


def look_alikes(rows: list[Row]) -> tuple[Row, Row]:
    """Returns two payments for the same thing on different days: right, though they look doubled."""
    wood = [row for row in rows if row.words == "Kayu bakar"]
    return wood[0], wood[1]


def too_small(v: Mapping[str, Any]) -> tuple[Row, Row]:
    """Returns the sale that lacks a zero, as written and as its note says."""
    notes = {f"Jual gula: {note.words}": note for note in read_rows(v["nota"])}
    written = [row for row in rows_of(v) if row.kind == "jual"]
    return next((r, notes[r.words]) for r in written if r.money_in != notes[r.words].money_in)


def show(given: Mapping[str, Any]) -> Shown:
    """Shows the book of the week and the sales notes to compare it with."""
    book = table(
        "Buku kas, 16 sampai 22 November 2026",
        (
            ("No.", lambda row: str(row.number)),
            ("Catatan", dated),
            ("Masuk (Rp)", lambda row: amount(row.money_in)),
            ("Keluar (Rp)", lambda row: amount(row.money_out)),
        ),
        rows_of(given),
    )
    notes = table(
        "Nota penjualan pekan itu",
        (
            ("Nota", lambda row: f"{row.number:03d}"),
            ("Pembeli", lambda row: f"{row.words}\n{PAID[row.kind]}"),
            ("Jumlah (Rp)", lambda row: amount(row.money_in)),
        ),
        read_rows(given["nota"]),
    )
    return below(book, notes)
