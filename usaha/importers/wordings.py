"""The words of marketplaces for states, payments and reasons, sorted into a few kinds."""

from collections.abc import Sequence
from typing import Final, TypeVar

from usaha.importers.orders import Payment, Reason, State

Kind = TypeVar("Kind", bound=str)

# The first line whose words occur decides, so that "belum dibayar" comes before "dibayar".
_STATES: Final[Sequence[tuple[State, tuple[str, ...]]]] = (
    ("cancelled", ("batal", "cancel", "gagal")),
    # Delivered, but the buyer may still send it back: neither sold nor returned.
    ("open", ("masih dapat mengajukan",)),
    ("returned", ("pengembalian", "dikembalikan", "returned", "refund")),
    ("completed", ("selesai", "completed", "complete")),
    (
        "open",
        (
            "belum", "perlu", "dikirim", "dikemas", "diproses", "menunggu", "tiba", "diterima",
            "sedang", "siap", "baru", "unpaid", "to ship", "to pack", "shipped", "transit",
            "awaiting", "delivered", "pending", "process", "hold", "telah",
        ),
    ),
)  # fmt: skip
_PAYMENTS: Final[Sequence[tuple[Payment, tuple[str, ...]]]] = (
    ("cod", ("cod", "bayar di tempat", "cash on delivery", "tunai di tempat")),
    ("card", ("kartu", "card", "visa", "mastercard")),
    ("paylater", ("paylater", "pay later", "kredivo", "akulaku", "cicilan", "gopay later")),
    ("instant_bank", ("seabank", "bayar instan", "bank jago", "oneklik", "direct debit")),
    ("transfer", ("transfer", "virtual account", " va", "bank", "bca", "bri", "bni", "mandiri")),
    ("wallet", ("shopeepay", "gopay", "dana", "ovo", "linkaja", "saldo", "wallet", "koin")),
    ("store", ("indomaret", "alfamart", "alfamidi", "mitra", "gerai")),
    ("online", ("online", "qris", "daring")),
)
_REASONS: Final[Sequence[tuple[Reason, tuple[str, ...]]]] = (
    ("changed_mind", ("berubah pikiran", "tidak ingin membeli", "changed mind", "no longer")),
    ("unpaid", ("belum dibayar", "tidak dibayar", "not paid", "unpaid", "overdue")),
    ("changed_address", ("alamat", "address")),
    (
        "changed_order",
        ("ubah pesanan", "mengubah pesanan", "mengubah voucher", "modify", "change order"),
    ),
    (
        "seller_late",
        (
            "tidak mengatur pengiriman",
            "gagal mengirimkan pesanan tepat waktu",
            "late",
            "tidak dikirim",
        ),
    ),
)


def state_of(status: str) -> State | None:
    """Sort the words for an order's state; None where they are not known.

    Example:
        >>> state_of("Batal"), state_of("Selesai"), state_of("Sedang dikirim"), state_of("?")
        ('cancelled', 'completed', 'open', None)
        >>> state_of("Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian")
        'open'
    """
    return _kind(status, _STATES)


def payment_of(words: str) -> Payment:
    """Sort the words for a way of paying.

    Example:
        >>> payment_of("COD (Bayar di Tempat)"), payment_of("SPayLater"), payment_of("Online Payment")
        ('cod', 'paylater', 'online')
        >>> payment_of("SeaBank Bayar Instan"), payment_of("Cicilan Kartu Kredit"), payment_of("")
        ('instant_bank', 'card', 'other')
    """
    return _kind(words, _PAYMENTS) or "other"


def reason_of(words: str) -> Reason:
    """Sort the words for why an order was cancelled.

    Example:
        >>> reason_of("Dibatalkan oleh Pembeli. Alasan: Lainnya/ berubah pikiran")
        'changed_mind'
        >>> reason_of("Need to change delivery address"), reason_of("Produk habis")
        ('changed_address', 'other')
    """
    return _kind(words, _REASONS) or "other"


def _kind(words: str, kinds: Sequence[tuple[Kind, tuple[str, ...]]]) -> Kind | None:
    text = words.lower()
    return next((kind for kind, marks in kinds if any(mark in text for mark in marks)), None)
