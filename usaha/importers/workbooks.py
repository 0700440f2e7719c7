"""Excel workbooks (.xlsx): checked before they are unpacked, then read row by row."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest
from typing import IO, Any, Final

from usaha.importers.limits import Budget, Unreadable
from usaha.importers.table import Cell, Row, Table, is_blank
from usaha.language import _

_CHUNK: Final = 1 << 20
_LAST_LINE: Final = 1_048_576  # Excel's own
_MOST_PARTS: Final = 2_000
_MOST_TEXTS: Final = 400_000
_LONGEST_ROW: Final = 4 * _CHUNK  # bytes; openpyxl holds a whole row at once
_ROW: Final = re.compile(rb"<(?:\w+:)?row[ />]")
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_BROKEN: Final = _(
    "Berkas Excel ini rusak. Buka di Excel atau Google Sheets, simpan lagi sebagai .xlsx, "
    "lalu unggah lagi."
)
_TOO_BIG: Final = _(
    "Berkas Excel ini menjadi terlalu besar ketika dibuka. "
    "Unduh lagi per bulan, atau simpan sebagai CSV."
)


def read_workbook_table(data: bytes, budget: Budget) -> Table:
    """Read the sheet with the most rows among the visible ones.

    Formulas are never run: the result that Excel stored is read. A formula without a stored
    result stays as text that begins with ``=``, so that whoever needs the number can say so.

    Args:
        data: the workbook.
        budget: what it may cost.

    Raises:
        Unreadable: it is broken, holds no sheet with anything in it, or is beyond the limits.

    Example:
        >>> from openpyxl import Workbook
        >>> book, file = Workbook(), io.BytesIO()
        >>> book.active.append(["Tanggal", "Masuk"])
        >>> book.active.append(["1/11/2026", "=20000+5000"])
        >>> book.save(file)
        >>> [row.cells for row in read_workbook_table(file.getvalue(), Budget()).rows]
        [('Tanggal', 'Masuk'), ('1/11/2026', '=20000+5000')]
    """
    try:
        formulas = _inspect(data, budget)
        tables = [Table(tuple(rows)) for rows in _sheets(data, budget, formulas=formulas)]
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # whatever zipfile or openpyxl trips over, the file is at fault
        raise Unreadable(_BROKEN) from error
    if not any(table.rows for table in tables):
        raise Unreadable(_("Berkas Excel ini tidak berisi data. Periksa apakah berkasnya benar."))
    return max(tables, key=lambda table: len(table.rows))


def _inspect(data: bytes, budget: Budget) -> bool:
    """Refuse what would unpack to too much; tell whether there are formulas."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS:
            raise Unreadable(_TOO_BIG)
        if "xl/workbook.xml" not in archive.namelist():
            raise Unreadable(
                _(
                    "Berkas ini arsip zip, bukan tabel. Buka arsipnya, "
                    "lalu unggah berkas CSV atau Excel di dalamnya."
                )
            )
        found = [_part_has_formulas(archive, part, budget) for part in parts]  # all of them
        return any(found)


def _part_has_formulas(archive: zipfile.ZipFile, part: zipfile.ZipInfo, budget: Budget) -> bool:
    """Unpack one part in pieces, keeping none: sizes that a zip states, and names, may be lies."""
    sheet = _SHEET.fullmatch(part.filename) is not None
    most = budget.limits.unpacked if sheet else budget.limits.part
    if part.file_size > most:
        raise Unreadable(_TOO_BIG)
    formulas, texts, seen, in_row = False, 0, 0, 0
    with archive.open(part) as source:
        for piece in _pieces(source):
            seen += len(piece)
            texts += 0 if sheet else piece.count(b"<si")
            formulas = formulas or (sheet and (b"<f>" in piece or b"<f " in piece))
            # Nobody's spreadsheet needs entities; they are how a small file becomes a huge one.
            if b"<!ENTITY" in piece or b"<!DOCTYPE" in piece:
                raise Unreadable(_BROKEN)
            in_row = _since_last_row(piece, in_row) if sheet else 0
            if seen > most or texts > _MOST_TEXTS or in_row > _LONGEST_ROW:
                raise Unreadable(_TOO_BIG)
            budget.check_time()
    return formulas


def _since_last_row(piece: bytes, before: int) -> int:
    """Count the bytes since a row began last."""
    begins = [match.start() for match in _ROW.finditer(piece)]
    return len(piece) - begins[-1] if begins else before + len(piece)


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    """Give a stream in pieces that overlap a little, so that nothing hides at a seam."""
    tail = b""
    while chunk := source.read(_CHUNK):
        yield tail + chunk
        tail = chunk[-16:]


def _sheets(data: bytes, budget: Budget, *, formulas: bool) -> Iterator[list[Row]]:
    """Read every visible sheet, with the text of formulas that have no stored result."""
    results = _open(data, data_only=True)
    texts = _open(data, data_only=False) if formulas else None
    with closing(results):
        for index, sheet in enumerate(results.worksheets):
            if sheet.sheet_state != "visible":
                continue
            behind = _lines(texts.worksheets[index], budget) if texts else iter(())
            yield list(_rows(_lines(sheet, budget), behind, budget))
    if texts:
        texts.close()


def _open(data: bytes, *, data_only: bool) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which are not read
        return load_workbook(
            io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False
        )


def _lines(sheet: Any, budget: Budget) -> Iterator[tuple[Cell, ...]]:
    """Give the cells of every line, blank lines too."""
    if not hasattr(sheet, "reset_dimensions"):  # a sheet that is only a chart
        return
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about dates that Excel could not show either
        yield from (cells[: budget.limits.columns] for cells in sheet.iter_rows(values_only=True))


def _rows(
    results: Iterator[tuple[Cell, ...]], formulas: Iterator[tuple[Cell, ...]], budget: Budget
) -> Iterator[Row]:
    for line, (cells, texts) in enumerate(zip_longest(results, formulas, fillvalue=()), start=1):
        if line > _LAST_LINE:
            raise Unreadable(_BROKEN)
        if line % 4096 == 0:
            budget.check_time()
        if not cells and not texts:
            continue
        shown = _merged(cells, texts) if texts else cells
        if not is_blank(shown):
            budget.count_row()
            yield Row(line, tuple(_short(cell, budget) for cell in _trimmed(shown)))


def _merged(results: tuple[Cell, ...], texts: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Put the text of a formula where no result is stored."""
    return tuple(
        text if result is None and isinstance(text, str) and text.startswith("=") else result
        for result, text in zip_longest(results, texts)
    )


def _trimmed(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return cells[:end]


def _short(cell: Cell, budget: Budget) -> Cell:
    return cell[: budget.limits.cell] if isinstance(cell, str) else cell
