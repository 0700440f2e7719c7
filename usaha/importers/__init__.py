r"""Files of people's own shops become orders, statements and cash books, with what was wrong in them.

Example:
    >>> book, problems = read_cash_book(b"Tanggal,Catatan,Masuk,Keluar\n2/11/2026,jual,25.000,")
    >>> book.lines[0].money_in, problems
    (25000, ())
"""

from usaha.importers.bank_files import Statement, read_statement
from usaha.importers.cash_books import CashBookFile, read_cash_book
from usaha.importers.limits import LIMITS, Limits
from usaha.importers.merging import merge_lines, merge_orders
from usaha.importers.order_files import read_orders
from usaha.importers.orders import Order, OrderFile
from usaha.importers.problems import Problem

__all__ = [
    "LIMITS",
    "CashBookFile",
    "Limits",
    "Order",
    "OrderFile",
    "Problem",
    "Statement",
    "merge_lines",
    "merge_orders",
    "read_cash_book",
    "read_orders",
    "read_statement",
]
