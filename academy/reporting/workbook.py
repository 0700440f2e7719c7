"""The report as an Excel workbook: real numbers, one sheet a table, ready to print."""

from __future__ import annotations

from io import BytesIO
from math import ceil
from typing import Any, Final

from academy.reporting.columns import HIDDEN, Figure, columns_of
from academy.reporting.report import TOTAL, Report, Section
from academy.reporting.wording import HEADS, LEGEND, SECTIONS, TITLE, about, definitions, lead
from usaha.workbook_cells import new_sheet, number_cell, text_cell

_WHOLE: Final = "#,##0"
_ONE: Final = "#,##0.0"
_WIDE: Final = 100  # characters of the first sheet's column
_LINE: Final = 15  # points


def report_workbook(report: Report) -> bytes:
    """Make the workbook.

    A hidden figure is the text `–`. The text of cells never becomes a formula.

    Args:
        report: of a scope.

    Returns:
        An `.xlsx` file.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _summary(book, report)
    for section in report.sections:
        _table(book, report, section)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _summary(book: Any, report: Report) -> None:
    sheet = new_sheet(book, "Ringkasan", (_WIDE,))
    notes = [f"{name}: {text}" for name, text in definitions(report)]
    texts = [lead(report), "", LEGEND, "", *notes]
    sheet.append([text_cell(sheet, TITLE, "judul")])
    sheet.append([text_cell(sheet, about(report))])
    for at, text in enumerate(texts, 3):
        # Wrapped text gets no height of its own from the programs that open the file.
        sheet.row_dimensions[at].height = _LINE * max(1, ceil(len(text) / (0.95 * _WIDE)))
        sheet.append([text_cell(sheet, text, "paragraf")])


def _table(book: Any, report: Report, section: Section) -> None:
    columns = columns_of(section)
    widths = (34, *(13 for _ in columns))
    sheet = new_sheet(book, HEADS[section.key].replace("/", " "), widths, freeze="B4")
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:3"
    sheet.oddFooter.center.text = "Halaman &P dari &N"
    sheet.append([text_cell(sheet, SECTIONS[section.key], "judul")])
    sheet.append([text_cell(sheet, about(report))])
    heads = [text_cell(sheet, column.title, "kepala") for column in columns]
    sheet.append([text_cell(sheet, HEADS[section.key], "tebal"), *heads])
    for row in report.lines(section):
        figures = [_cell(sheet, column.figure(row)) for column in columns]
        label = text_cell(sheet, row.label, "tebal" if row.label == TOTAL else "biasa")
        sheet.append([label, *figures])


def _cell(sheet: Any, figure: Figure) -> Any:
    if figure is None:
        return text_cell(sheet, HIDDEN, "kepala")
    return number_cell(sheet, figure, _ONE if isinstance(figure, float) else _WHOLE)
