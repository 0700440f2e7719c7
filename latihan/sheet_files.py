"""A filled worksheet as a file: a workbook whose sums are formulas, and a page to print."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from html import escape
from typing import Any

from latihan.sheets import SHARE_UNIT, TEXT_UNIT, Line, Sheet, excel, shown
from usaha.dates import format_date

Entries = Mapping[str, Decimal | str | None]

HERS = "FFF6D6"  # what she fills is light yellow, in both
INK = "1B1B1B"
WORDLESS = (TEXT_UNIT, SHARE_UNIT)  # their unit is in how they are written
FIRST_ROW = 4
DOTS = "." * 34
FOOT = "Dibuat dengan Lapak, {day}. Kolom kuning boleh Anda ganti; yang lain dihitung sendiri."


def workbook(sheet: Sheet, entries: Entries) -> bytes:
    """Returns the worksheet as .xlsx: her entries as numbers, every sum as a formula.

    Args:
        sheet: the lines.
        entries: their values by name, as `Sheet.filled` gives them; blanks stay blank.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Lembar kerja"
    page["A1"] = sheet.title
    page["A1"].font = Font(size=16, bold=True)
    page["A3"], page["B3"], page["C3"] = "Yang diisi", "Angka Anda", "Satuan"
    cells = {line.name: f"B{row}" for row, line in enumerate(sheet.lines, FIRST_ROW)}
    for line in sheet.lines:
        _write_line(page, cells[line.name], line, entries[line.name], cells)
    last = FIRST_ROW + len(sheet.lines) + 1
    page[f"A{last}"], page[f"A{last + 1}"] = sheet.rule, FOOT.format(day=_today())
    for row in (last, last + 1):
        page.merge_cells(f"A{row}:C{row}")
        page[f"A{row}"].alignment = Alignment(wrap_text=True, vertical="top")
        page.row_dimensions[row].height = 48
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 46, 20
    page.column_dimensions["C"].width = 20
    page.page_setup.fitToHeight, page.page_setup.paperSize = 0, page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write_line(  # type: ignore[no-untyped-def]
    page, cell: str, line: Line, value: Decimal | str | None, cells: Mapping[str, str]
) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    row = cell[1:]
    page[f"A{row}"], page[f"C{row}"] = line.label, "" if line.unit in WORDLESS else line.unit
    page[f"A{row}"].alignment = Alignment(wrap_text=True, vertical="center")
    there = page[cell]
    if line.formula:
        there.value = excel(line.formula, cells)
        there.font = page[f"A{row}"].font = Font(bold=True)
    else:
        there.value = _clean(value)
        there.fill = PatternFill("solid", fgColor=HERS)
    if isinstance(value, str) and not line.formula:
        there.data_type = "s"  # a name that begins with = is still a name
    there.number_format = _format(line)
    there.alignment = Alignment(horizontal="right")


def _clean(value: Decimal | str | None) -> Decimal | str | None:
    """Returns a value without the control characters that no workbook takes."""
    return "".join(c for c in value if c.isprintable()) if isinstance(value, str) else value


def _format(line: Line) -> str:
    if line.unit.startswith("Rp"):
        return '"Rp"#,##0;-"Rp"#,##0'
    return {SHARE_UNIT: "0.0%", TEXT_UNIT: "@"}.get(line.unit, "#,##0.##")


def page_to_print(sheet: Sheet, entries: Entries) -> bytes:
    """Returns the worksheet as a PDF on A4; what is blank has room to write by hand."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.lib.units import mm
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    styles = getSampleStyleSheet()
    rows: list[list[Any]] = [["Yang diisi", "Angka Anda"]]
    for line in sheet.lines:
        label = f"<b>{escape(line.label)}</b>" if line.formula else escape(line.label)
        amount = _printable(shown(line, entries[line.name])) or f"{DOTS} {_suffix(line)}"
        rows.append([Paragraph(label, styles["Normal"]), amount])
    table = Table(rows, colWidths=(100 * mm, 70 * mm), repeatRows=1)
    table.setStyle(TableStyle(_style(sheet, colors)))
    foot = FOOT.format(day=_today()).split(" Kolom")[0]
    parts = [Paragraph(escape(sheet.title), styles["Title"]), table, Spacer(1, 8 * mm)]
    parts += [Paragraph(escape(text), styles["Normal"]) for text in (sheet.rule, foot) if text]
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4, title=sheet.title, author="Lapak").build(parts)
    return file.getvalue()


def _style(sheet: Sheet, colors) -> list[Any]:  # type: ignore[no-untyped-def]
    hers = [at for at, line in enumerate(sheet.lines, 1) if not line.formula]
    sums = [at for at, line in enumerate(sheet.lines, 1) if line.formula]
    return [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#9a9a9a")),
        ("TEXTCOLOR", (0, 0), (-1, -1), colors.HexColor(f"#{INK}")),
        ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"),
        ("ALIGN", (1, 0), (1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        *(("BACKGROUND", (1, at), (1, at), colors.HexColor(f"#{HERS}")) for at in hers),
        *(("FONTNAME", (1, at), (1, at), "Helvetica-Bold") for at in sums),
    ]


def _today() -> str:
    return format_date(datetime.now().astimezone().date())


def _suffix(line: Line) -> str:
    return "" if line.unit in WORDLESS or line.unit.startswith("Rp") else line.unit


def _printable(text: str) -> str:
    """Returns a text in the letters that the printed page has."""
    return text.replace("\u2212", "-").encode("latin-1", "replace").decode("latin-1")
