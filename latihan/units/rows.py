"""Rows of a shop's book: kept as one text in a drawn shop, read back, and shown as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import NamedTuple, TypeVar

from latihan.notebook import Shown, user_names
from latihan.shop import open_shop
from latihan.unit import Value, Values
from latihan.variants import load_unit
from usaha.draws import Draws
from usaha.money import format_number

T = TypeVar("T")
FONT = "font-size:15px;line-height:1.35"
CELL = "padding:5px 10px 5px 0;vertical-align:top"


class Row(NamedTuple):
    """One line of a book: money in and out in whole rupiah, and what sort of thing it is."""

    number: int
    day: str
    words: str
    money_in: int = 0
    money_out: int = 0
    kind: str = ""


def to_text(rows: Iterable[Row]) -> str:
    """Writes rows as one text, a line each.

    >>> to_text([Row(1, "2 Okt", "Beli melinjo", 0, 540000, "melinjo")])
    '1|2 Okt|Beli melinjo|0|540000|melinjo'
    """
    return "\n".join("|".join(map(str, row)) for row in rows)


def read_rows(text: str) -> list[Row]:
    """Reads what `to_text` wrote.

    >>> read_rows("1|2 Okt|Beli melinjo|0|540000|melinjo")[0].money_out
    540000
    """
    rows = (line.split("|") for line in text.splitlines())
    return [Row(int(n), day, words, int(i), int(o), kind) for n, day, words, i, o, kind in rows]


def shuffled(d: Draws, things: Sequence[T]) -> list[T]:
    """Returns the things in an order that the draw decides (Fisher and Yates).

    >>> sorted(shuffled(Draws("x"), [1, 2, 3]))
    [1, 2, 3]
    """
    left = list(things)
    return [left.pop(d.below(len(left))) for _ in things]


def parts_of(d: Draws, total: int, parts: int, step: int) -> list[int]:
    """Splits a sum into parts that look drawn: each near its even share, all together the sum.

    Args:
        d: the draw.
        total: rupiah, a multiple of `step`.
        parts: how many.
        step: rupiah; each part is a multiple of it.

    >>> sum(parts_of(Draws("x"), 900000, 3, 5000))
    900000
    """
    steps = total // step
    even = steps // parts
    sizes = [even + d.step(-even // 4, even // 4) for _ in range(parts - 1)]
    return [size * step for size in (*sizes, steps - sum(sizes))]


Column = tuple[str, Callable[[Row], str]]


def amount(number: int) -> str:
    """Writes rupiah for a column headed Rp; nothing for none.

    >>> amount(450000), amount(0)
    ('450.000', '')
    """
    return format_number(number) if number else ""


def dated(row: Row) -> str:
    r"""Writes what a row is about, its day on a second line: one column less on a phone.

    >>> dated(Row(1, "2 Okt", "Beli melinjo"))
    'Beli melinjo\n2 Okt'
    """
    return f"{row.words}\n{row.day}"


def table(caption: str, columns: Sequence[Column], rows: Sequence[Row]) -> Shown:
    """Shows rows under a caption, narrow enough for a phone.

    Args:
        caption: what the table is.
        columns: heading and what stands under it, of which a second line is written smaller; a
            heading that ends in `(Rp)` is set right.
        rows: the lines.

    >>> table("Buku", (("No.", lambda row: str(row.number)), ("Catatan", dated)),
    ...     [Row(1, "2 Okt", "Beli melinjo")])
    Buku
    No. | Catatan
    1 | Beli melinjo, 2 Okt
    """
    heads = [head for head, _ in columns]
    lines = [[cell(row) for _, cell in columns] for row in rows]
    plain = (" | ".join(line).replace("\n", ", ") for line in lines)
    text = "\n".join([caption, " | ".join(heads), *plain])
    styles = [f"{CELL};text-align:{'right' if head.endswith('(Rp)') else 'left'}" for head in heads]
    top = _line("th", heads, styles)
    body = "".join(_line("td", line, styles) for line in lines)
    html = (
        f'<div lang="id" class="lapak-book"><table style="{FONT}">'
        f'<caption style="text-align:left"><b>{escape(caption)}</b></caption>'
        f"<thead>{top}</thead><tbody>{body}</tbody></table></div>"
    )
    return Shown(html, text)


def _line(tag: str, cells: Sequence[str], styles: Sequence[str]) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    filled = [
        f'<{tag}{scope} style="{style}">{_cell_html(cell)}</{tag}>'
        for cell, style in zip(cells, styles, strict=True)
    ]
    return f"<tr>{''.join(filled)}</tr>"


def _cell_html(cell: str) -> str:
    first, _, second = escape(cell).partition("\n")
    return f"{first}<br><small>{second}</small>" if second else first


def looked_up(assignment: str, name: str) -> Value | None:
    """Returns what one reads in the open shop's book: for an author's solution of such a question.

    Args:
        assignment: such as `"pembukuan_02_buku_kas"`.
        name: an answer that no formula of names gives, because it stands in the book only.

    >>> from latihan import buka
    >>> card = buka("pembukuan_02_buku_kas", contoh=True)
    >>> looked_up("pembukuan_02_buku_kas", "nilai_dobel")
    Decimal('69000')
    """
    question, names, shop = load_unit(assignment).question(name), user_names(), open_shop()
    # `lapak verify` runs solutions with everything drawn as names; a notebook has its open shop.
    drawn = shop.variant.given if shop and "baris" not in names else names
    return question.reference(Values.of(drawn)) if question and question.reference else None
