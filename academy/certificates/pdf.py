"""The certificate as a page to print, sign and hang up; the credential itself lies in the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from academy.certificates.credential import PATH, Line, Shown, page_of
from usaha.dates import format_date

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FILE: Final = "kredensial.json"
GREEN, GOLD, INK, GREY = "#0b6e4f", "#b8892b", "#1f2a26", "#56605b"
_WIDTH, _HEIGHT = 841.89, 595.28  # points: A4, lying
_MIDDLE: Final = _WIDTH / 2
_EDGE: Final = 70
# Letters that matplotlib brings; they go into the file, so that it looks the same everywhere.
_SERIF, _SERIF_BOLD, _NAME = "STIXGeneral", "STIXGeneralBol", "STIXGeneralItalic"
_PLAIN, _BOLD, _FIXED = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono-Bold"
_QR: Final = 92
_FOOTNOTE: Final = "* Kode rujukan, belum dicocokkan dengan naskah standarnya."


@dataclass(frozen=True)
class Style:
    """How a line is set: letters, size in points, colour, space between letters."""

    font: str
    size: float
    colour: str = INK
    spread: float = 0


def certificate_pdf(shown: Shown, document: str, address: str) -> bytes:
    """Print a certificate.

    Args:
        shown: what a person reads of the credential.
        document: the credential as it is kept; it is put into the file as an attachment.
        address: of the school, as others reach it.

    Returns:
        A PDF of one page of A4, lying.
    """
    from pypdf import PdfReader, PdfWriter
    from reportlab.pdfgen.canvas import Canvas

    _register()
    file = BytesIO()
    canvas = Canvas(file, pagesize=(_WIDTH, _HEIGHT), invariant=1, lang="id")
    canvas.setTitle(f"Sertifikat {shown.title}: {shown.name}")
    canvas.setAuthor(shown.issuer)
    _frame(canvas)
    _stall(canvas, _MIDDLE, 524)
    _words(canvas, shown)
    _units(canvas, shown.lines, 282)
    _signatures(canvas, shown)
    _check(canvas, shown, address)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(file))
    writer.add_attachment(FILE, document.encode())
    whole = BytesIO()
    writer.write(whole)
    return whole.getvalue()


def _frame(canvas: Canvas) -> None:
    """Two lines around the page, and a small square in each corner."""
    for inset, width, colour in ((22, 2.2, GREEN), (29, 0.6, GOLD)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width)
        canvas.rect(inset, inset, _WIDTH - 2 * inset, _HEIGHT - 2 * inset)
    canvas.setFillColor(GOLD)
    for x in (29, _WIDTH - 29):
        for y in (29, _HEIGHT - 29):
            canvas.rect(x - 3, y - 3, 6, 6, stroke=0, fill=1)


def _stall(canvas: Canvas, x: float, y: float) -> None:
    """The market stall of the school's pages."""
    canvas.setFillColor(GREEN)
    roof = canvas.beginPath()
    for move, (dx, dy) in zip(
        (roof.moveTo, roof.lineTo, roof.lineTo, roof.lineTo),
        ((-19, 12), (-14, 24), (14, 24), (19, 12)),
        strict=True,
    ):
        move(x + dx, y + dy)
    roof.close()
    canvas.drawPath(roof, stroke=0, fill=1)
    for at in range(5):
        canvas.setFillColor(GREEN if at % 2 == 0 else GOLD)
        left = x - 19 + at * 7.6
        canvas.wedge(left, y + 8, left + 7.6, y + 16, 180, 180, stroke=0, fill=1)
    canvas.setFillColor("#d9e8df")
    canvas.rect(x - 13, y - 6, 26, 12, stroke=0, fill=1)


def _words(canvas: Canvas, shown: Shown) -> None:
    """Who gives it, to whom, and what for."""
    _centred(canvas, shown.issuer, 502, Style(_PLAIN, 10, GREY))
    _centred(canvas, "SERTIFIKAT", 462, Style(_SERIF, 34, GREEN, 9))
    _centred(canvas, "diberikan kepada", 438, Style(_PLAIN, 10, GREY))
    font = _letters(shown.name)
    size = _fitting(shown.name, font, 48, _WIDTH - 2 * _EDGE - 20)
    _centred(canvas, shown.name, 392, Style(font, size))
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.8)
    canvas.line(_MIDDLE - 190, 378, _MIDDLE + 190, 378)
    _centred(canvas, "yang telah menyelesaikan", 357, Style(_PLAIN, 10, GREY))
    title = _fitting(shown.title, _SERIF_BOLD, 24, _WIDTH - 2 * _EDGE)
    _centred(canvas, shown.title, 328, Style(_SERIF_BOLD, title))
    _wrapped(canvas, shown.sentence, 320)


