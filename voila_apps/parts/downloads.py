"""Files to take home: made in memory, held by the link itself, never written on the server."""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
CSV = "text/csv;charset=utf-8"
LOOK = (
    "align-items:center;border:2px solid currentColor;border-radius:8px;display:inline-flex;"
    "font-weight:600;margin:0 8px 8px 0;min-height:48px;padding:0 18px"
)


def download_html(name: str, kind: str, data: bytes, words: str) -> str:
    """Give a link that saves a file.

    Args:
        name: of the file, with its ending; letters that a phone may refuse are replaced.
        kind: its media type: `EXCEL`, `PDF`, `CSV`.
        data: what it holds.
        words: what the link says.
    """
    stem, _, ending = name.rpartition(".")
    safe = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-").lower()[:60] or "berkas"
    address = f"data:{kind};base64,{b64encode(data).decode()}"
    return (
        f'<a class="unduh" style="{LOOK}" download="{safe}.{ending}" href="{address}">'
        f"{escape(words)}</a>"
    )
