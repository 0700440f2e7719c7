"""A generated shop's files as its owner would download them: to try tools and lessons with."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from usaha.cash_book import CashLine
from usaha.importers.orders import Order

_ORDER_HEAD: Final = (
    "No. Pesanan", "Status Pesanan", "Alasan Pembatalan", "Opsi Pengiriman",
    "Waktu Pesanan Dibuat", "Metode Pembayaran", "Nama Produk", "Jumlah", "Returned quantity",
    "Total Harga Produk", "Total Diskon", "Total Berat", "Ongkos Kirim Dibayar oleh Pembeli",
    "Estimasi Potongan Biaya Pengiriman", "Total Pembayaran", "Perkiraan Ongkos Kirim",
    "Username (Pembeli)", "Kota/Kabupaten", "Provinsi",
)  # fmt: skip
_BOOK_HEAD: Final = ("Tanggal", "Kategori", "Keterangan", "Pelanggan", "Masuk", "Keluar", "Saldo")


def shopee_export(orders: Iterable[Order]) -> str:
    """Write orders as a Shopee seller's export (CSV), one row an order.

    Several products of one order stand in one cell, joined by commas; `read_orders` reads the
    rest back as it was.

    Example:
        >>> from usaha.importers import read_orders
        >>> from usaha.shops import make_shop
        >>> shop = make_shop("sepatu", "contoh")
        >>> file, problems = read_orders(shopee_export(shop.orders).encode())
        >>> len(file.orders) == len(shop.orders), problems
        (True, ())
    """
    return _csv(_ORDER_HEAD, (_order_cells(order) for order in orders))


def _order_cells(order: Order) -> Sequence[object]:
    created = f"{order.created:%Y-%m-%d %H:%M}" if order.created else ""
    return (
        order.order_id, order.status, order.reason_text, order.courier, created,
        order.payment_text, ", ".join(order.products), order.quantity, order.returned,
        order.goods, order.discount, order.weight_gram, order.shipping_paid,
        order.shipping_rebate, order.total, order.shipping_estimate, order.buyer,
        order.district_text, order.province,
    )  # fmt: skip


def cash_book_export(lines: Iterable[CashLine]) -> str:
    """Write a cash book as a phone app does (CSV); `read_cash_book` reads it back as it was.

    Example:
        >>> from usaha.importers import read_cash_book
        >>> from usaha.shops import make_shop
        >>> book = make_shop("tenun", "contoh").books.cash
        >>> file, problems = read_cash_book(cash_book_export(book).encode())
        >>> [line.words for line in file.lines] == [line.words for line in book], problems
        (True, ())
    """
    return _csv(_BOOK_HEAD, (_book_cells(line) for line in lines))


def _book_cells(line: CashLine) -> Sequence[object]:
    balance = "" if line.balance is None else line.balance
    day = f"{line.day:%d/%m/%Y}"
    return (
        day, line.category, line.words, line.party, line.money_in or "", line.money_out or "",
        balance,
    )  # fmt: skip


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return file.getvalue()
