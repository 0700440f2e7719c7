"""What a mentor may write to a trainee: texts to paste into WhatsApp, which Lapak itself never sends."""

from __future__ import annotations

from urllib.parse import quote

from academy.progress.stuck import Reason, Why

_TEXTS = {
    Why.NOT_OPENED: "Pelatihan sudah dimulai, dan unit pertama menunggu Anda: {title}. "
    "Apakah Anda bisa masuk? Kalau ada kesulitan, saya bantu.",
    Why.SILENT: "Sudah {days} hari saya belum melihat Anda di Lapak. "
    "Apakah ada yang menghambat? Kabari saya, nanti kita cari waktu bersama.",
    Why.FAILED_TWICE: "Saya lihat Anda sudah dua kali mencoba {title}. Itu bagus, dan memang tidak mudah. "
    "Kapan Anda bisa? Kita bahas bersama.",
    Why.OVERDUE: "Batas waktu {title} sudah lewat {days} hari. "
    "Anda masih boleh mengirim. Apa yang bisa saya bantu?",
    Why.NOT_SUBMITTED: "Anda sudah membuka {title}, tetapi belum mengirimnya. "
    "Jawaban yang belum sempurna juga boleh dikirim: Anda bisa mencoba lagi.",
}


def message(name: str, reason: Reason) -> str:
    """Write to somebody about a reason.

    Args:
        name: as she is called.
        reason: why a mentor writes.

    Example:
        >>> message("Siti", Reason(Why.SILENT, days=9)).split(". ")[0]
        'Halo Siti, salam dari pendamping Lapak'
    """
    title = reason.exercise.title.id if reason.exercise else ""
    text = _TEXTS[reason.why].format(title=f"“{title}”", days=reason.days)
    return f"Halo {name}, salam dari pendamping Lapak. {text}"


def whatsapp(phone: str, text: str) -> str:
    """Give the link that opens a chat with a text to send.

    Source: WhatsApp's help, "How to use click to chat": full international number, digits only.

    Args:
        phone: as it is kept, `+62…`.
        text: plain.

    Example:
        >>> whatsapp("+6281200000001", "Halo & apa kabar?")
        'https://wa.me/6281200000001?text=Halo%20%26%20apa%20kabar%3F'
    """
    digits = "".join(sign for sign in phone if sign.isdigit())
    return f"https://wa.me/{digits}?text={quote(text, safe='')}"
