"""A shop's chats: questions, complaints, praise, and attempts to cheat with what gives them away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final, Literal

from usaha.draws import Draws
from usaha.importers.orders import Order
from usaha.money import format_rupiah

ChatKind = Literal["question", "complaint", "praise", "scam"]


@dataclass(frozen=True, slots=True)
class Chat:
    """One message that the shop received.

    Attributes:
        sent: local time.
        sender: a buyer's user name, or that of a stranger.
        text: the message, in Indonesian.
        kind: what it is.
        sign: for an attempt to cheat, what gives it away, in Indonesian; empty otherwise.
    """

    sent: datetime
    sender: str
    text: str
    kind: ChatKind
    sign: str = ""


HOW_MANY: Final[dict[ChatKind, int]] = {"question": 24, "complaint": 8, "praise": 8, "scam": 10}
"""Chats of each kind in a year: as many in every shop."""

_PLAIN: Final[dict[ChatKind, tuple[str, ...]]] = {
    "question": (
        "Kak, {barang} masih ada?",
        "Bisa kirim hari ini kalau saya pesan sekarang?",
        "{barang} tahan berapa lama, Kak?",
        "Kalau beli 5 {barang} ada potongan?",
        "Ongkir ke Rangkasbitung berapa ya?",
        "Bisa COD, Kak?",
        "Ada ukuran atau isi lain selain {barang}?",
        "Pesan {barang} untuk hajatan minggu depan bisa?",
        "Kapan {barang} ada lagi?",
        "Bisa ambil sendiri di tempat, Kak?",
    ),
    "complaint": (
        "Kak, {barang} yang datang rusak. Bagaimana ini?",
        "Pesanan saya sudah lima hari belum sampai.",
        "Saya pesan dua {barang}, yang datang satu.",
        "{barang} tidak sama dengan fotonya. Saya kecewa.",
        "Bungkusnya terbuka waktu sampai, Kak.",
    ),
    "praise": (
        "{barang} enak dipandang dan rapi bungkusnya. Terima kasih.",
        "Cepat sampai, penjual ramah. Nanti pesan lagi.",
        "Sudah tiga kali beli {barang}, selalu bagus.",
        "Keluarga saya suka. Terima kasih, Kak.",
    ),
}
_SCAMS: Final = (
    ("Kak, saya sudah transfer {uang}. Ini foto buktinya. Tolong kirim sekarang ya, buru-buru.",
     "Foto bukti bisa dibuat. Uangnya belum ada di saldo atau mutasi rekening."),
    ("Maaf, saya salah transfer kelebihan {uang}. Tolong kembalikan ke rekening ini sekarang.",
     "Kelebihan itu tidak ada di mutasi rekening."),
    ("Paket Anda bermasalah. Buka berkas Foto-Paket.apk ini untuk melihatnya.",
     "Berkas .apk memasang aplikasi yang mencuri isi ponsel."),
    ("Undangan pernikahan kami. Silakan buka Undangan.apk.",
     "Undangan tidak dikirim sebagai .apk."),
    ("Kami dari pusat bantuan penjual. Kirim kode OTP yang baru masuk supaya toko tidak ditutup.",
     "Kode OTP tidak pernah diminta siapa pun."),
    ("Saya beli banyak, tetapi bayar di luar aplikasi saja supaya murah. Kirim nomor rekening.",
     "Di luar aplikasi, pembayaran dan pengiriman tidak dilindungi."),
    ("Selamat! Toko Anda menang hadiah {uang}. Bayar pajaknya dulu {kecil} ke rekening ini.",
     "Hadiah sungguhan tidak meminta uang di muka."),
    ("Klik tautan ini untuk memperbarui data toko. Isi kata sandi dan PIN Anda.",
     "Alamat tautannya bukan milik lokapasar, dan PIN tidak pernah diminta."),
    ("Saya kurir. Paket {barang} perlu biaya tambahan {kecil}. Transfer ke saya dulu.",
     "Biaya kirim dihitung aplikasi, bukan diminta kurir lewat chat."),
    ("Pinjaman cair hari ini {uang} tanpa syarat. Kirim foto KTP dan bayar admin {kecil}.",
     "Pinjaman resmi tidak meminta biaya di muka. Periksa izinnya di OJK."),
)  # fmt: skip


def draw_chats(orders: Sequence[Order], draws: Draws) -> tuple[Chat, ...]:
    """Draw a year's chats around a shop's orders, oldest first.

    Args:
        orders: of the whole time, each with its time and products.
        draws: their stream.

    Example:
        >>> from usaha.shops import make_shop
        >>> chats = make_shop("kuliner", "contoh").chats
        >>> len(chats), all((chat.kind == "scam") == bool(chat.sign) for chat in chats)
        (50, True)
    """
    chats = [
        _about(draws.pick(orders), kind, draws.pick(texts), draws)
        for kind, texts in _PLAIN.items()
        for _ in range(HOW_MANY[kind])
    ]
    chats += [_scam(draws.pick(orders), *scam, draws) for scam in _SCAMS]
    return tuple(sorted(chats, key=lambda chat: (chat.sent, chat.text)))


def _about(order: Order, kind: ChatKind, text: str, draws: Draws) -> Chat:
    """Ask before the order, complain or praise after it has come."""
    days = -1 if kind == "question" else draws.step(2, 6)
    return Chat(_moment(order, days, draws), order.buyer, _filled(text, order, draws), kind)


def _scam(order: Order, text: str, sign: str, draws: Draws) -> Chat:
    sender = f"akun_{draws.step(100, 999)}"
    return Chat(_moment(order, 0, draws), sender, _filled(text, order, draws), "scam", sign)


def _moment(order: Order, days: int, draws: Draws) -> datetime:
    assert order.created is not None  # every drawn order has its time
    day = order.created.date() + timedelta(days=days)
    return datetime.combine(day, time(draws.step(7, 21), draws.below(60)))


def _filled(text: str, order: Order, draws: Draws) -> str:
    return text.format(
        barang=order.products[0],
        uang=format_rupiah(draws.step(150_000, 900_000, 50_000)),
        kecil=format_rupiah(draws.step(25_000, 150_000, 25_000)),
    )
