"""Orders counted: by hand, against the generator, and against the real export."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

from usaha.importers import read_orders
from usaha.order_map import PAYMENTS, REASONS, OrderMap, map_orders, place_of
from usaha.shops import make_shop

HEAD = (
    "No. Pesanan,Status Pesanan,Alasan Pembatalan,Total Pembayaran,Ongkos Kirim Dibayar oleh Pembeli,"
    "Kota/Kabupaten,Provinsi,Metode Pembayaran,Waktu Pesanan Dibuat"
)
ROWS = (
    "A,Selesai,,60000,10000,KOTA SERANG,BANTEN,COD (Bayar di Tempat),2026-11-02 08:10",
    "B,Selesai,,40000,0,KOTA BANDUNG,JAWA BARAT,SPayLater,2026-11-03 08:59",
    "C,Batal,Pesanan belum dibayar,0,0,KOTA SERANG,BANTEN,Online Payment,2026-10-31 23:00",
    "D,Sedang dikirim,,30000,0,SERANG,BANTEN,COD (Bayar di Tempat),",
    "E,Pengembalian,,30000,0,,,COD (Bayar di Tempat),2026-11-09 12:00",
)


def mapped(*rows: str) -> OrderMap:
    """Read an export and count it."""
    file, _ = read_orders("\n".join([HEAD, *rows]).encode())
    assert file is not None
    return map_orders(file.orders)


def test_five_orders_by_hand() -> None:
    """Every state, a place elsewhere, a place that may be two, and an order without a time."""
    found = mapped(*ROWS)
    total = found.everything
    assert (total.orders, total.completed, total.cancelled) == (5, 2, 1)
    assert (found.open, found.returned, found.timeless) == (1, 1, 1)
    assert total.value == 90_000  # 60.000 less the shipping, and 40.000
    assert total.average == 45_000
    places = {group.name: (group.orders, group.completed) for group in found.places}
    expected = {"Kota Serang": (2, 1), "Jawa Barat": (1, 1), "Serang": (1, 0)}
    assert places == expected | {"Tidak tertulis": (1, 0)}
    assert found.months == (("Oktober 2026", 1), ("November 2026", 3))
    assert dict(found.weekdays)["Senin"] == 2
    assert (found.hours[8], found.hours[12], found.hours[23], sum(found.hours)) == (2, 1, 1, 4)
    assert found.reasons == (("Pesanan belum dibayar", 1),)


def test_cash_on_delivery_against_the_rest() -> None:
    """Both sides add up to everything."""
    found = mapped(*ROWS)
    assert found.cod is not None
    assert found.not_cod is not None
    assert (found.cod.orders, found.cod.cancelled) == (3, 0)
    assert (found.not_cod.orders, found.not_cod.cancelled) == (2, 1)
    only = mapped(ROWS[0])
    assert only.not_cod is None


def test_a_month_without_orders_is_there() -> None:
    """Between September and November lies October, with nought; the year may change."""
    row = "A{0},Selesai,,5,0,KOTA SERANG,BANTEN,COD,{0} 10:00"
    found = mapped(row.format("2025-11-30"), row.format("2026-01-01"))
    assert found.months == (("November 2025", 1), ("Desember 2025", 0), ("Januari 2026", 1))


def test_no_orders() -> None:
    """Nothing is divided by zero."""
    found = map_orders(())
    assert found.everything.average is None
    assert (found.period, found.months, found.cod, found.not_cod) == (None, (), None, None)


def test_every_list_adds_up() -> None:
    """Of a generated year: places, payments and reasons hold every order once."""
    orders = make_shop("emping", "contoh").orders
    found = map_orders(orders)
    for groups in (found.places, found.payments):
        assert sum(group.orders for group in groups) == len(orders)
        assert sum(group.value for group in groups) == found.everything.value
    assert sum(count for _, count in found.reasons) == found.everything.cancelled
    assert sum(found.hours) + found.timeless == len(orders)
    assert len(found.months) == 12
    assert [g.completed for g in found.places] == sorted(
        (g.completed for g in found.places), reverse=True
    )


def test_the_real_export_is_counted_right(shared: Path) -> None:
    """Against the rows themselves, counted without the importer, and the printed shares."""
    path = shared / "domain" / "orders_banten.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    file, _ = read_orders(path.read_bytes())
    assert file is not None
    found = map_orders(file.orders)
    done = [row for row in rows if row["Status Pesanan"] == "Selesai"]
    cancelled = sum(row["Status Pesanan"] == "Batal" for row in rows)
    total = found.everything
    assert (total.orders, total.completed, total.cancelled) == (3_617, len(done), cancelled)
    by_place = Counter(row["Kota/Kabupaten"] for row in done)
    assert [group.completed for group in found.places] == [n for _, n in by_place.most_common()]
    assert found.places[0].name == "Kab. Tangerang"
    assert by_place["KAB. TANGERANG"] == found.places[0].completed
    cod = sum(row["Metode Pembayaran"].startswith("COD") for row in rows)
    assert found.cod is not None
    assert found.cod.orders == cod
    hours = Counter(row["Waktu Pesanan Dibuat"][11:13] for row in rows)
    assert found.hours == tuple(hours[f"{hour:02d}"] for hour in range(24))
    paid = sum(
        Decimal(row["Total Pembayaran"]) - Decimal(row["Ongkos Kirim Dibayar oleh Pembeli"])
        for row in done
    )
    assert total.value == paid
    # DATA.md: cancelled 12.0 %, cash on delivery 42.9 %, a peak at noon.
    assert round(100 * Decimal(total.cancelled) / total.orders, 1) == Decimal("12.0")
    assert round(100 * Decimal(cod) / total.orders, 1) == Decimal("42.9")
    assert max(range(24), key=lambda hour: found.hours[hour]) == 12


def test_every_kind_has_words() -> None:
    """No payment and no reason of the importer is left without a name."""
    assert len(set(PAYMENTS.values())) == len(PAYMENTS) == 9
    assert len(set(REASONS.values())) == len(REASONS) == 6


def test_a_place_without_a_name() -> None:
    """Neither a district nor a province."""
    file, _ = read_orders(f"{HEAD}\n{ROWS[4]}".encode())
    assert file is not None
    assert place_of(file.orders[0]) == "Tidak tertulis"
