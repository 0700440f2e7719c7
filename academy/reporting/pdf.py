"""The report as pages of A4 that can go into a file."""

from __future__ import annotations

from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from academy.reporting.charts import bars, rises
from academy.reporting.columns import columns_of, written
from academy.reporting.report import TOTAL, Report, Section
from academy.reporting.wording import (
    CHART,
    HEADS,
    LEGEND,
    MEANING,
    RISES,
    SECTIONS,
    TITLE,
    about,
    definitions,
    lead,
)

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

_MARGIN: Final = 48  # points
_LABEL: Final = 150  # points: the first column
_COLOURS: Final = ("#b9d6c9", "#4f9d7f", "#0b4f39")  # light to dark: told apart in grey too
_BAR: Final = 15  # points from one bar to the next


def report_pdf(report: Report) -> bytes:
    """Print the report; the same report gives the same bytes.

    Args:
        report: of a scope.

    Returns:
        A PDF of A4 pages across, each with its number and how many there are.
    """
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import SimpleDocTemplate

    page = landscape(A4)
    width = page[0] - 2 * _MARGIN
    file = BytesIO()
    SimpleDocTemplate(
        file,
        pagesize=page,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=_printable(f"{TITLE}: {about(report)}"),
        lang="id",
        invariant=1,
    ).build(_story(report, width), canvasmaker=_numbered(about(report), page[0]))
    return file.getvalue()


def _story(report: Report, width: float) -> list[Any]:
    from reportlab.platypus import KeepTogether, Spacer

    story: list[Any] = [_paragraph(TITLE, 16, bold=True), _paragraph(about(report), 11)]
    story += [_paragraph(lead(report), 12, bold=True), Spacer(0, 6), _paragraph(LEGEND, 9)]
    for section in report.sections:
        table = _table(report, section, width)
        story.append(KeepTogether([_heading(SECTIONS[section.key]), table]))
        if section.key == "kabupaten":
            story.append(KeepTogether([_heading(CHART), _bars(section, width)]))
    if drawn := rises(report):
        lines = [
            f"{one.label}: {written(one.before)}% menjadi {written(one.after)}%" for one in drawn
        ]
        story.append(KeepTogether([_heading(RISES), *map(_paragraph, lines)]))
    notes = [_paragraph(f"{name}: {text}", 9) for name, text in definitions(report)]
    return [*story, KeepTogether([_heading(MEANING), *notes])]


def _heading(text: str) -> Any:
    return _paragraph(text, 12, bold=True, before=14)


def _paragraph(
    text: str, size: int = 10, *, bold: bool = False, right: bool = False, before: int = 0
) -> Any:
    from reportlab.lib.enums import TA_LEFT, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "lapak",
        fontName="Helvetica-Bold" if bold else "Helvetica",
        fontSize=size,
        leading=size * 1.35,
        spaceBefore=before,
        spaceAfter=size * 0.3,
        alignment=TA_RIGHT if right else TA_LEFT,
    )
    return Paragraph(escape(_printable(text)), style)


def _table(report: Report, section: Section, width: float) -> Any:
    from reportlab.platypus import Table, TableStyle

    columns = columns_of(section)
    heads = [_paragraph(column.title, 9, bold=True, right=True) for column in columns]
    lines = [[_paragraph(HEADS[section.key], 9, bold=True), *heads]]
    for row in report.lines(section):
        label = _paragraph(row.label, 10, bold=row.label == TOTAL)
        lines.append([label, *(written(column.figure(row)) for column in columns)])
    style: list[tuple[Any, ...]] = [
        ("FONTSIZE", (0, 0), (-1, -1), 10),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, "black"),
        ("LINEBELOW", (0, 1), (-1, -1), 0.2, "#999999"),
    ]
    if len(lines) > len(section.rows) + 1:
        style.append(("FONTNAME", (0, -1), (-1, -1), "Helvetica-Bold"))
    each = (width - _LABEL) / len(columns)
    widths = [_LABEL, *(each for _ in columns)]
    return Table(lines, colWidths=widths, style=TableStyle(style), repeatRows=1, hAlign="LEFT")


def _bars(section: Section, width: float) -> Drawing:
    """Draw the people of each line as bars on each other: enrolled, active, finished."""
    from reportlab.graphics.shapes import Drawing, Rect, String
    from reportlab.lib.colors import HexColor

    drawn, space = bars(section), width - _LABEL - 130
    picture = Drawing(width, _BAR * len(drawn) + 4)
    for at, bar in enumerate(drawn, 1):
        bottom = _BAR * (len(drawn) - at)
        picture.add(String(0, bottom + 3, _printable(bar.label), fontSize=9))
        for number, (part, colour) in enumerate(zip(bar.widths, _COLOURS, strict=True)):
            height = (11, 7, 3)[number]
            box = (_LABEL, bottom + (11 - height) / 2, space * part / 100, height)
            look: dict[str, Any] = {"fillColor": HexColor(colour), "strokeColor": None}
            picture.add(Rect(*box, **look))
        figures = " / ".join(_printable(written(count)) for count in bar.counts)
        picture.add(String(_LABEL + space + 8, bottom + 3, figures, fontSize=9))
    return picture


def _printable(text: str) -> str:
    """Replace what the letters of every PDF reader cannot show by a question mark."""
    shown = "".join(" " if ord(letter) < ord(" ") else letter for letter in text)
    return shown.encode("cp1252", "replace").decode("cp1252")


def _numbered(foot: str, width: float) -> Any:
    """Make a canvas that knows at the end how many pages there are."""
    from reportlab.pdfgen.canvas import Canvas

    class Numbered(Canvas):
        """Keeps its pages until the last one is there."""

        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(*args, **more)
            self.pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 (the library's name)
            """Keep a page."""
            self.pages.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined]  # as the library's recipe for page counts

        def save(self) -> None:
            """Number the pages, and write them."""
            for page in self.pages:
                self.__dict__.update(page)
                self.setFont("Helvetica", 8)
                text = f"Halaman {self.getPageNumber()} dari {len(self.pages)}"
                self.drawString(_MARGIN, _MARGIN / 2, _printable(f"Lapak. {TITLE}. {foot}"))
                self.drawRightString(width - _MARGIN, _MARGIN / 2, text)
                super().showPage()
            super().save()

    return Numbered
