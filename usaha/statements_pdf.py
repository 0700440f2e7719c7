"""Statements as pages to print, sign and hand to a bank."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from usaha.money import format_rupiah
from usaha.statement_notes import Business, make_notes

if TYPE_CHECKING:
    from datetime import date

    from usaha.statements import Statement, Statements

_MARGIN: Final = 56  # points: 2 cm
_MONEY_WIDTH: Final = 92
_MAX_COLUMNS: Final = 3  # more do not fit beside their labels on A4


def statements_pdf(statements: Statements, business: Business, signed_on: date) -> bytes:
    """Print the income statement, the financial position, the cash-flow view and the notes.

    The same input gives the same bytes.

    Args:
        statements: of at most three periods.
        business: whose they are; the owner's name stands below the place to sign.
        signed_on: the day beside the signature.

    Returns:
        A PDF of A4 pages: one for each statement, the notes after them.

    Raises:
        ValueError: there are more than three periods.

    Example:
        >>> from datetime import date
        >>> from usaha.cash_book import CashLine, post_cash_book
        >>> from usaha.periods import month_of
        >>> from usaha.statements import make_statements
        >>> day = date(2026, 11, 2)
        >>> entries, _ = post_cash_book([CashLine(day, "jual tunai", 150_000, 0)])
        >>> made = make_statements(entries, [month_of(day)])
        >>> statements_pdf(made, Business("Emping Menes"), date(2026, 11, 30))[:5]
        b'%PDF-'
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import PageBreak, SimpleDocTemplate

    if len(statements.periods) > _MAX_COLUMNS:
        raise ValueError(f"a page holds {_MAX_COLUMNS} periods, not {len(statements.periods)}")
    width = A4[0] - 2 * _MARGIN
    story: list[Any] = []
    for statement in (statements.income, statements.position, statements.cash_flow):
        story += _heading(business, statement.title)
        story += [_table(statement, width), *_signature(business, signed_on), PageBreak()]
    story += _notes(statements, business, width)
    file = BytesIO()
    SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=_printable(f"Laporan keuangan {business.name}"),
        author=_printable(business.owner),
        lang="id",
        invariant=1,
    ).build(story, onFirstPage=_foot, onLaterPages=_foot)
    return file.getvalue()


def _printable(text: str) -> str:
    """Replace what the letters of every PDF reader cannot show by a question mark."""
    shown = "".join(" " if ord(letter) < ord(" ") else letter for letter in text)
    return shown.encode("cp1252", "replace").decode("cp1252")


def _paragraph(text: str, size: int = 10, *, bold: bool = False, centred: bool = False) -> Any:
    from reportlab.lib.enums import TA_CENTER, TA_LEFT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "lapak",
        fontName="Helvetica-Bold" if bold else "Helvetica",
        fontSize=size,
        leading=size * 1.4,
        spaceAfter=size * 0.3,
        alignment=TA_CENTER if centred else TA_LEFT,
    )
    return Paragraph(escape(_printable(text)), style)


def _heading(business: Business, title: str) -> list[Any]:
    from reportlab.platypus import Spacer

    return [
        _paragraph(business.name, 14, bold=True, centred=True),
        _paragraph(title, 12, bold=True, centred=True),
        _paragraph("dalam rupiah", 9, centred=True),
        Spacer(0, 10),
    ]


def _table(statement: Statement, width: float) -> Any:
    """Set a statement as a table: figures to the right, totals bold under a line."""
    from reportlab.platypus import Table, TableStyle

    columns = len(statement.columns)
    heads = [_paragraph(label, 9, bold=True, centred=True) for label in statement.columns]
    lines = [["", *heads]]
    style: list[tuple[Any, ...]] = [
        ("FONTSIZE", (0, 0), (-1, -1), 10),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    for number, row in enumerate(statement.rows, start=1):
        label = _paragraph(row.label, bold=row.kind != "pos")
        lines.append([label, *(_amount(amount) for amount in row.amounts)])
        if row.kind == "pos":
            style.append(("LEFTPADDING", (0, number), (0, number), 16))
        else:
            style.append(("FONTNAME", (0, number), (-1, number), "Helvetica-Bold"))
        if row.kind == "jumlah":
            style.append(("LINEABOVE", (1, number), (-1, number), 0.5, "black"))
    widths = [width - columns * _MONEY_WIDTH, *(_MONEY_WIDTH for _ in range(columns))]
    return Table(lines, colWidths=widths, style=TableStyle(style), repeatRows=1)


def _amount(amount: int) -> str:
    if not amount:
        return "–"
    text = format_rupiah(abs(amount)).removeprefix("Rp")
    return f"({text})" if amount < 0 else text


def _signature(business: Business, signed_on: date) -> list[Any]:
    from reportlab.platypus import KeepTogether, Spacer

    from usaha.dates import format_date

    return [
        Spacer(0, 24),
        KeepTogether(
            [
                _paragraph(format_date(signed_on)),
                _paragraph("Pemilik,"),
                Spacer(0, 44),
                _paragraph(business.owner or "(………………………………)", bold=True),
            ]
        ),
    ]


def _notes(statements: Statements, business: Business, width: float) -> list[Any]:
    from reportlab.platypus import KeepTogether, Spacer

    story = _heading(business, "Catatan atas Laporan Keuangan")
    for note in make_notes(statements, business):
        title = _paragraph(f"{note.number}. {note.title}", 11, bold=True)
        parts: Sequence[Any] = [_paragraph(text) for text in note.paragraphs]
        table = [_table(note.table, width)] if note.table else []
        story.append(KeepTogether([title, *parts, *table, Spacer(0, 8)]))
    return story


def _foot(canvas: Any, document: Any) -> None:
    canvas.setFont("Helvetica", 8)
    text = "Disusun pemilik menurut SAK EMKM dan belum diperiksa akuntan"
    canvas.drawString(_MARGIN, _MARGIN / 2, text)
    right = document.pagesize[0] - _MARGIN
    canvas.drawRightString(right, _MARGIN / 2, f"Halaman {canvas.getPageNumber()}")
