"""Cells of workbooks."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from usaha.workbook_cells import DATE_FORMAT, letter, new_sheet, number_cell, text_cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "biasa", "", "a\x00b\x1f\ud800", "x" * 40_000]
)
def test_text_stays_text(text: str) -> None:
    """Nothing that a person writes becomes a formula or breaks the file."""
    book, file = Workbook(write_only=True), BytesIO()
    sheet = new_sheet(book, "Uji", (10,))
    sheet.append([text_cell(sheet, text, "paragraf"), text_cell(sheet, "akhir")])
    book.save(file)
    first, last = next(load_workbook(file)["Uji"].iter_rows())
    assert first.data_type != "f"
    assert str(first.value or "") in {text, "ab", text[:1_000]}
    assert last.value == "akhir"


def test_figures_have_formats() -> None:
    """A formula is one, a day is a day, and totals are bold."""
    book, file = Workbook(write_only=True), BytesIO()
    sheet = new_sheet(book, "Uji", (10, 30), freeze="B2")
    cells = [
        number_cell(sheet, "=1+1", look="tebal"),
        number_cell(sheet, date(2026, 11, 2), DATE_FORMAT),
    ]
    sheet.append(cells)
    book.save(file)
    opened = load_workbook(file)["Uji"]
    formula, day = next(opened.iter_rows())
    assert (formula.data_type, formula.font.bold) == ("f", True)
    assert (day.value.date(), day.number_format) == (date(2026, 11, 2), DATE_FORMAT)
    assert (opened.freeze_panes, opened.page_setup.paperSize) == ("B2", 9)
    assert opened.column_dimensions[letter(2)].width == 30
