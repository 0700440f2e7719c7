"""`bawa_pulang`: makes the lesson's worksheet, with her own numbers, a file that she takes home."""

from __future__ import annotations

import base64
from collections.abc import Callable
from html import escape
from pathlib import Path

from latihan.notebook import Shown, box, user_names
from latihan.sheet_files import Entries, page_to_print, workbook
from latihan.sheets import Sheet, shown
from latihan.shop import open_shop

FONT = "font-size:17px;line-height:1.5"
Maker = Callable[[Sheet, Entries], bytes]
KINDS: dict[str, tuple[str, str, Maker]] = {
    "excel": (
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook,
    ),
    "pdf": (".pdf", "application/pdf", page_to_print),
}
NO_SHEET = (
    "Jalankan dulu sel pertama yang berisi buka(...). Sesudah itu lembar kerjanya bisa dibuat."
)
EMPTY = (
    "Lembar kerja masih kosong. Ganti tiga titik ( ... ) di atas dengan angka Anda, "
    "lalu jalankan sel ini lagi. Untuk lembar kosong, tulis `bawa_pulang(kosong=True)`."
)
NOT_SAVED = "Berkas belum bisa disimpan di folder ini. Pakai tautan unduh di bawah."


def bawa_pulang(bentuk: str = "excel dan pdf", *, kosong: bool = False) -> Shown:
    """Makes the lesson's worksheet from the names that she has filled, to download and to keep.

    Args:
        bentuk: `"excel"`, `"pdf"`, or both.
        kosong: an empty sheet to fill by hand.

    Returns:
        The filled sheet to look at, with a link for each file. The files also lie beside the
        lesson. Blank lines stay blank; sums in the workbook are formulas.
    """
    shop = open_shop()
    sheet = shop.unit.sheet if shop else None
    if sheet is None:
        return Shown(box("perbaiki", NO_SHEET), NO_SHEET)
    entries = sheet.filled({} if kosong else user_names())
    if sheet.is_empty(entries) and not kosong:
        return Shown(box("perbaiki", EMPTY), EMPTY)
    wanted = [kind for kind in KINDS if kind in str(bentuk).casefold()] or list(KINDS)
    made = {sheet.file + KINDS[kind][0]: KINDS[kind][2](sheet, entries) for kind in wanted}
    note = _keep(made)
    links = "".join(_link(name, content) for name, content in made.items())
    text = "\n".join([note, *_lines(sheet, entries)])
    return Shown(f'<div lang="id">{_table(sheet, entries)}{box("wajar", note)}{links}</div>', text)


def _keep(files: dict[str, bytes]) -> str:
    """Saves the files beside the lesson; says where they are."""
    try:
        for name, content in files.items():
            Path(name).write_bytes(content)
    except OSError:
        return NOT_SAVED
    return (
        f"Tersimpan di folder pelajaran ini: {' dan '.join(files)}. Unduh dengan tautan di bawah."
    )


def _link(name: str, content: bytes) -> str:
    """Returns a link that holds the file itself, so that it needs no way back to this folder."""
    mime = next(mime for suffix, mime, _ in KINDS.values() if name.endswith(suffix))
    address = f"data:{mime};base64,{base64.b64encode(content).decode()}"
    kind = "Excel" if name.endswith(".xlsx") else "PDF"
    return (
        f'<p style="{FONT}"><a download="{escape(name)}" href="{address}" style="display:'
        f'inline-block;padding:10px 0">Unduh {kind}: {escape(name)}</a></p>'
    )


def _lines(sheet: Sheet, entries: Entries) -> list[str]:
    return [f"{line.label}: {shown(line, entries[line.name]) or '…'}" for line in sheet.lines]


def _table(sheet: Sheet, entries: Entries) -> str:
    rows = "".join(_row(line.label, shown(line, entries[line.name])) for line in sheet.lines)
    return (
        f'<table style="{FONT}"><caption style="text-align:left"><b>{escape(sheet.title)}</b>'
        f"</caption><tbody>{rows}</tbody></table>"
    )


def _row(label: str, amount: str) -> str:
    return (
        f'<tr><th scope="row" style="text-align:left">{escape(label)}</th>'
        f'<td style="text-align:right">{escape(amount) or "…"}</td></tr>'
    )
