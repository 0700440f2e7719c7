"""Buku Kas Harian: the right answers, found in the drawn book itself, to the rupiah."""

from __future__ import annotations

from decimal import Decimal

from graders.checks import Check, Key
from latihan.unit import Values


def _doubled(v: Values) -> tuple[int, Decimal]:
    """Returns the number of the row that repeats an earlier one, and its amount."""
    seen = set()
    for line in v["baris"].splitlines():
        number, rest = line.split("|", 1)
        if rest in seen:
            return int(number), Decimal(rest.split("|")[3])
        seen.add(rest)
    raise AssertionError("a drawn book has one row twice")


def _lacking(v: Values) -> Decimal:
    """Returns what the cash sales of the notes are above those of the book."""
    book = (line.split("|") for line in v["baris"].splitlines())
    notes = (line.split("|") for line in v["nota"].splitlines())
    written = sum(int(cells[3]) for cells in book if cells[5] == "jual")
    return Decimal(sum(int(cells[3]) for cells in notes if cells[5] == "tunai") - written)


KEY = Key(
    "pembukuan_02_buku_kas",
    (
        Check(
            "saldo_buku",
            lambda v: v.saldo_awal + v.jumlah_masuk_tercatat - v.jumlah_keluar_tercatat,
        ),
        Check("nomor_baris_dobel", lambda v: Decimal(_doubled(v)[0])),
        Check("nilai_dobel", lambda v: _doubled(v)[1]),
        Check("kurang_catat", _lacking),
        Check("saldo_dikoreksi", lambda v: v.saldo_buku + v.nilai_dobel + v.kurang_catat),
        Check("selisih_kas", lambda v: v.kas_fisik - v.saldo_dikoreksi),
        Check(
            "penjualan_tunai",
            lambda v: v.jumlah_masuk_tercatat + v.kurang_catat - v.pinjaman - v.uang_muka_pembeli,
        ),
        Check("total_utang_baru", lambda v: v.pinjaman + v.uang_muka_pembeli),
        Check("penjualan_semua", lambda v: v.penjualan_tunai + v.penjualan_tempo),
    ),
)
