"""Cells of workbooks: text that stays text, a few looks, sheets that print on A4."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from datetime import date

    from openpyxl.workbook import Workbook

Look = Literal["biasa", "pos", "tebal", "kepala", "judul", "paragraf"]
"""Plain, an item, bold, the head of a column of figures, a title, a wrapped paragraph."""

MONEY_FORMAT: Final = '#,##0;(#,##0);"-"'
DATE_FORMAT: Final = "dd/mm/yyyy"
SHARE_FORMAT: Final = "0.0%"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAX_TEXT: Final = 1_000
_A4: Final = 9


def new_sheet(book: Workbook, title: str, widths: Sequence[int], freeze: str | None = None) -> Any:
    """Add a sheet to a write-only workbook; it prints as wide as a page of A4.

    Args:
        book: made with ``write_only=True``.
        title: its name.
        widths: of its columns, in characters.
        freeze: the first cell that scrolls.

    Example:
        >>> from openpyxl import Workbook
        >>> new_sheet(Workbook(write_only=True), "Jurnal", (12, 40)).title
        'Jurnal'
    """
    sheet = book.create_sheet(title)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[letter(number)].width = width
    sheet.freeze_panes = freeze
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return sheet


def text_cell(sheet: Any, text: str, look: Look = "biasa") -> Any:
    """Make a cell of text, which never becomes a formula, whatever a person wrote.

    Example:
        >>> from openpyxl import Workbook
        >>> sheet = new_sheet(Workbook(write_only=True), "Jurnal", ())
        >>> text_cell(sheet, "=1+1").data_type
        's'
    """
    cell = _cell(sheet, _CONTROL.sub("", text)[:_MAX_TEXT], look)
    cell.data_type = "s"
    return cell


def number_cell(
    sheet: Any, value: str | float | date, number_format: str = MONEY_FORMAT, look: Look = "biasa"
) -> Any:
    """Make a cell of a formula of our own, a number or a day.

    Example:
        >>> from openpyxl import Workbook
        >>> sheet = new_sheet(Workbook(write_only=True), "Jurnal", ())
        >>> number_cell(sheet, "=SUM(A1:A3)").data_type
        'f'
    """
    cell = _cell(sheet, value, look)
    cell.number_format = number_format
    return cell


def letter(number: int) -> str:
    """Give the letter of a column, from 1.

    Example:
        >>> letter(1), letter(28)
        ('A', 'AB')
    """
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number))


def _cell(sheet: Any, value: Any, look: Look) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    cell = WriteOnlyCell(sheet, value)
    if look in {"tebal", "kepala", "judul"}:
        cell.font = Font(name="Calibri", bold=True, size=14 if look == "judul" else 11)
    if look == "kepala":
        cell.alignment = Alignment(horizontal="right", wrap_text=True, vertical="top")
    if look == "pos":
        cell.alignment = Alignment(indent=1)
    if look == "paragraf":
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
