"""Tables of web pages."""

import time

import pytest

from usaha.importers.limits import Budget, Limits, Unreadable
from usaha.importers.pages import read_page_table


def test_the_largest_table_is_taken() -> None:
    """Banks put a small table with the account above the movements."""
    page = b"<table><tr><td>Rek</table><table><tr><td>a<td>b<tr><td>1<td>2</table>"
    assert [row.cells for row in read_page_table(page, Budget()).rows] == [("a", "b"), ("1", "2")]


def test_merged_cells_are_filled() -> None:
    """Across and down, as they are shown; line breaks and entities become text."""
    page = (
        b"<table><tr><td colspan=2>Uang<td>Saldo<tr><td>Masuk<td>Keluar<td>&nbsp;"
        b"<tr><td rowspan=2>A<br>B<td>1<td>2<tr><td>3<td>4</table>"
    )
    rows = [row.cells for row in read_page_table(page, Budget()).rows]
    assert rows == [
        ("Uang", "Uang", "Saldo"),
        ("Masuk", "Keluar", ""),
        ("A B", "1", "2"),
        ("A B", "3", "4"),
    ]


def test_a_page_without_a_table_is_named() -> None:
    """Mostly it is the page that asks for a password."""
    with pytest.raises(Unreadable, match="tanpa tabel"):
        read_page_table(b"<html><body>Login</body></html>", Budget())


@pytest.mark.parametrize(
    "page",
    [
        b"<table><tr>" + b"<td colspan=50>" * 300_000,
        b"<table>" + b"<tr><td rowspan=50 colspan=50>x" * 15_000,
        b"<table><tr><td>" + b"<!" * 500_000,
        b"<table><tr><td " + b"a" * 3_000_000,
        b"<table>" * 100_000,
    ],
    ids=["wide", "tall", "unclosed", "endless tag", "nested"],
)
def test_pages_made_to_be_slow_are_bounded(page: bytes) -> None:
    """Each is read or refused within seconds, and no row is wider than the limit."""
    start = time.monotonic()
    try:
        table = read_page_table(page, Budget(Limits(seconds=3)))
        assert max((len(row.cells) for row in table.rows), default=0) <= 200
    except Unreadable:
        pass
    assert time.monotonic() - start < 15
