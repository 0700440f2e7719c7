"""Tests of a book's rows: kept as text, split, shuffled and shown."""

from __future__ import annotations

from latihan.units.rows import Row, amount, dated, parts_of, read_rows, shuffled, table, to_text
from usaha.draws import Draws

ROWS = [
    Row(1, "2 Okt", "Jual emping", 450_000, 0, "penjualan"),
    Row(2, "3 Okt", "Beras & minyak", 0, 60_000, "dapur"),
]


def test_rows_come_back_as_they_were_written() -> None:
    """The text of a drawn shop holds the whole book."""
    assert read_rows(to_text(ROWS)) == ROWS


def test_a_sum_is_split_without_loss() -> None:
    """The parts are multiples of the step, none is empty, and they add up."""
    for seed in range(200):
        parts = parts_of(Draws(str(seed)), 390_000, 3, 10_000)
        assert sum(parts) == 390_000
        assert all(part > 0 and part % 10_000 == 0 for part in parts)


def test_an_order_keeps_everything() -> None:
    """Shuffling loses nothing, and seeds give different orders."""
    orders = {tuple(shuffled(Draws(str(seed)), range(6))) for seed in range(50)}
    assert len(orders) > 40
    assert all(sorted(order) == list(range(6)) for order in orders)


def test_no_money_is_an_empty_cell() -> None:
    """A column of zeros hides the amounts that are there."""
    assert amount(0) == ""
    assert amount(1_250_000) == "1.250.000"


def test_a_table_is_safe_html_and_plain_text() -> None:
    """Words of a book are escaped; headings are headings; both forms say the same."""
    shown = table("Buku", (("Catatan", dated), ("Keluar (Rp)", lambda r: "1")), ROWS)
    html = shown._repr_html_()
    assert html.count('<th scope="col"') == 2
    assert "Beras &amp; minyak<br><small>3 Okt</small>" in html
    assert "text-align:right" in html
    assert repr(shown).splitlines() == ["Buku", "Catatan | Keluar (Rp)", "Jual emping, 2 Okt | 1", "Beras & minyak, 3 Okt | 1"]  # fmt: skip
