"""A shop's counted orders as a table to take home."""

import csv
import io
from typing import Final

from usaha.money import round_rupiah
from usaha.order_map import OrderMap

_HEAD: Final = ("Bagian", "Nama", "Pesanan", "Selesai", "Batal", "Nilai selesai tanpa ongkir (Rp)")


def summary_csv(found: OrderMap) -> str:
    """Write the counts as a table that Excel opens: semicolons, and no cell that runs as a formula.

    Example:
        >>> from usaha.shops import make_shop
        >>> from usaha.order_map import map_orders
        >>> text = summary_csv(map_orders(make_shop("kuliner", "contoh").orders))
        >>> text.splitlines()[1]
        'Semua;Semua pesanan;1085;946;130;58948300'
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEAD)
    for part, groups in (
        ("Semua", (found.everything,)),
        ("Daerah", found.places),
        ("Cara bayar", found.payments),
    ):
        for g in groups:
            cells = (g.orders, g.completed, g.cancelled, round_rupiah(g.value))
            writer.writerow((part, _plain(g.name), *cells))
    hours = [(f"{at:02d}.00", count) for at, count in enumerate(found.hours)]
    for part, counts in (
        ("Alasan batal", found.reasons),
        ("Bulan", found.months),
        ("Hari", found.weekdays),
        ("Jam", hours),
    ):
        writer.writerows((part, name, count) for name, count in counts)
    return file.getvalue()


def _plain(name: str) -> str:
    return f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
