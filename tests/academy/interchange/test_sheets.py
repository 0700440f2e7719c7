"""Tables that other programs read: no formula of anybody's, and no line without an owner."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from academy.catalog import Catalog
from academy.interchange.marks import Line, Marks
from academy.interchange.sheets import harmless, marks_csv, marks_workbook, moodle_csv

from .crowd import UNIT

EVIL = ("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\uff1d1")


@pytest.fixture
def marks(catalog: Catalog) -> Marks:
    """One who writes formulas, one with an e-mail and a grade."""
    none = {exercise.assignment: None for exercise in catalog.exercises}
    return Marks(
        catalog.exercises,
        (
            Line("ani", "=cmd|'/c calc'!A1", "@Mawar", "", none, 0),
            Line("budi", "Budi, S.E.", "Melati", "budi@contoh.id", {**none, UNIT: 81.25}, 1),
        ),
    )


@pytest.mark.parametrize("text", EVIL)
def test_no_formula(text: str) -> None:
    """Whatever begins as one gets a quotation mark."""
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Siti", "a=1", "", "Mawar-2", "3+4"])
def test_all_else_stays(text: str) -> None:
    """Names with such signs further on."""
    assert harmless(text) == text


def test_csv(marks: Marks) -> None:
    """Every column with its head; commas in names; formulas taken away."""
    ani, budi = csv.DictReader(StringIO(marks_csv(marks).decode("utf-8-sig")))
    assert (ani["Nama"], ani["Kelompok"], ani[UNIT]) == ("'=cmd|'/c calc'!A1", "'@Mawar", "")
    assert (budi["Nama"], budi[UNIT], budi["Unit dikuasai"]) == ("Budi, S.E.", "81.25", "1")
    assert len(budi) == 3 + len(marks.exercises) + 2


def test_excel(marks: Marks) -> None:
    """The same with numbers; a text that looks like a formula is text."""
    sheet = load_workbook(BytesIO(marks_workbook(marks, "=Nilai"))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=1))
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
    at = 3 + [exercise.assignment for exercise in marks.exercises].index(UNIT)
    assert [row[at].value for row in rows[2:]] == [None, 81.25]
    assert rows[2][1].value == "=cmd|'/c calc'!A1"
    assert rows[1][at].value == "Menghitung HPP (%)"
    assert sheet.freeze_panes == "D3"


def test_moodle(marks: Marks) -> None:
    """By user name all, by e-mail those who have one: an empty key would grade the one before."""
    rows = list(csv.reader(StringIO(moodle_csv(marks).decode())))
    assert rows[0][:2] == ["Username", "Full name"]
    assert [row[0] for row in rows[1:]] == ["ani", "budi"]
    assert rows[0][2:] == [exercise.assignment for exercise in marks.exercises]
    assert "81.25" in rows[2]
    assert set(rows[1][2:]) == {""}
    rows = list(csv.reader(StringIO(moodle_csv(marks, by_email=True).decode())))
    assert rows[0][0] == "Email address"
    assert [row[0] for row in rows[1:]] == ["budi@contoh.id"]
