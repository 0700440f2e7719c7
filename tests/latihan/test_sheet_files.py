"""Tests of `latihan.sheet_files`: a workbook that calculates, a page that prints."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from latihan.sheet_files import page_to_print, workbook
from tests.latihan.mixed import SHEET


def page(**names: object) -> Any:
    """Returns the workbook's page for these entries."""
    return load_workbook(io.BytesIO(workbook(SHEET, SHEET.filled(names)))).active


def test_entries_are_numbers_and_sums_are_formulas() -> None:
    """Whoever changes an entry at home sees the sums change."""
    filled = page(usaha="Warung Bu Imas", masuk=200_000, keluar=150_000)
    assert [filled[f"B{row}"].value for row in range(4, 9)] == [
        "Warung Bu Imas",
        200_000,
        150_000,
        '=IF(COUNT(B5,B6)<2,"",IFERROR(B5-B6,""))',
        '=IF(COUNT(B5,B7)<2,"",IFERROR(B7/B5,""))',
    ]
    assert filled["B5"].number_format.startswith('"Rp"#,##0')
    assert filled["B8"].number_format == "0.0%"
    assert filled["A10"].value == SHEET.rule


def test_blanks_stay_blank() -> None:
    """Room to fill at home."""
    assert [page(masuk=...)[f"B{row}"].value for row in (4, 5, 6)] == [None, None, None]


@pytest.mark.parametrize("name", ["=1+1", "+62", "@usaha", "Warung\x07Bu", "x" * 400])
def test_a_name_is_text_whatever_it_holds(name: str) -> None:
    """Nothing that she types becomes a formula, and nothing breaks the file."""
    cell = page(usaha=name, masuk=1)["B4"]
    assert cell.data_type == "s"
    assert cell.value == name.replace("\x07", "")


def test_the_page_is_a_pdf_of_one_page() -> None:
    """Filled or empty, it fits on A4."""
    for names in ({}, {"usaha": "Warung & <b>Bu</b> 朝", "masuk": 200_000, "keluar": 1}):
        content = page_to_print(SHEET, SHEET.filled(names))
        assert content.startswith(b"%PDF-")
        assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") == 1
