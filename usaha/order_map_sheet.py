"""A shop's counted orders as a table to take home."""

import csv
import io
from typing import Final

from usaha.language import _
from usaha.money import round_rupiah
from usaha.order_map import OrderMap
from usaha.order_map_report import clock

_HEAD: Final = (
    _("Bagian"),
    _("Nama"),
    _("Pesanan"),
    _("Selesai"),
    _("Batal"),
    _("Nilai selesai tanpa ongkir (Rp)"),
)


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
        (_("Semua"), (found.everything,)),
        (_("Daerah"), found.places),
        (_("Cara bayar"), found.payments),
    ):
        for g in groups:
            cells = (g.orders, g.completed, g.cancelled, round_rupiah(g.value))
            writer.writerow((part, _plain(g.name), *cells))
    hours = [(clock(at), count) for at, count in enumerate(found.hours)]
    for part, counts in (
        (_("Alasan batal"), found.reasons),
        (_("Bulan"), found.months),
        (_("Hari"), found.weekdays),
        (_("Jam"), hours),
    ):
        writer.writerows((part, name, count) for name, count in counts)
    return file.getvalue()


def _plain(name: str) -> str:
    return f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
