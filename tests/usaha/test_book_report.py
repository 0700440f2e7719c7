"""What a cash book says, held against a month worked by hand."""

from datetime import date

import pytest

from usaha.book_report import report_book
from usaha.cash_book import CashLine


def line(day: int, words: str, money_in: int = 0, money_out: int = 0) -> CashLine:
    """A line of November 2026."""
    return CashLine(date(2026, 11, day), words, money_in, money_out)


BOOK = (
    line(2, "jual tunai", 425_000),
    line(2, "beli beras ketan", 0, 310_000),
    line(4, "upah bungkus", 0, 60_000),
    line(6, "plastik kemasan", 0, 75_000),
    line(7, "ambil pribadi", 0, 100_000),
    line(9, "dp pesanan", 200_000),
    line(14, "jual lewat QRIS", 510_000),
)


def test_money_and_profit_by_hand() -> None:
    """500 + 1.135 - 545 thousand; 935 sold, less 150 + 385 - 120 of goods, less 60 of wages."""
    made = report_book(BOOK, 500_000, 150_000, 120_000)
    assert made.money_before == 500_000
    assert made.money == 500_000 + 1_135_000 - 545_000 == 1_090_000
    assert made.profit == 935_000 - 415_000 - 60_000 == 460_000
    assert sum(made.money_in.values()) == 1_135_000
    assert made.money_out == {1301: 310_000, 1303: 75_000, 3201: 100_000, 5201: 60_000}
    assert made.statements.position.amount("uang_muka") == 200_000
    assert made.problems == ()


def test_stock_is_spread_over_what_was_bought() -> None:
    """One count for all: materials first, then packaging; a surplus is said to be too much."""
    left = report_book(BOOK, 0, 0, 330_000).statements.position
    assert (left.amount("bahan_baku"), left.amount("kemasan")) == (310_000, 20_000)
    (problem,) = (p for p in report_book(BOOK, 500_000, 0, 400_000).problems if p.line == 0)
    assert problem.code == "stok_terlalu_besar"


def test_stock_that_nobody_counted_is_said() -> None:
    """The profit would look too good."""
    codes = [problem.code for problem in report_book(BOOK, 500_000).problems]
    assert codes == ["stok_belum_dihitung", "stok_belum_dihitung"]


def test_the_book_is_looked_through() -> None:
    """A doubled line and money that was never there are named, in the order of the book."""
    made = report_book([*BOOK, BOOK[1]], 500_000, 0, 0)
    assert [problem.code for problem in made.problems] == ["duplikat"]
    assert report_book([line(3, "beli gas", 0, 5)], 0).problems[-1].code == "kas_minus"


def test_the_period_is_whole_months() -> None:
    """From the first day of the first month to the last day of the last."""
    book = [CashLine(date(2026, 12, 9), "jual", 5, 0), line(30, "jual", 5)]
    assert report_book(book).period == (date(2026, 11, 1), date(2026, 12, 31))


@pytest.mark.parametrize("arguments", [((),), (BOOK, -1), (BOOK, 0, -1), (BOOK, 0, 0, -1)])
def test_programmers_errors_raise(arguments: tuple[object, ...]) -> None:
    """No lines, or less than nothing."""
    with pytest.raises(ValueError, match=r"at least one line|not negative"):
        report_book(*arguments)  # type: ignore[arg-type]
