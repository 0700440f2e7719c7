"""The report as Excel: numbers are numbers, hidden ones text, sheets print."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from academy.reporting.columns import HIDDEN, columns_of
from academy.reporting.wording import lead
from academy.reporting.workbook import report_workbook

from .crowd import DAY, reports


def test_every_figure_of_the_report() -> None:
    """In its cell, as a number; text where it is hidden."""
    report = reports().of("a1", DAY)
    book = load_workbook(BytesIO(report_workbook(report)))
    assert len(book.worksheets) == 1 + len(report.sections)
    for section, sheet in zip(report.sections, book.worksheets[1:], strict=True):
        columns = columns_of(section)
        for at, row in enumerate(report.lines(section), 4):
            cells = [cell.value for cell in sheet[at]]
            expected = [column.figure(row) for column in columns]
            assert cells == [row.label, *(HIDDEN if n is None else n for n in expected)]
        assert sheet.freeze_panes == "B4"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$3"


def test_the_summary() -> None:
    """The first sentence, the day, what the sign means, each definition."""
    report = reports().of("semua", DAY)
    sheet = load_workbook(BytesIO(report_workbook(report))).worksheets[0]
    texts = [cell.value or "" for cell in sheet["A"]]
    assert texts[1] == "Semua angkatan, keadaan 30 Juni 2027"
    assert lead(report) in texts
    assert any(text.startswith("Tanda –") for text in texts)
    assert any(text.startswith("Selesai: Menguasai") for text in texts)
