"""Text files: which encoding, which separator, and the rows that come of it."""

import csv
import io
from collections import Counter
from typing import Final

from usaha.importers.limits import Budget, Unreadable
from usaha.importers.table import Row, Table, is_blank
from usaha.language import _

_SEPARATORS: Final = ",;\t|"
_SAMPLE_ROWS: Final = 60
_CONTROLS: Final = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\x1a")


def decode(data: bytes) -> str:
    """Turn the bytes of a text file into text, whichever program saved it.

    Understands UTF-8 and UTF-16 with or without a mark at the start, and Windows-1252, in which
    every byte that is left over has a meaning: so a wrong letter in a name never stops a file.

    Raises:
        Unreadable: these bytes are not text.

    Example:
        >>> decode("Café".encode("utf-16")), decode("Café".encode("cp1252"))
        ('Café', 'Café')
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        text = data.decode("cp1252", errors="replace")
    controls = sum(text.count(character) for character in _CONTROLS)
    if controls > len(text) // 1000:
        raise Unreadable(
            _(
                "Isi berkas ini bukan teks. Unduh lagi sebagai CSV atau Excel (.xlsx), lalu coba lagi."
            )
        )
    return text


def _candidates(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    # ASCII in UTF-16 has a nought in every second byte.
    even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
    if max(even, odd) > 300 and min(even, odd) < max(even, odd) // 10:
        return ("utf-16-be" if even > odd else "utf-16-le",)
    return ("utf-8-sig",)


def read_text_table(data: bytes, budget: Budget) -> Table:
    r"""Read a CSV file with commas, semicolons, tabs or bars between its cells.

    Args:
        data: the file.
        budget: what it may cost.

    Raises:
        Unreadable: it is no text, or beyond the limits.

    Example:
        >>> table = read_text_table(b"sep=;\nTanggal;Masuk\n1/11/2026;1.250,50\n", Budget())
        >>> [(row.line, row.cells) for row in table.rows]
        [(2, ('Tanggal', 'Masuk')), (3, ('1/11/2026', '1.250,50'))]
    """
    text = decode(data)
    lines = text.splitlines(keepends=True)
    hint = lines[0].strip() if lines else ""
    skip = 1 if hint.lower().startswith("sep=") and len(hint) == 5 else 0
    separator = hint[4] if skip else _separator("".join(lines[:_SAMPLE_ROWS]))
    rows: list[Row] = []
    reader = csv.reader(lines[skip:], delimiter=separator)
    line = skip
    try:
        for cells in reader:
            line, start = skip + reader.line_num, line + 1
            if not is_blank(tuple(cells)):
                budget.count_row()
                rows.append(Row(start, _checked(cells, start, budget)))
    except csv.Error as error:
        raise Unreadable(_unclosed(line + 1)) from error
    return Table(tuple(rows))


def _checked(cells: list[str], line: int, budget: Budget) -> tuple[str, ...]:
    shown = tuple(cells[: budget.limits.columns])
    # A quotation mark that is never closed swallows the rest of the file into one cell.
    if any(len(cell) > budget.limits.cell for cell in shown):
        raise Unreadable(_unclosed(line))
    return shown


def _unclosed(line: int) -> str:
    return _(
        "Mulai baris {line} isi sel terlalu panjang. Mungkin ada tanda kutip yang tidak ditutup. Unduh lagi berkasnya, lalu coba sekali lagi.",
        line=line,
    )


def _separator(sample: str) -> str:
    """Choose the separator that gives the most rows of one and the same width."""

    def score(separator: str) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(sample), delimiter=separator)
        try:
            widths = Counter(len(cells) for cells in reader if len(cells) > 1)
        except csv.Error:
            return (0, 0)
        return max(((rows, width) for width, rows in widths.items()), default=(0, 0))

    return max(_SEPARATORS, key=score)
