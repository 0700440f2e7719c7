"""Grades as CSV, as Excel, and as the CSV that Moodle's grade import reads."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any, Final

from academy.interchange.marks import Line, Marks
from usaha.workbook_cells import letter, new_sheet, number_cell, text_cell

NAMES: Final = ("Nama pengguna", "Nama", "Kelompok")
MEAN: Final = "Rata-rata (%)"
MASTERED: Final = "Unit dikuasai"
# What Excel and its like take for a formula, in ASCII and in the wide letters of East Asia.
_FORMULA: Final = re.compile("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_PERCENT: Final = "0.00"


def harmless(text: str) -> str:
    """Put a quotation mark before what a program would take for a formula; all else stays.

    Source: OWASP, "CSV Injection".

    Example:
        >>> harmless("=1+1"), harmless("Siti"), harmless(" @x")
        ("'=1+1", 'Siti', "' @x")
    """
    return f"'{text}" if _FORMULA.match(text.lstrip()) or text.startswith(("\t", "\r")) else text


def marks_csv(marks: Marks) -> bytes:
    """Write grades as CSV: UTF-8 with its mark, so that Excel knows; commas, decimal points."""
    heads = [*NAMES, *(exercise.assignment for exercise in marks.exercises), MEAN, MASTERED]
    return _csv([heads, *(_cells(line) for line in marks.lines)], "utf-8-sig")


def _cells(line: Line) -> list[Any]:
    names = [harmless(text) for text in (line.user_name, line.name, line.group)]
    figures = [*line.percents.values(), line.mean, line.mastered]
    return [*names, *("" if figure is None else figure for figure in figures)]


def marks_workbook(marks: Marks, title: str) -> bytes:
    """Write grades as Excel: numbers are numbers, no text becomes a formula, the heads stay in view.

    Args:
        marks: the grades.
        title: whose they are.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    titles = [f"{exercise.title.id} (%)" for exercise in marks.exercises]
    heads = [*titles, MEAN, MASTERED]
    sheet = new_sheet(book, "Nilai", (16, 28, 20, *(13 for _ in heads)), freeze="D3")
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:2"
    sheet.oddFooter.center.text = "Halaman &P dari &N"
    sheet.append([text_cell(sheet, title, "judul")])
    sheet.append(
        [
            *(text_cell(sheet, name, "tebal") for name in NAMES),
            *(text_cell(sheet, head, "kepala") for head in heads),
        ]
    )
    for line in marks.lines:
        names = [text_cell(sheet, text) for text in (line.user_name, line.name, line.group)]
        figures = [*line.percents.values(), line.mean]
        cells = [None if n is None else number_cell(sheet, n, _PERCENT) for n in figures]
        sheet.append([*names, *cells, number_cell(sheet, line.mastered, "0")])
    sheet.auto_filter.ref = f"A2:{letter(len(NAMES) + len(heads))}{len(marks.lines) + 2}"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def moodle_csv(marks: Marks, *, by_email: bool = False) -> bytes:
    """Write grades as Moodle's grade import reads them (Grades > Import > CSV file).

    One column tells Moodle who somebody is, and is never empty: Moodle would give the line to the person
    before it. By e-mail, those without one are left out. Grades are 0 to 100 with a decimal point, which
    Moodle reads in every language; an empty one is no grade. One line that Moodle does not know stops
    its whole import. Source: Moodle, `grade/import/csv/classes/load_data.php`.

    Args:
        marks: the grades.
        by_email: whether people are told by their e-mail; else by their user name, which the office
            writes into Moodle's field "ID number" or has as "Username" there.
    """
    who = "Email address" if by_email else "Username"
    columns = [exercise.assignment for exercise in marks.exercises]
    rows = []
    for line in marks.lines:
        key = line.email if by_email else line.user_name
        if key:
            figures = ["" if n is None else f"{n:.2f}" for n in line.percents.values()]
            rows.append([key, harmless(line.name), *figures])
    return _csv([[who, "Full name", *columns], *rows], "utf-8")


def _csv(rows: Iterable[Sequence[Any]], encoding: str) -> bytes:
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)
