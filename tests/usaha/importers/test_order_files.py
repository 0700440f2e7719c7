"""Order exports, the real ones among them."""

import csv
import io
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from usaha.importers.order_files import read_orders

HEAD = "No. Pesanan,Status Pesanan,Nama Produk,Jumlah,Total Pembayaran,Kota/Kabupaten,Provinsi"


def _read(*rows: str, head: str = HEAD) -> tuple[list, list[str]]:
    file, problems = read_orders("\n".join((head, *rows)).encode())
    return list(file.orders) if file else [], [str(problem) for problem in problems]


@pytest.fixture(scope="module")
def real(shared: Path) -> Path:
    """The real orders beside the clone."""
    return shared / "domain" / "orders_banten.csv"


def test_the_real_orders_are_all_there(real: Path) -> None:
    """3,617 orders, none dropped; districts recognised; cancelled apart; well under 3 seconds."""
    start = time.perf_counter()
    file, problems = read_orders(real)
    seconds = time.perf_counter() - start
    assert file is not None
    assert len(file.orders) == 3617
    with real.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert [order.order_id for order in file.orders] == [row["order_id"] for row in rows]
    assert sum(order.total for order in file.orders) == sum(
        Decimal(r["Total Pembayaran"]) for r in rows
    )
    assert sum(order.quantity for order in file.orders) == sum(int(r["total_qty"]) for r in rows)
    assert all(order.district for order in file.orders)
    assert len(file.in_state("cancelled")) == sum(r["Status Pesanan"] == "Batal" for r in rows)
    assert len(file.in_state("completed")) == sum(r["Status Pesanan"] == "Selesai" for r in rows)
    untimed = sum(not r["Waktu Pesanan Dibuat"] for r in rows)
    assert [len(problem.lines) for problem in problems] == [untimed]
    assert seconds < 3


def test_the_real_orders_as_a_workbook(real: Path) -> None:
    """The same orders from .xlsx as from .csv, and one fingerprint for both."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("orders")
    with real.open(encoding="utf-8", newline="") as source:
        for row in csv.reader(source):
            sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    data = io.BytesIO()
    book.save(data)
    from_book, _ = read_orders(data.getvalue())
    from_text, _ = read_orders(real)
    assert from_book is not None
    assert from_text is not None
    assert from_book.orders == from_text.orders
    assert from_book.fingerprint == from_text.fingerprint


def test_products_of_one_order_come_together() -> None:
    """Shopee writes a row for each product and repeats the order's own amounts on each."""
    orders, problems = _read(
        "A,Selesai,Emping,2,50.000,KOTA SERANG,BANTEN", "A,Selesai,Gula,1,50.000,KOTA SERANG,BANTEN"
    )
    assert len(orders) == 1
    assert (orders[0].products, orders[0].quantity, orders[0].total) == (
        ("Emping", "Gula"),
        3,
        50_000,
    )
    assert problems == []


def test_rows_that_repeat_are_counted_once() -> None:
    """Word for word, or with a later status."""
    orders, problems = _read(
        "A,Perlu dikirim,Emping,2,50.000,KOTA SERANG,BANTEN",
        "A,Perlu dikirim,Emping,2,50.000,KOTA SERANG,BANTEN",
        "A,Selesai,Emping,2,50.000,KOTA SERANG,BANTEN",
    )
    assert [(o.state, o.quantity) for o in orders] == [("completed", 2)]
    assert len(problems) == 2
    assert problems[0].startswith("Baris 3:")
    assert "isi berbeda" in problems[1]


def test_a_bad_cell_costs_only_itself() -> None:
    """The order stays, the cell is named with its line, the rest goes on."""
    orders, problems = _read(
        "A,Selesai,Emping,dua ekor,mahal,KOTA SERANG,BANTEN",
        "B,Selesai,Gula,1,20.000,SERANG,BANTEN",
    )
    assert [(o.quantity, o.total) for o in orders] == [(1, 0), (1, 20_000)]
    assert all(p.startswith("Baris 2:") for p in problems[:2])
    assert problems[2].startswith('Baris 3: "SERANG" dapat berarti Kab. Serang atau Kota Serang')


def test_other_provinces_are_no_mistake() -> None:
    """Buyers live everywhere; they have no district of Banten."""
    orders, problems = _read("A,Selesai,Emping,1,20.000,KOTA BANDUNG,JAWA BARAT")
    assert orders[0].district is None
    assert problems == []


def test_tiktok_and_tokopedia() -> None:
    """Their joint export: a row that explains the columns, English words, kilograms, a channel."""
    head = (
        "Order ID,Order Status,Cancelation/Return Type,SKU ID,Product Name,Quantity,"
        "SKU Seller Discount,Order Amount,Created Time,Regency and City,Province,Payment Method,"
        "Weight(kg),Purchase Channel"
    )
    orders, problems = _read(
        "Platform unique order ID.,Status of the order.,,,,,,,,,,,,",
        "5791\t,Completed,,1,Kain,1,0,250000,23/11/2026 10:00:00\t,Kota Serang,Banten,Cash on delivery,0.75,TikTok Shop",
        "5792\t,Canceled,Cancel,1,Kain,1,0,0,23/11/2026 11:00:00\t,Lebak,Banten,GoPay,0.75,Tokopedia",
        "5793\t,Completed,Return/Refund,1,Kain,1,0,250000,24/11/2026 11:00:00\t,Lebak,Banten,GoPay,0.75,Tokopedia",
        head=head,
    )
    assert [o.state for o in orders] == ["completed", "cancelled", "returned"]
    assert [o.platform for o in orders] == ["tiktok", "tokopedia", "tokopedia"]
    assert orders[0].order_id == "5791"
    assert orders[0].weight_gram == 750
    assert orders[0].created is not None
    assert orders[0].created.hour == 10
    assert problems == []


def test_another_file_is_not_an_order_export() -> None:
    """It says where to find one."""
    file, problems = read_orders(b"Nama,Umur\nAni,20")
    assert file is None
    assert "Seller Centre" in str(problems[0])


def test_no_personal_data_is_kept() -> None:
    """Names, addresses and telephone numbers of buyers are not read, whatever the columns."""
    head = HEAD + ",Nama Penerima,No. Telepon,Alamat Pengiriman,Username (Pembeli)"
    orders, _ = _read(
        "A,Selesai,Emping,1,9.000,KOTA SERANG,BANTEN,Ibu Rahasia,0812999,Jalan Rahasia,ani88",
        head=head,
    )
    assert "ahasia" not in repr(orders)
    assert "0812999" not in repr(orders)
    assert Counter(o.buyer for o in orders) == {"ani88": 1}
