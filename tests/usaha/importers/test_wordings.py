"""Marketplaces' words, sorted."""

import pytest

from usaha.importers.wordings import payment_of, reason_of, state_of


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Selesai", "completed"),
        ("Pesanan Selesai", "completed"),
        ("Completed", "completed"),
        ("Batal", "cancelled"),
        ("Dibatalkan Sistem", "cancelled"),
        ("Canceled", "cancelled"),
        ("Belum Bayar", "open"),
        ("Perlu Dikirim", "open"),
        ("Shipped", "open"),
        ("To ship", "open"),
        (
            "Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian hingga 2025-12-08.",
            "open",
        ),
        ("Completed Return/Refund", "returned"),
        ("Pengembalian Dana", "returned"),
        ("abrakadabra", None),
    ],
)
def test_states(words: str, state: str | None) -> None:
    """A returned order is not a completed one, and a delivered one may still come back."""
    assert state_of(words) == state


@pytest.mark.parametrize(
    ("words", "payment"),
    [
        ("COD (Bayar di Tempat)", "cod"),
        ("Saldo ShopeePay", "wallet"),
        ("GoPay", "wallet"),
        ("Virtual Account BCA", "transfer"),
        ("Transfer Bank", "transfer"),
        ("SeaBank Bayar Instan", "instant_bank"),
        ("Kartu Kredit/Debit", "card"),
        ("Indomaret/i.Saku", "store"),
        ("Mitra Shopee", "store"),
        ("SPayLater", "paylater"),
        ("QRIS", "online"),
        ("tukar guling", "other"),
    ],
)
def test_payments(words: str, payment: str) -> None:
    """Names of banks and e-wallets become few kinds."""
    assert payment_of(words) == payment


def test_reasons() -> None:
    """Indonesian and English, of buyer and system."""
    assert (
        reason_of("Dibatalkan secara otomatis oleh sistem. Alasan: Pesanan belum dibayar")
        == "unpaid"
    )
    assert reason_of("Perlu mengubah alamat pengiriman") == "changed_address"
    assert reason_of("Ubah Pesanan yang Ada") == "changed_order"
    assert reason_of("Penjual gagal mengirimkan pesanan tepat waktu") == "seller_late"
    assert reason_of("") == "other"
