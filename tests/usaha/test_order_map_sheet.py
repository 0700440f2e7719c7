"""Counted orders as a table."""

import csv

from usaha.importers import read_orders
from usaha.order_map import map_orders
from usaha.order_map_sheet import summary_csv
from usaha.shops import make_shop


def test_the_table_holds_every_count() -> None:
    """Read back, the parts add up to all orders."""
    found = map_orders(make_shop("tenun", "contoh").orders)
    rows = list(csv.reader(summary_csv(found).splitlines(), delimiter=";"))
    for part in ("Daerah", "Cara bayar", "Bulan", "Hari", "Jam"):
        counted = sum(int(row[2]) for row in rows if row[0] == part)
        assert counted == found.everything.orders
    reasons = sum(int(row[2]) for row in rows if row[0] == "Alasan batal")
    assert reasons == found.everything.cancelled


def test_a_name_never_runs_as_a_formula() -> None:
    """What the export calls a place stays text in Excel."""
    head = "No. Pesanan,Status Pesanan,Total Pembayaran,Kota/Kabupaten,Provinsi"
    file, _ = read_orders(f'{head}\nA,Selesai,1000,X,"=HYPERLINK(1)"'.encode())
    assert file is not None
    assert "Daerah;'=Hyperlink(1);1;1;0;1000" in summary_csv(map_orders(file.orders))
