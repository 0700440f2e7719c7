"""Downloads that overlap."""

from usaha.importers.bank_files import Statement
from usaha.importers.cash_books import CashBookFile
from usaha.importers.merging import merge_lines, merge_orders
from usaha.importers.orders import OrderFile
from usaha.shops import make_shop


def test_overlapping_months_give_the_whole_year() -> None:
    """January to July and June to December, some orders in both: each once."""
    orders = make_shop("kuliner", "gabung").orders
    files = [OrderFile("shopee", orders[:700], "a"), OrderFile("shopee", orders[500:], "b")]
    merged, problems = merge_orders(files)
    assert merged == orders
    assert str(problems[0]).startswith("200 pesanan ada di lebih dari satu berkas")


def test_the_same_file_twice_is_named() -> None:
    """Whatever its name is."""
    orders = make_shop("tenun", "gabung").orders
    merged, problems = merge_orders([OrderFile("shopee", orders, "a")] * 2)
    assert merged == orders
    assert [str(problem) for problem in problems] == [
        "Berkas ke-2 sama dengan berkas ke-1. Dihitung satu kali saja."
    ]


def test_numbers_of_two_marketplaces_do_not_meet() -> None:
    """Order 1 of Shopee is not order 1 of Tokopedia."""
    first = make_shop("tenun", "gabung").orders[0]
    from dataclasses import replace

    other = replace(first, platform="tokopedia")
    merged, problems = merge_orders(
        [OrderFile("shopee", (first,), "a"), OrderFile("tokopedia", (other,), "b")]
    )
    assert (len(merged), problems) == (2, ())


def test_overlapping_books_give_the_whole_book() -> None:
    """Lines that stand twice within a book stay twice; lines of two files stay once."""
    lines = make_shop("emping", "gabung").books.cash
    doubled = (*lines[:200], lines[150], *lines[200:])
    parts = [
        CashBookFile(doubled[:260], "a"),
        CashBookFile(doubled[100:], "b"),
        Statement(doubled[:260], "a"),
    ]
    merged, problems = merge_lines(parts)
    assert sorted(merged, key=repr) == sorted(doubled, key=repr)
    assert len(problems) == 2


def test_the_file_that_has_a_line_most_often_decides() -> None:
    """Twice, twice and three times is three times, not two and not seven."""
    line = make_shop("emping", "gabung").books.cash[5]
    merged, _ = merge_lines(
        [CashBookFile((line,) * n, name) for n, name in ((2, "a"), (2, "b"), (3, "c"))]
    )
    assert merged == (line,) * 3
