"""Tables of a web page, also of one that calls itself .xls, as marketplaces and banks send them."""

from html.parser import HTMLParser
from typing import Final

from usaha.importers.limits import Budget, Unreadable
from usaha.importers.table import Row, Table, is_blank
from usaha.importers.texts import decode
from usaha.language import _

_CHUNK: Final = 65_536
_LARGEST_TAG: Final = 2 * _CHUNK
_SPAN: Final = 50


def read_page_table(data: bytes, budget: Budget) -> Table:
    """Read the largest table of an HTML page; merged cells are filled with what they show.

    Args:
        data: the page.
        budget: what it may cost.

    Raises:
        Unreadable: there is no table in it, or it is beyond the limits.

    Example:
        >>> page = b"<table><tr><th>Kota<th>Uang<tr><td rowspan=2>Serang<td>5<tr><td>7</table>"
        >>> [row.cells for row in read_page_table(page, Budget()).rows]
        [('Kota', 'Uang'), ('Serang', '5'), ('Serang', '7')]
    """
    text = decode(data)
    parser = _Tables(budget)
    for start in range(0, len(text), _CHUNK):
        parser.feed(text[start : start + _CHUNK])
        budget.check_time()
        # What the parser cannot finish it reads again with every piece: bound that.
        if len(parser.rawdata) > _LARGEST_TAG:
            raise Unreadable(_("Halaman ini rusak. Unduh lagi berkasnya, lalu coba sekali lagi."))
    parser.close()
    parser.end_row()
    if not any(parser.tables):
        raise Unreadable(
            _(
                "Berkas ini halaman web tanpa tabel. Mungkin Anda perlu masuk (login) dulu, "
                "lalu unduh lagi."
            )
        )
    largest: list[Row] = max(parser.tables, key=len)
    return Table(tuple(largest))


class _Tables(HTMLParser):
    """Collects the rows of all tables; the end tags of cells and rows may be missing."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[Row]] = []
        self._budget = budget
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._across = 1
        self._down = 1
        self._line = 0
        self._hanging: dict[int, tuple[str, int]] = {}  # column → text and rows still to fill

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.end_row()
            self.tables.append([])
            self._hanging = {}
        elif tag == "tr":
            self.end_row()
            self._row = []
            self._line += 1
        elif tag in ("td", "th") and self._row is not None:
            self._end_cell()
            spans = dict(attrs)
            self._cell = []
            self._across = _span(spans.get("colspan"))
            self._down = _span(spans.get("rowspan"))
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self.end_row()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        text = " ".join("".join(self._cell).split())
        if len(text) > self._budget.limits.cell:
            raise Unreadable(
                _(
                    "Baris {line} berisi teks yang terlalu panjang. Unduh lagi berkasnya.",
                    line=self._line,
                )
            )
        self._cell = None
        self._fill_hanging()
        for _column in range(min(self._across, self._budget.limits.columns - len(self._row))):
            if self._down > 1:
                self._hanging[len(self._row)] = (text, self._down - 1)
            self._row.append(text)

    def _fill_hanging(self) -> None:
        """Repeat what a cell above reaches down to here."""
        assert self._row is not None
        while len(self._row) in self._hanging and len(self._row) < self._budget.limits.columns:
            column = len(self._row)
            text, rows = self._hanging.pop(column)
            if rows > 1:
                self._hanging[column] = (text, rows - 1)
            self._row.append(text)

    def end_row(self) -> None:
        """Close a row that is open, if one is."""
        if self._row is None:
            return
        self._end_cell()
        self._fill_hanging()
        cells = tuple(self._row[: self._budget.limits.columns])
        self._row = None
        if not is_blank(cells):
            self._budget.count_row()
            if not self.tables:
                self.tables.append([])
            self.tables[-1].append(Row(self._line, cells))


def _span(text: str | None) -> int:
    return min(int(text), _SPAN) if text and text.isdecimal() and int(text) > 0 else 1
