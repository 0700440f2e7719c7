"""Files of generated shops, read back by the importers."""

from dataclasses import replace

import pytest

from usaha.importers import read_cash_book, read_orders
from usaha.shops import PROFILES, make_shop
from usaha.shops.exports import cash_book_export, shopee_export


@pytest.mark.parametrize("key", PROFILES)
def test_orders_come_back(key: str) -> None:
    """Every field of every order, but for products that share a cell."""
    orders = make_shop(key, "uji").orders
    file, problems = read_orders(shopee_export(orders).encode())
    assert file is not None
    assert problems == ()
    assert file.orders == tuple(replace(o, products=(", ".join(o.products),)) for o in orders)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_books_come_back(encoding: str) -> None:
    """Every line, in every encoding; the line number is one more for the head."""
    book = make_shop("bandeng", "uji").books.cash
    file, problems = read_cash_book(cash_book_export(book).encode(encoding))
    assert file is not None
    assert problems == ()
    assert file.lines == tuple(replace(line, line=line.line + 1) for line in book)
