"""The head of a table, among titles and merged cells."""

import pytest

from usaha.importers.columns import find_head, plain_label
from usaha.importers.limits import Unreadable
from usaha.importers.table import Row, Table

LABELS = {"day": ("tanggal", "tgl"), "money_in": ("masuk", "uang masuk"), "words": ("keterangan",)}
NEEDED = (("day",), ("money_in",))


def _table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(Row(line, cells) for line, cells in enumerate(rows, start=1)))


def test_titles_above_are_passed_over() -> None:
    """And kept, because a period may stand there."""
    head = find_head(
        _table(("Buku Kas",), ("Periode", "2026"), ("TGL", "Masuk (Rp)"), ("1", "2")),
        LABELS,
        NEEDED,
    )
    assert head.columns == {"day": 0, "money_in": 1}
    assert len(head.above) == 2
    assert head.text(head.body[0], "money_in") == "2"
    assert head.cell(head.body[0], "words") is None


def test_merged_heads_are_read_as_one() -> None:
    """A name over two columns belongs to both; a name above blank ones stands for itself."""
    rows = (
        ("Tanggal", "Keterangan", "Uang", "", "Saldo"),
        ("", "", "Masuk", "Keluar", ""),
        ("1/11", "x", "5", "", "5"),
    )
    head = find_head(_table(*rows), LABELS, NEEDED)
    assert head.columns == {"day": 0, "words": 1, "money_in": 2}
    assert len(head.body) == 1


def test_what_is_missing_is_named() -> None:
    """In the words that usually stand there."""
    with pytest.raises(Unreadable, match='Kolom "masuk" tidak ditemukan'):
        find_head(_table(("Tanggal", "Foo"), ("1", "2")), LABELS, NEEDED)


def test_a_head_too_deep_is_not_looked_for() -> None:
    """After forty rows a table has begun."""
    rows = [("x",)] * 60 + [("Tanggal", "Masuk")]
    with pytest.raises(Unreadable):
        find_head(_table(*rows), LABELS, NEEDED)


def test_labels_are_plain() -> None:
    """Points, slashes, brackets and currencies do not matter."""
    assert plain_label(" No.  Pesanan ") == "no pesanan"
    assert plain_label("Jumlah (Rp)") == "jumlah"
    assert plain_label("Rp") == "rp"
