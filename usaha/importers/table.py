"""A table as it was found in a file: rows of cells with the line each came from."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

Cell = str | int | float | Decimal | datetime | date | time | timedelta | None
"""What a cell may hold. A formula without a stored result is text that begins with ``=``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not blank.

    Attributes:
        line: where it begins in the file, from 1.
        cells: its cells; rows of one table may differ in length.
    """

    line: int
    cells: tuple[Cell, ...]

    def __getitem__(self, column: int) -> Cell:
        """Give a cell; a column that the row does not reach is blank."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet, page or text file, blank ones left out.

    Example:
        >>> table = Table((Row(1, ("Tanggal", "Masuk")), Row(3, ("1/11/2026", 25000))))
        >>> table.rows[1].line, table.rows[1][1], table.rows[1][7]
        (3, 25000, None)
    """

    rows: tuple[Row, ...]

    @property
    def fingerprint(self) -> str:
        """A digest of the cells, equal for two downloads of the same content.

        File name, blank lines and how the cells were stored do not matter: 25000 in a workbook
        and ``25000`` in a CSV are the same.
        """
        digest = hashlib.sha256()
        for row in self.rows:
            texts = [as_text(cell) for cell in row.cells]
            while texts and not texts[-1]:
                texts.pop()
            digest.update("\x1f".join(texts).encode("utf-8", "replace") + b"\x1e")
        return digest.hexdigest()


def as_text(cell: Cell) -> str:
    r"""Give a cell as one line of text without spaces around it.

    Example:
        >>> as_text(" Kota\n Serang "), as_text(38300.0), as_text(None)
        ('Kota Serang', '38300', '')
        >>> as_text(datetime(2026, 11, 23, 9, 5)), as_text(datetime(2026, 11, 23))
        ('2026-11-23 09:05', '2026-11-23')
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, datetime):
        text = cell.isoformat(" ")
        return text.removesuffix(":00").removesuffix(" 00:00")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def is_blank(cells: tuple[Cell, ...]) -> bool:
    """Whether a row holds nothing but blanks.

    Example:
        >>> is_blank((None, " ", "")), is_blank((0,))
        (True, False)
    """
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells)
