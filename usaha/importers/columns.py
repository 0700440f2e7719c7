"""Which column is which: the head of a table found among titles, notes and merged cells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from usaha.importers.limits import Unreadable
from usaha.importers.table import Cell, Row, Table, as_text
from usaha.language import _

Labels = Mapping[str, Sequence[str]]
"""The names under which a field is known, most usual first, as `plain_label` writes them."""

_DEEPEST: Final = 40  # banks write an address and a period above their table


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table.

    Attributes:
        columns: where each field stands, from 0.
        above: the rows over the head: name of the shop, period, account.
        body: the rows under it.
    """

    columns: Mapping[str, int]
    above: tuple[Row, ...]
    body: tuple[Row, ...]

    def cell(self, row: Row, field: str) -> Cell:
        """Give a field of a row; None where the table has no such column."""
        column = self.columns.get(field)
        return None if column is None else row[column]

    def text(self, row: Row, field: str) -> str:
        """Give a field of a row as text, empty where there is none."""
        return as_text(self.cell(row, field))

    def column(self, field: str) -> Iterable[Cell]:
        """Give a whole column."""
        return (self.cell(row, field) for row in self.body)


def plain_label(text: str) -> str:
    """Write a column's name the one way in which names are compared.

    Example:
        >>> plain_label("Kota/Kabupaten"), plain_label("Total Penjualan (IDR)"), plain_label("No. Pesanan")
        ('kota kabupaten', 'total penjualan', 'no pesanan')
    """
    words = re.sub(r"[^0-9a-z]+", " ", text.lower()).split()
    while len(words) > 1 and words[-1] in ("rp", "idr"):
        words.pop()
    return " ".join(words)


def find_head(table: Table, labels: Labels, needed: Sequence[Sequence[str]]) -> Head:
    """Find the row, or the two rows with merged cells, that name the most of the fields.

    Args:
        table: as it was read.
        labels: the names of the fields.
        needed: groups of fields; of each group one at least must be there.

    Raises:
        Unreadable: there is no such row; the sentence says what was looked for.

    Example:
        >>> table = Table((Row(1, ("Tanggal", "Uang")), Row(2, (None, "Masuk")), Row(3, ("1/11", 5))))
        >>> names = {"day": ["tanggal"], "money_in": ["uang masuk"]}
        >>> head = find_head(table, names, [["day"], ["money_in"]])
        >>> head.columns, len(head.body)
        ({'day': 0, 'money_in': 1}, 1)
    """
    best: tuple[int, int, dict[str, int]] = (0, 0, {})
    for index, row in enumerate(table.rows[:_DEEPEST]):
        names = [plain_label(as_text(cell)) for cell in row.cells]
        best = _better(best, index + 1, _matches([names], labels))
        if index + 1 < len(table.rows):
            under = [plain_label(as_text(cell)) for cell in table.rows[index + 1].cells]
            best = _better(best, index + 2, _matches(_joined(names, under), labels))
    _size, end, columns = best
    missing = [group for group in needed if not any(field in columns for field in group)]
    if missing:
        raise Unreadable(_what_is_missing(missing, labels))
    return Head(columns, table.rows[: max(end - 1, 0)], table.rows[end:])


def _better(
    best: tuple[int, int, dict[str, int]], end: int, columns: dict[str, int]
) -> tuple[int, int, dict[str, int]]:
    return (len(columns), end, columns) if len(columns) > best[0] else best


def _matches(readings: Sequence[Sequence[str]], labels: Labels) -> dict[str, int]:
    """Give the column of each field, under the first of its names that occurs."""
    found = {}
    for field, names in labels.items():
        places = [r.index(name) for name in names for r in readings if name in r]
        if places:
            found[field] = places[0]
    return found


def _joined(parents: Sequence[str], children: Sequence[str]) -> list[list[str]]:
    """Read two rows as one: a merged cell above stands for all the cells under it."""
    both, alone, above = [], [], ""
    for parent, child in zip_longest(parents, children, fillvalue=""):
        above = parent or (above if child else "")
        both.append(f"{above} {child}".strip())
        alone.append(child or parent)
    return [both, alone]


def _what_is_missing(missing: Sequence[Sequence[str]], labels: Labels) -> str:
    wanted = [
        f" {_('atau')} ".join(f'"{labels[field][0]}"' for field in group) for group in missing
    ]
    return _(
        "Kolom {columns} tidak ditemukan. Periksa apakah ini berkas yang benar, dan jangan hapus baris judul kolomnya.",
        columns=f" {_('dan')} ".join(wanted),
    )
