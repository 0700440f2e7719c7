"""Tests of the month of emping: rows and card agree, cash lasts, a third of the families take too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from latihan.unit import Values
from latihan.units.emping_month import HERS, LABELLED, TOTALS, draw, letters, rows_of, show, sum_of
from usaha.draws import Draws

MONTHS = [draw(Draws(f"bulan-{n}")) for n in range(120)]


def _left_over(month: Mapping[str, Any]) -> int:
    spent = ("beli_melinjo", "upah_tumbuk", "ongkir", "tagihan_listrik")
    spent += ("belanja_dapur", "uang_sekolah", "arisan")
    return int(month["penjualan_tunai"] - sum(month[name] for name in spent))


@pytest.mark.parametrize("month", MONTHS[:40])
def test_the_rows_add_up_to_the_card(month: Mapping[str, Any]) -> None:
    """Whoever adds up the twenty rows finds the sums of the card."""
    values = Values.of(month)
    for name, kind in TOTALS.items():
        assert sum_of(values, kind) == month[name]


@pytest.mark.parametrize("month", MONTHS[:40])
def test_twenty_rows_ten_of_them_hers(month: Mapping[str, Any]) -> None:
    """The kinds are always the same; their order is drawn; days never go back."""
    rows = rows_of(month)
    assert [row.number for row in rows] == list(range(1, 21))
    assert Counter(row.kind for row in rows[:10]) == Counter(LABELLED)
    assert Counter(row.kind for row in rows[10:]) == Counter(HERS)
    days = [int(row.day.removesuffix(" Okt")) for row in rows]
    assert days == sorted(days)
    assert 1 <= days[0] <= days[-1] <= 31
    assert all((row.money_in > 0) != (row.money_out > 0) for row in rows)


def test_the_drawer_never_pays_what_it_does_not_hold() -> None:
    """No month's cash falls below zero on any day."""
    for month in MONTHS:
        cash = month["kas_awal"]
        for row in rows_of(month):
            cash += row.money_in - row.money_out
            assert cash >= 0
        assert cash > 0


def test_a_third_of_the_families_take_more_than_the_profit() -> None:
    """Both signs are met, the minus in about a third of the shops."""
    below_zero = sum(_left_over(month) < 0 for month in MONTHS)
    assert len(MONTHS) / 5 < below_zero < len(MONTHS) / 2


def test_her_letters_differ_from_shop_to_shop() -> None:
    """A copied row of letters helps nobody."""
    labels = {"listrik": "C", "dapur": "P", "sekolah": "P", "arisan": "P"}
    found = {letters(Values.of(month), labels) for month in MONTHS}
    assert len(found) > 100
    assert all(sorted(text) == sorted("UUUUUPPPCC") for text in found)


def test_the_tables_label_ten_rows_and_leave_ten() -> None:
    """The first table ends in labels, the second has no such column."""
    labelled, hers = repr(show(MONTHS[0])).split("\n\n")
    assert labelled.splitlines()[1].endswith("| Label")
    assert {line.rsplit("| ", 1)[1] for line in labelled.splitlines()[2:]} == {"U", "P", "C"}
    assert "Label" not in hers
    assert len(hers.splitlines()) == 12
