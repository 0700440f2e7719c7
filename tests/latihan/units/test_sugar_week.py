"""Tests of the week of palm sugar: both errors can be found, and nothing else looks like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from latihan.units.rows import read_rows
from latihan.units.sugar_week import draw, look_alikes, rows_of, show, too_small, twice
from usaha.draws import Draws

WEEKS = [draw(Draws(f"pekan-{n}")) for n in range(120)]


@pytest.mark.parametrize("week", WEEKS[:40])
def test_the_card_adds_up_the_book(week: Mapping[str, Any]) -> None:
    """Fourteen rows; their columns are the sums on the card."""
    rows = rows_of(week)
    assert [row.number for row in rows] == list(range(1, 15))
    assert sum(row.money_in for row in rows) == week["jumlah_masuk_tercatat"]
    assert sum(row.money_out for row in rows) == week["jumlah_keluar_tercatat"]
    assert sum(row.money_in for row in rows if row.kind == "pinjam") == week["pinjaman"]
    assert sum(row.money_in for row in rows if row.kind == "muka") == week["uang_muka_pembeli"]
    days = [row.day for row in rows]
    assert days == sorted(days)


def test_exactly_one_pair_of_rows_is_the_same() -> None:
    """Day, words and amount: one pair, money going out, never one directly told by its place."""
    for week in WEEKS:
        rows = rows_of(week)
        counts = Counter((row.day, row.words, row.money_in, row.money_out) for row in rows)
        assert sorted(counts.values()) == [1] * 12 + [2]
        first, second = twice(rows)
        assert first.number < second.number
        assert first.money_out == second.money_out > 0
    assert len({twice(rows_of(week))[1].number for week in WEEKS}) > 6


def test_the_look_alikes_are_two_purchases() -> None:
    """The same thing for the same money on two days, and not the doubled row."""
    for week in WEEKS:
        first, second = look_alikes(rows_of(week))
        assert first.day != second.day
        assert first.money_out == second.money_out
        assert first.number not in {row.number for row in twice(rows_of(week))}


def test_exactly_one_sale_lacks_a_zero() -> None:
    """Every cash note is in the book; one of them with a tenth of its amount; credit is not."""
    for week in WEEKS:
        book = {row.words.removeprefix("Jual gula: "): row.money_in for row in rows_of(week)}
        off = []
        for note in read_rows(week["nota"]):
            if note.kind == "tempo":
                assert note.words not in book
                assert note.money_in == week["penjualan_tempo"]
            elif book[note.words] != note.money_in:
                off.append(note)
                assert book[note.words] * 10 == note.money_in
        assert len(off) == 1
        assert too_small(week)[1] == off[0]


def test_cash_lasts_and_the_drawer_is_nearly_right() -> None:
    """No day below zero; the drawer misses the corrected balance by Rp5.000 to Rp25.000."""
    signs = Counter[bool]()
    for week in WEEKS:
        balance = week["saldo_awal"]
        for row in rows_of(week):
            balance += row.money_in - row.money_out
            assert balance > 0
        written, note = too_small(week)
        right = balance + twice(rows_of(week))[1].money_out + note.money_in - written.money_in
        gap = week["kas_fisik"] - right
        assert 5_000 <= abs(gap) <= 25_000
        signs[gap > 0] += 1
    assert signs[False] > signs[True] > 0


def test_book_and_notes_are_shown_without_a_hint() -> None:
    """What is shown is the book as written: no mark at the errors."""
    book, notes = repr(show(WEEKS[0])).split("\n\n")
    assert len(book.splitlines()) == 16
    assert len(notes.splitlines()) == 7
    assert "tempo, belum dibayar" in notes
    assert {line.count("|") for line in book.splitlines()[1:]} == {3}
