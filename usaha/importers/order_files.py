"""Order exports of marketplaces become orders: one for each number, whatever their rows look like."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

from usaha.districts import District, is_shared, read_district
from usaha.importers.amounts import read_amount, read_count
from usaha.importers.columns import Head, find_head
from usaha.importers.layouts import LAYOUTS, Layout
from usaha.importers.limits import LIMITS, Limits, Unreadable
from usaha.importers.moments import is_day_first, read_moment
from usaha.importers.orders import Order, OrderFile, Platform, Reason, State
from usaha.importers.problems import Collected, Problem
from usaha.importers.reading import read_table
from usaha.importers.table import Row, Table
from usaha.importers.wordings import payment_of, reason_of, state_of
from usaha.language import _

_MONEY: Final = {
    "total": _("Total pembayaran"),
    "goods": _("Harga produk"),
    "discount": _("Diskon"),
    "shipping_paid": _("Ongkos kirim dibayar pembeli"),
    "shipping_rebate": _("Potongan ongkos kirim"),
    "shipping_estimate": _("Perkiraan ongkos kirim"),
    "weight": _("Berat"),
}
_SIGNED: Final = {"discount", "shipping_rebate"}  # some exports write what is taken off as minus


def read_orders(
    source: Path | bytes, limits: Limits = LIMITS
) -> tuple[OrderFile | None, tuple[Problem, ...]]:
    r"""Read an order export of Shopee, Tokopedia or TikTok Shop as it was downloaded.

    No order is left out: what cannot be read in its row is named in a problem and taken as nought
    or unknown. Only rows without an order number, and rows that repeat one word for word, are not
    orders. Formulas are never run.

    Args:
        source: the file (.csv, .xlsx, or a web page that calls itself .xls), or its bytes.
        limits: what reading it may cost.

    Returns:
        ``(orders, problems)``; None where the file cannot be read at all, and the problem says
        what to do.

    Example:
        >>> export = '''No. Pesanan,Status Pesanan,Total Pembayaran,Kota/Kabupaten,Metode Pembayaran
        ... 2411A,Selesai,38.300,KOTA SERANG,COD (Bayar di Tempat)
        ... 2411B,Batal,mahal,KAB. LEBAK,SPayLater'''
        >>> file, problems = read_orders(export.encode())
        >>> [(o.state, int(o.total), o.district.name, o.payment) for o in file.orders]
        [('completed', 38300, 'Kota Serang', 'cod'), ('cancelled', 0, 'Kab. Lebak', 'paylater')]
        >>> print(problems[0])  # doctest: +ELLIPSIS
        Baris 3: Total pembayaran "mahal" bukan jumlah uang. ... Sementara dihitung 0.
    """
    table, unread = read_table(source, limits)
    if table is None:
        return None, unread
    try:
        layout, head = _layout(table)
    except Unreadable as error:
        return None, (Problem(str(error)),)
    found = Collected()
    orders = _Orders(layout, head, found).read()
    if not orders:
        found.add(
            _("Tidak ada pesanan di berkas ini. Pilih rentang tanggal lain, lalu unduh lagi.")
        )
    return OrderFile(layout.platform, orders, table.fingerprint), found.problems()


def _layout(table: Table) -> tuple[Layout, Head]:
    """Choose the marketplace whose columns the table has the most of."""
    known: list[tuple[Layout, Head]] = []
    for layout in LAYOUTS:
        try:
            known.append((layout, find_head(table, layout.labels, layout.needed)))
        except Unreadable:
            continue
    if not known:
        raise Unreadable(
            _(
                "Ini bukan daftar pesanan dari Shopee, Tokopedia, atau TikTok Shop. "
                "Di Seller Centre, buka Pesanan Saya, lalu pilih Download atau Export."
            )
        )
    return max(known, key=lambda pair: len(pair[1].columns))


@dataclass(frozen=True, slots=True)
class _Orders:
    """Reads the rows of one export, noting what it cannot read."""

    layout: Layout
    head: Head
    found: Collected

    def read(self) -> tuple[Order, ...]:
        day_first = is_day_first(self.head.column("created"))
        return tuple(self._order(rows, day_first=day_first) for rows in self._grouped())

    def _grouped(self) -> list[list[Row]]:
        """Bring the rows of one order together: one for each product, later versions winning."""
        orders: dict[str, dict[tuple[str, ...], Row]] = {}
        for row in self.head.body:
            order_id = self.head.text(row, "order_id").strip("'\"")
            if row is self.head.body[0] and " " in order_id:
                continue  # TikTok Shop explains its columns in a second row
            if not order_id or not self.head.text(row, "status"):
                self._skip(row, order_id)
                continue
            product = tuple(self.head.text(row, f) for f in ("product", "variation", "sku"))
            earlier = orders.setdefault(order_id, {}).get(product)
            if earlier is not None:
                self._repeated(earlier, row)
            orders[order_id][product] = row
        return [list(products.values()) for products in orders.values()]

    def _skip(self, row: Row, order_id: str) -> None:
        if order_id:
            text = _("Baris ini terpotong: status pesanannya tidak ada. Unduh lagi berkasnya.")
        else:
            text = _("Nomor pesanan kosong, jadi baris ini tidak dihitung. Periksa berkas aslinya.")
        self.found.add(text, row.line)

    def _repeated(self, earlier: Row, row: Row) -> None:
        if earlier.cells == row.cells:
            text = _("Pesanan ini tertulis dua kali. Dihitung satu kali saja.")
        else:
            text = _("Pesanan ini tertulis dua kali dengan isi berbeda. Yang terakhir dipakai.")
        self.found.add(text, row.line)

    def _order(self, rows: Sequence[Row], *, day_first: bool) -> Order:
        first, text = rows[0], self.head.text
        status, district_text = text(first, "status"), text(first, "district")
        state = self._state(first, status)
        reason_text = text(first, "reason") if state == "cancelled" else ""
        payment_text, province = text(first, "payment"), text(first, "province")
        return Order(
            order_id=text(first, "order_id").strip("'\""),
            platform=self._platform(first),
            created=self._created(first, day_first=day_first),
            state=state,
            status=status,
            reason=self._reason(state, reason_text),
            reason_text=reason_text,
            products=tuple(filter(None, (text(row, "product") for row in rows))),
            quantity=sum(self._count(row, "quantity", 1) for row in rows),
            returned=sum(self._count(row, "returned", 0) for row in rows),
            payment=payment_of(payment_text),
            payment_text=payment_text,
            courier=text(first, "courier"),
            district=self._district(first, district_text, province),
            district_text=district_text,
            province=province,
            goods=sum((self._money(row, "goods") for row in rows), Decimal(0)),
            total=self._money(first, "total"),
            discount=sum((self._money(row, "discount") for row in rows), Decimal(0)),
            shipping_paid=self._money(first, "shipping_paid"),
            shipping_rebate=self._money(first, "shipping_rebate"),
            shipping_estimate=self._money(first, "shipping_estimate"),
            weight_gram=self._money(first, "weight") * self.layout.weight_factor,
            buyer=text(first, "buyer"),
            line=first.line,
        )

    def _platform(self, row: Row) -> Platform:
        channel = self.head.text(row, "channel").lower()
        return "tokopedia" if "tokopedia" in channel else self.layout.platform

    def _state(self, row: Row, status: str) -> State:
        state = state_of(f"{status} {self.head.text(row, 'kind')}")
        if state is None:
            self.found.add(
                _(
                    'Status "{status}" belum dikenal. Dihitung sebagai pesanan berjalan.',
                    status=status[:60],
                ),
                row.line,
            )
        return state or "open"

    def _reason(self, state: State, text: str) -> Reason | None:
        return reason_of(text) if state == "cancelled" else None

    def _created(self, row: Row, *, day_first: bool) -> datetime | None:
        cell = self.head.cell(row, "created")
        moment = read_moment(cell, day_first=day_first)
        if moment is None and "created" in self.head.columns:
            text = self.head.text(row, "created")
            shown = (
                _('Waktu pesanan "{shown}" belum terbaca.', shown=text[:40]) if text else _NO_TIME
            )
            self.found.add(f"{shown} {_WITHOUT_DAY}", row.line)
        return moment

    def _district(self, row: Row, text: str, province: str) -> District | None:
        if not text or (province and "banten" not in province.lower()):
            return None
        district, problem = read_district(text)
        # Without a province another city is no mistake: buyers live everywhere.
        if problem and (province or is_shared(text)):
            self.found.add(problem, row.line)
        return district

    def _count(self, row: Row, field: str, otherwise: int) -> int:
        count, problem = read_count(self.head.cell(row, field))
        if problem:
            self.found.add(
                _("{problem} Sementara dihitung {count}.", problem=problem, count=otherwise),
                row.line,
            )
        return otherwise if count is None else count

    def _money(self, row: Row, field: str) -> Decimal:
        amount, problem = read_amount(self.head.cell(row, field))
        if problem:
            self.found.add(
                _("{field} {problem} Sementara dihitung 0.", field=_MONEY[field], problem=problem),
                row.line,
            )
        if amount is None and not problem and field == "total":
            self.found.add(_("Total pembayaran kosong. Sementara dihitung 0."), row.line)
        if amount is not None and amount < 0:
            if field in _SIGNED:
                return -amount
            self.found.add(
                _(
                    "{field} bernilai minus. Sementara dihitung 0; periksa berkas aslinya.",
                    field=_MONEY[field],
                ),
                row.line,
            )
            return Decimal(0)
        return amount or Decimal(0)


_NO_TIME: Final = _("Waktu pesanan kosong.")
_WITHOUT_DAY: Final = _("Pesanan tetap dihitung, tetapi tidak masuk hitungan per bulan.")
