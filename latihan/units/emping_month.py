"""A month of the emping shop: twenty rows of money in and out, and the sums that they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from latihan.notebook import Shown, below
from latihan.unit import Values
from latihan.units.rows import (
    Column,
    Row,
    amount,
    dated,
    parts_of,
    read_rows,
    shuffled,
    table,
    to_text,
)
from usaha.draws import Draws

LABELLED = (
    *("setoran", "penjualan", "penjualan", "melinjo", "melinjo"),
    *("tumbuk", "ongkir", "listrik", "dapur", "dapur"),
)
HERS = (
    *("penjualan", "melinjo", "tumbuk", "ongkir", "wajan"),
    *("listrik", "listrik", "dapur", "sekolah", "arisan"),
)
WORDS = {
    "setoran": ("Tabungan sendiri dimasukkan ke laci usaha",),
    "penjualan": (
        "Jual emping ke toko oleh-oleh Labuan",
        "Jual emping di pasar Menes",
        "Jual emping ke warung bakso",
        "Jual emping untuk hajatan",
    ),
    "melinjo": ("Beli melinjo di kebun Jiput", "Beli melinjo di pasar", "Beli melinjo dari petani"),
    "tumbuk": ("Upah tumbuk tetangga", "Upah dua orang penumbuk"),
    "ongkir": ("Ongkos ojek antar pesanan emping", "Ongkir paket emping ke Serang"),
    "listrik": (
        "Token listrik, satu meteran rumah dan dapur emping",
        "Isi token listrik rumah dan usaha",
    ),
    "wajan": ("Wajan besar untuk menyangrai melinjo", "Wajan baru untuk usaha"),
    "dapur": (
        "Beras dan minyak untuk makan keluarga",
        "Sayur dan ikan untuk rumah",
        "Gas dan gula untuk dapur rumah",
    ),
    "sekolah": ("Iuran sekolah anak", "Seragam sekolah anak"),
    "arisan": ("Arisan keluarga", "Arisan ibu-ibu RT"),
}
MONEY_IN = ("setoran", "penjualan")
TOTALS = {
    "penjualan_tunai": "penjualan",
    "setoran_modal": "setoran",
    "beli_melinjo": "melinjo",
    "upah_tumbuk": "tumbuk",
    "ongkir": "ongkir",
    "tagihan_listrik": "listrik",
    "beli_wajan": "wajan",
    "belanja_dapur": "dapur",
    "uang_sekolah": "sekolah",
    "arisan": "arisan",
}
FAMILY = ("dapur", "sekolah", "arisan")


def draw(d: Draws) -> dict[str, Any]:
    """Draws October of one emping shop: whole rupiah, and the twenty rows that add up to them.

    In about a third of the shops the family takes more than the profit of the month.
    """
    share = d.pick((0.3, 0.4, 0.6, 0.7))
    costs = {
        "melinjo": d.step(2_700_000, 3_900_000, 30_000),
        "tumbuk": d.step(560_000, 900_000, 20_000),
        "ongkir": d.step(150_000, 290_000, 10_000),
        "listrik": d.step(180_000, 360_000, 30_000),
        "wajan": d.step(340_000, 480_000, 10_000),
        "dapur": d.step(840_000, 1_500_000, 30_000),
        "sekolah": d.step(200_000, 440_000, 10_000),
        "arisan": d.step(100_000, 180_000, 10_000),
    }
    left_over = d.step(140_000, 400_000, 10_000) * (-1 if d.below(3) == 0 else 1)
    spent = sum(cost for kind, cost in costs.items() if kind != "wajan")
    costs |= {"penjualan": spent + left_over, "setoran": d.step(500_000, 900_000, 50_000)}
    cash = d.step(450_000, 1_200_000, 50_000)
    return {
        "kas_awal": cash,
        **{name: costs[kind] for name, kind in TOTALS.items()},
        "bagian_usaha": share,
        "baris": to_text(_rows(d, cash, costs)),
    }


def _rows(d: Draws, cash: int, sums: Mapping[str, int]) -> list[Row]:
    """Splits the month's sums into rows; the first ten will carry a label, the others not."""
    kinds = [*LABELLED, *HERS]
    shares = {k: parts_of(d, s, kinds.count(k), 10_000) for k, s in sums.items()}
    names = {k: shuffled(d, WORDS[k]) for k in sums}
    rows: list[Row] = []
    for half in (LABELLED, HERS):
        waiting = shuffled(d, half)
        while waiting:
            # Nobody pays with money that the drawer does not hold: then a sale comes first.
            kind = next((k for k in waiting if k in MONEY_IN or shares[k][-1] <= cash), waiting[0])
            waiting.remove(kind)
            money = shares[kind].pop() * (1 if kind in MONEY_IN else -1)
            cash += money
            words = names[kind][len(shares[kind]) % len(names[kind])]
            day = f"{1 + len(rows) * 3 // 2 + d.below(2)} Okt"
            rows.append(Row(len(rows) + 1, day, words, max(money, 0), max(-money, 0), kind))
    return rows


def rows_of(v: Mapping[str, Any]) -> list[Row]:
    """Returns the twenty rows of a drawn month."""
    return read_rows(v["baris"])


def letters(v: Values, labels: Mapping[str, str]) -> str:
    """Returns the ten letters of her rows; what `labels` does not name is U."""
    return "".join(labels.get(row.kind, "U") for row in rows_of(v)[10:])


def sum_of(v: Values, *kinds: str) -> Decimal:
    """Returns the rupiah of all rows of these kinds."""
    rows = (row for row in rows_of(v) if row.kind in kinds)
    return Decimal(sum(row.money_in + row.money_out for row in rows))


def show(given: Mapping[str, Any]) -> Shown:
    """Shows the twenty rows: ten with their label, ten for her."""
    rows = rows_of(given)
    plain: tuple[Column, ...] = (
        ("No.", lambda row: str(row.number)),
        ("Catatan", dated),
        (
            "Jumlah (Rp)",
            lambda row: f"+{amount(row.money_in)}" if row.money_in else f"−{amount(row.money_out)}",
        ),
    )
    labels = {"listrik": "C", **dict.fromkeys(FAMILY, "P")}
    label: Column = ("Label", lambda row: labels.get(row.kind, "U"))
    return below(
        table("Sudah berlabel: nomor 1 sampai 10 (+ masuk, − keluar)", (*plain, label), rows[:10]),
        table("Belum berlabel: nomor 11 sampai 20 (+ masuk, − keluar)", plain, rows[10:]),
    )
