"""Tests of a month of orders by place: the sums agree, and no place is best in every way."""

from __future__ import annotations

import pytest

from latihan.units.city_orders import (
    NEAR,
    PLACES,
    dearest_order,
    draw,
    most_orders,
    most_profit,
    profit_of,
    rows_of,
    show,
)
from usaha.draws import Draws

MONTHS = [draw(Draws(f"bulan-{n}")) for n in range(120)]


def test_places_add_up_to_the_card() -> None:
    """The table holds completed orders only, each of them once, each place once."""
    for month in MONTHS:
        rows = rows_of(month)
        assert [row.kind for row in rows] == list(PLACES)
        completed = month["pesanan_semua"] - month["pesanan_batal"]
        assert sum(row.money_in for row in rows) == completed


def test_counts_can_be_true() -> None:
    """No more cancelled than there were, in all and among those paid on delivery."""
    for month in MONTHS:
        assert 0 < month["pesanan_cod_batal"] < month["pesanan_batal"] < month["pesanan_cod"]
        others = month["pesanan_semua"] - month["pesanan_cod"]
        assert 0 < month["pesanan_batal"] - month["pesanan_cod_batal"] < others
        assert month["nilai_selesai"] < month["nilai_semua"]


def test_the_real_shares_of_banten_are_near() -> None:
    """Cancelled 12 % and payment on delivery 43 %, give or take."""
    for month in MONTHS:
        assert 0.08 <= month["pesanan_batal"] / month["pesanan_semua"] <= 0.16
        assert 0.37 <= month["pesanan_cod"] / month["pesanan_semua"] <= 0.49


def test_the_dearest_order_is_not_the_commonest() -> None:
    """What one order leaves is most where there are fewest; the best place is told by its product."""
    for month in MONTHS:
        assert dearest_order(month).kind == NEAR
        assert most_orders(month).kind != NEAR
        profits = sorted((profit_of(row) for row in rows_of(month)), reverse=True)
        assert profits[0] == profit_of(most_profit(month))
        assert profits[0] > profits[1] * 103 / 100


@pytest.mark.parametrize("month", MONTHS[:3])
def test_the_table_shows_orders_and_profit(month: dict[str, object]) -> None:
    """A caption, a heading, and a line for each place."""
    lines = repr(show(month)).splitlines()
    assert len(lines) == 2 + len(PLACES)
    assert lines[1] == "Daerah | Pesanan selesai | Untung per pesanan (Rp)"