def _units(canvas: Canvas, lines: tuple[Line, ...], top: float) -> None:
    """A table of the units and their codes."""
    from reportlab.platypus import Table, TableStyle

    heads = ("Unit", "Kode kompetensi", "Standar")
    rows = [(line.title, _code(line), line.standard) for line in lines]
    height = min(16.5, 118 / (len(rows) + 1))
    style: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, 0), _BOLD, 8),
        ("FONT", (0, 1), (-1, -1), _PLAIN, min(8.5, height * 0.55)),
        ("TEXTCOLOR", (0, 0), (-1, 0), GREEN),
        ("TEXTCOLOR", (0, 1), (-1, -1), INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, GREEN),
        ("LINEBELOW", (0, 1), (-1, -1), 0.25, "#cfd8d3"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    table = Table(
        [heads, *rows],
        colWidths=(270, 130, 160),
        rowHeights=[height] * (len(rows) + 1),
        style=TableStyle(style),
    )
    width, tall = table.wrapOn(canvas, _WIDTH, _HEIGHT)
    table.drawOn(canvas, _MIDDLE - width / 2, top - tall)


def _code(line: Line) -> str:
    return line.code if line.is_checked or not line.code else f"{line.code} *"


def _signatures(canvas: Canvas, shown: Shown) -> None:
    """The day and two places to sign."""
    _left(canvas, f"Banten, {format_date(shown.day)}", _EDGE, 134, Style(_PLAIN, 9.5))
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(0.6)
    for x, who in ((_EDGE, "Pendamping"), (_EDGE + 220, "Kantor penyelenggara")):
        canvas.line(x, 76, x + 180, 76)
        _left(canvas, who, x, 63, Style(_PLAIN, 8, GREY))
    if any(not line.is_checked for line in shown.lines):
        _left(canvas, _FOOTNOTE, _EDGE, 41, Style(_PLAIN, 6.5, GREY))


def _check(canvas: Canvas, shown: Shown, address: str) -> None:
    """The square to scan, and what to type where nobody can."""
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing

    left = _WIDTH - _EDGE - _QR
    # The quiet edge that the standard wants is the paper around it.
    code = QrCodeWidget(
        page_of(address, shown.id), barLevel="M", barWidth=_QR, barHeight=_QR, barBorder=0
    )
    renderPDF.draw(Drawing(_QR, _QR, code), canvas, left, 62)
    host = address.partition("://")[2]
    right = left - 14
    for y, text, style in (
        (142, "Periksa keaslian", Style(_BOLD, 9, GREEN)),
        (127, "Pindai kode ini, atau buka", Style(_PLAIN, 7, GREY)),
        (116, f"{host}{PATH}", Style(_PLAIN, 7)),
        (105, "lalu ketik", Style(_PLAIN, 7, GREY)),
        (90, grouped(shown.id), Style(_FIXED, 11)),
        (70, "Kunci sekolah", Style(_PLAIN, 6, GREY)),
        (61, f"…{shown.did[-16:]}", Style(_FIXED, 6.5, GREY)),
    ):
        canvas.setFont(style.font, style.size)
        canvas.setFillColor(style.colour)
        canvas.drawRightString(right, y, text)


def grouped(id_: str) -> str:
    """Write an id so that a person can type it.

    Example:
        >>> grouped("abcdefgh234567ab")
        'abcd-efgh-2345-67ab'
    """
    return "-".join(id_[at : at + 4] for at in range(0, len(id_), 4))


def _left(canvas: Canvas, text: str, x: float, y: float, style: Style) -> None:
    canvas.setFont(style.font, style.size)
    canvas.setFillColor(style.colour)
    canvas.drawString(x, y, text)


def _centred(canvas: Canvas, text: str, y: float, style: Style) -> None:
    width = canvas.stringWidth(text, style.font, style.size) + style.spread * (len(text) - 1)
    words = canvas.beginText(_MIDDLE - width / 2, y)
    words.setFont(style.font, style.size)
    words.setFillColor(style.colour)
    words.setCharSpace(style.spread)
    words.textOut(text)
    canvas.drawText(words)


def _wrapped(canvas: Canvas, text: str, top: float) -> None:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.enums import TA_CENTER
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "lapak",
        fontName=_PLAIN,
        fontSize=9.5,
        leading=14,
        textColor=HexColor(GREY),
        alignment=TA_CENTER,
    )
    words = Paragraph(escape(text), style)
    _, tall = words.wrap(560, 100)
    words.drawOn(canvas, _MIDDLE - 280, top - tall)


def _fitting(text: str, font: str, size: float, width: float) -> float:
    """Give a size in which a text fits."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return min(size, size * width / max(stringWidth(text, font, size), 1))


@cache
def _register() -> None:
    import matplotlib as mpl
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = Path(mpl.get_data_path()) / "fonts/ttf"
    for name in (_SERIF, _SERIF_BOLD, _NAME, _PLAIN, _BOLD, _FIXED):
        pdfmetrics.registerFont(TTFont(name, folder / f"{name}.ttf"))


def _letters(name: str) -> str:
    """Give letters that have all signs of a name."""
    from reportlab.pdfbase import pdfmetrics

    signs: Any = pdfmetrics.getFont(_NAME)
    return _NAME if all(ord(sign) in signs.face.charToGlyph for sign in name) else _PLAIN
