"""The page behind *Lihat umpan balik*: the feedback with a note on top, or what there is to wait for."""

from html import escape

from latihan.lab.exchange import Feedback
from latihan.lab.receipts import Receipt

REFRESH = 5  # seconds
NOT_SENT = "Anda belum mengirim latihan ini. Tutup tab ini, lalu tekan Kirim kalau sudah selesai."
CHECKING = (
    "Jawaban Anda sedang diperiksa. Biasanya kurang dari satu menit. "
    "Halaman ini memuat ulang sendiri."
)
STYLE = (
    "body{font:18px/1.55 system-ui,sans-serif;margin:0 auto;max-width:42rem;padding:16px}"
    ":root{color-scheme:light dark}"
)
NOTE = "border:1px solid #8886;border-radius:8px;padding:10px 14px;font-size:1rem"


def waiting(last: Receipt | None) -> str:
    """Return the page for a trainee whose feedback is not there yet.

    Args:
        last: receipt of her newest submission; None when she has not submitted.

    >>> "belum mengirim" in waiting(None)
    True
    """
    sent = last and f"Kiriman nomor {last.number} sudah diterima pada {last.when}."
    sentences = [sent, CHECKING] if sent else [NOT_SENT]
    text = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Umpan balik</title><style>{STYLE}</style></head>"
        f"<body><h1>Belum ada umpan balik</h1>{text}</body></html>"
    )


def page(found: Feedback, last: Receipt | None, plan: str = "") -> str:
    """Return a feedback page with a note that says which submission it is about.

    Args:
        found: newest feedback.
        last: receipt of her newest submission.
        plan: what the school says of the exercise: its last day.
    """
    about = f"Umpan balik ini untuk kiriman nomor {found.receipt.number}, {found.receipt.when}."
    if found.newer and last:
        about += (
            f" Kiriman nomor {last.number} sedang diperiksa: muat ulang halaman ini sebentar lagi."
        )
    if plan:
        about += f" {plan}."
    note = f'<p lang="id" style="{NOTE}">{escape(about)}</p>'
    text = found.page.read_text(encoding="utf-8", errors="replace")
    head, body, rest = text.partition("<body>")
    return f"{head}{body}{note}{rest}" if body else note + text
