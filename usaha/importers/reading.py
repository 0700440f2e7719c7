"""Any file with a table in it: what it is by its content, whatever it calls itself."""

from pathlib import Path
from typing import Final

from usaha.importers.limits import LIMITS, MB, Budget, Limits, Unreadable
from usaha.importers.pages import read_page_table
from usaha.importers.problems import Problem
from usaha.importers.table import Table
from usaha.importers.texts import decode, read_text_table
from usaha.importers.workbooks import read_workbook_table
from usaha.language import _

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OTHERS: Final = {
    b"%PDF": "PDF", b"\x89PNG": _("gambar"), b"\xff\xd8\xff": _("gambar"), b"GIF8": _("gambar"),
    b"Rar!": _("arsip RAR"), b"7z\xbc\xaf": _("arsip 7z"), b"\x1f\x8b": _("arsip gzip"),
}  # fmt: skip


def read_table(
    source: Path | bytes, limits: Limits = LIMITS
) -> tuple[Table | None, tuple[Problem, ...]]:
    r"""Read the table in a .csv, .xlsx or HTML file; the name of the file is never believed.

    Args:
        source: the file, or its bytes.
        limits: what it may cost.

    Returns:
        ``(table, ())``, or ``(None, problems)`` with one sentence that says what to do.

    Raises:
        OSError: the file cannot be opened: the caller's matter, not the person's.

    Example:
        >>> table, problems = read_table("Tanggal;Masuk\n1/11/2026;25.000".encode("utf-16"))
        >>> table.rows[1].cells
        ('1/11/2026', '25.000')
        >>> print(*read_table(b"")[1])
        Berkas ini kosong. Periksa apakah unduhannya sudah selesai, lalu coba lagi.
    """
    budget = Budget(limits)
    try:
        table = _read(_bytes(source, limits), budget)
    except Unreadable as error:
        return None, (Problem(str(error)),)
    except (MemoryError, RecursionError):
        return None, (Problem(_("Berkas ini terlalu besar. Unduh lagi per bulan.")),)
    return (table, ()) if table.rows else (None, (Problem(_EMPTY),))


_EMPTY: Final = _("Berkas ini kosong. Periksa apakah unduhannya sudah selesai, lalu coba lagi.")


def _bytes(source: Path | bytes, limits: Limits) -> bytes:
    if isinstance(source, Path):
        with source.open("rb") as file:
            source = file.read(limits.bytes + 1)
    if len(source) > limits.bytes:
        raise Unreadable(
            _(
                "Berkas ini lebih dari {most} MB. Unduh lagi per bulan, lalu masukkan satu per satu.",
                most=limits.bytes // MB,
            )
        )
    return source


def _read(data: bytes, budget: Budget) -> Table:
    if not data.strip(b" \t\r\n\x00"):
        raise Unreadable(_EMPTY)
    if data.startswith(_OLE):
        raise Unreadable(_old_or_locked(data))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return read_workbook_table(data, budget)
    for mark, name in _OTHERS.items():
        if data.startswith(mark):
            raise Unreadable(
                _("Berkas ini {name}, bukan tabel. Unduh sebagai CSV atau Excel.", name=name)
            )
    if _is_page(data):
        return read_page_table(data, budget)
    return read_text_table(data, budget)


def _old_or_locked(data: bytes) -> str:
    if _ENCRYPTED in data:
        return _(
            "Berkas Excel ini dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya, "
            "simpan, lalu unggah lagi."
        )
    return _(
        "Berkas ini Excel lama (.xls). Buka di Excel atau Google Sheets, simpan sebagai .xlsx, "
        "lalu unggah lagi."
    )


def _is_page(data: bytes) -> bool:
    start = decode(data[:4096] if len(data) % 2 == 0 else data[:4095]).lstrip().lower()
    return start.startswith("<") and any(
        mark in start for mark in ("<html", "<table", "<!doctype html", "<meta", "<style", "<body")
    )
