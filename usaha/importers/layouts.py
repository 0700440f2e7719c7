"""The columns of the order exports that are known: which name means which field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from usaha.importers.columns import Labels
from usaha.importers.orders import Platform


@dataclass(frozen=True, slots=True)
class Layout:
    """How one marketplace's order export looks.

    Attributes:
        labels: the names of its columns.
        needed: groups of fields of which one each must be there.
        weight_factor: grams in one unit of its weight column.

    Example:
        >>> [layout.platform for layout in LAYOUTS]
        ['shopee', 'tiktok', 'tokopedia']
    """

    platform: Platform
    labels: Labels
    needed: Sequence[Sequence[str]]
    weight_factor: int = 1


# Seller Centre, "Pesanan Saya", and sets of such exports with one row for each order.
_SHOPEE: Final = Layout(
    "shopee",
    {
        "order_id": ("no pesanan", "order id", "order sn"),
        "status": ("status pesanan",),
        "reason": ("alasan pembatalan",),
        "courier": ("opsi pengiriman",),
        "payment": ("metode pembayaran",),
        "district": ("kota kabupaten",),
        "province": ("provinsi",),
        "created": ("waktu pesanan dibuat",),
        "product": ("nama produk", "product categories"),
        "variation": ("nama variasi",),
        "sku": ("nomor referensi sku",),
        "quantity": ("jumlah", "total qty"),
        "returned": ("returned quantity", "jumlah dikembalikan", "total returned qty"),
        "goods": ("subtotal produk", "total harga produk"),
        "discount": ("total diskon",),
        "total": ("total pembayaran",),
        "shipping_paid": ("ongkos kirim dibayar oleh pembeli",),
        "shipping_rebate": ("estimasi potongan biaya pengiriman",),
        "shipping_estimate": ("perkiraan ongkos kirim",),
        "weight": ("total berat", "total weight gr"),
        "buyer": ("username pembeli",),
    },
    (("order_id",), ("status",), ("total",)),
)

# Tokopedia & TikTok Shop Seller Center since the two were joined; a second row explains the first.
_TIKTOK: Final = Layout(
    "tiktok",
    {
        "order_id": ("order id",),
        "status": ("order status",),
        "kind": ("cancelation return type",),
        "reason": ("cancel reason",),
        "courier": ("shipping provider name", "delivery option"),
        "payment": ("payment method",),
        "district": ("regency and city", "city"),
        "province": ("province",),
        "created": ("created time",),
        "product": ("product name",),
        "variation": ("variation",),
        "sku": ("sku id",),
        "quantity": ("quantity",),
        "returned": ("sku quantity of return",),
        "goods": ("sku subtotal before discount",),
        "discount": ("sku seller discount",),
        "total": ("order amount",),
        "shipping_paid": ("shipping fee after discount",),
        "shipping_rebate": ("shipping fee platform discount",),
        "shipping_estimate": ("original shipping fee",),
        "weight": ("weight kg",),
        "buyer": ("buyer username",),
        "channel": ("purchase channel",),
    },
    (("order_id",), ("status",), ("total",)),
    weight_factor=1000,
)

# Tokopedia's own sales report of before; column names as sellers quote them, not from the source.
_TOKOPEDIA: Final = Layout(
    "tokopedia",
    {
        "order_id": ("nomor invoice", "invoice"),
        "status": ("status terakhir", "status"),
        "created": ("tanggal pembayaran", "waktu pembayaran"),
        "product": ("nama produk",),
        "sku": ("nomor sku", "id produk"),
        "variation": ("tipe produk",),
        "quantity": ("jumlah produk dibeli",),
        "returned": ("jumlah produk yang dikurangkan",),
        "total": ("total penjualan",),
        "discount": ("diskon produk",),
        "shipping_paid": ("biaya pengiriman tunai", "biaya pengiriman final"),
        "courier": ("nama kurir", "kurir"),
        "district": ("kota",),
        "province": ("provinsi",),
        "reason": ("alasan pembatalan",),
        "payment": ("metode pembayaran",),
    },
    (("order_id",), ("status",), ("total",)),
)

LAYOUTS: Final = (_SHOPEE, _TIKTOK, _TOKOPEDIA)
