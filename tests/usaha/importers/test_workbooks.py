"""Excel workbooks, sound and made to harm."""
# ruff: noqa: DTZ001 - files carry local time without a zone

import io
from datetime import datetime

import pytest
from openpyxl import Workbook

from tests.usaha.importers.books import PARTS, row, sheet, workbook
from usaha.importers.limits import Budget, Limits, Unreadable
from usaha.importers.workbooks import read_workbook_table


def _saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_cells_keep_their_kinds_and_lines() -> None:
    """Numbers, days and texts; blank lines are left out and counted."""
    book = Workbook()
    book.active.append(["Tanggal", "Masuk"])
    book.active.append([])
    book.active.append([datetime(2026, 11, 1, 9), 25_000.5])
    table = read_workbook_table(_saved(book), Budget())
    assert [(r.line, r.cells) for r in table.rows] == [
        (1, ("Tanggal", "Masuk")),
        (3, (datetime(2026, 11, 1, 9), 25_000.5)),
    ]


def test_the_fullest_visible_sheet_is_read() -> None:
    """Neither the cover nor what was hidden."""
    book = Workbook()
    book.active.append(["Sampul"])
    hidden = book.create_sheet("sembunyi")
    for _ in range(9):
        hidden.append(["x", "y"])
    hidden.sheet_state = "hidden"
    data = book.create_sheet("data")
    for cells in (["a", "b"], ["1", "2"]):
        data.append(cells)
    assert [r.cells for r in read_workbook_table(_saved(book), Budget()).rows] == [
        ("a", "b"),
        ("1", "2"),
    ]


def test_a_stored_result_is_read_and_no_formula_is_run() -> None:
    """With a result the result, without one the formula's text."""
    content = sheet(["<row><c><f>2+3</f><v>5</v></c><c><f>2+4</f></c></row>"])
    assert read_workbook_table(workbook(content), Budget()).rows[0].cells == (5, "=2+4")


def test_a_wrong_dimension_is_not_believed() -> None:
    """Some programs say A1, some a million rows."""
    for dimension in ('<dimension ref="A1"/>', '<dimension ref="A1:XFD1048576"/>'):
        table = read_workbook_table(
            workbook(sheet([row("a", "b"), row("1", "2")], dimension)), Budget()
        )
        assert [r.cells for r in table.rows] == [("a", "b"), ("1", "2")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 and then nothing", "rusak"),
        (workbook(sheet([row("a")]))[:-200], "rusak"),
        (workbook("<worksheet><row>"), "rusak"),
        (workbook(sheet([])), "tidak berisi data"),
        (workbook(sheet([row("a")] * 20)), "lebih dari 10 baris"),
        (workbook("<!DOCTYPE a>" + sheet([row("b")])), "rusak"),
        (workbook(sheet([row("a" * 9_500_000)])), "terlalu besar"),
        (workbook(sheet(["<row>" + "<c/>" * 1_500_000 + "</row>"])), "terlalu besar"),
        (workbook(sheet([row("a")]), {"xl/texts.bin": "x" * 3_000_000}), "terlalu besar"),
        (workbook(sheet([row("a")]), {"xl/styles.xml": "x" * 3_000_000}), "terlalu besar"),
        (
            workbook(sheet([row("a")]), {"xl/sharedStrings.xml": "<sst>" + "<si/>" * 450_000}),
            "terlalu besar",
        ),
        (workbook(sheet([row("a")]), {f"xl/x{n}.xml": "" for n in range(2_100)}), "terlalu besar"),
        (workbook(sheet([row("a")]), {"xl/workbook.xml": "<oops"}), "rusak"),
    ],
    ids=[
        "cut",
        "half",
        "xml",
        "empty",
        "rows",
        "entity",
        "sheet",
        "row",
        "bin",
        "part",
        "texts",
        "parts",
        "book",
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, words: str) -> None:
    """One sentence, whatever is wrong; limits made small so that the test is quick."""
    limits = Limits(rows=10, unpacked=9_000_000, part=2_500_000)
    with pytest.raises(Unreadable, match=words):
        read_workbook_table(data, Budget(limits))


def test_an_archive_of_something_else_is_named() -> None:
    """People send the zip in which the marketplace sent the table."""
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("pesanan.csv", "a,b")
    with pytest.raises(Unreadable, match="arsip zip"):
        read_workbook_table(file.getvalue(), Budget())


def test_the_parts_of_the_test_make_a_sound_workbook() -> None:
    """Else the refusals above would prove nothing."""
    assert "xl/workbook.xml" in PARTS
    assert read_workbook_table(workbook(sheet([row("a", "b")])), Budget()).rows[0].cells == (
        "a",
        "b",
    )
