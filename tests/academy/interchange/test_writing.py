"""`lapak people grades`: into a new file, for its owner's eyes."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from academy.catalog import Catalog
from academy.interchange.writing import write_grades
from academy.people.store import Store
from academy.progress.store import open_progress
from deployment.local.school import School

from .crowd import UNIT, attempt, person


def test_files(tmp_path: Path, clone: Path, catalog: Catalog) -> None:
    """Excel, CSV, Moodle; those of a group; nothing is written over."""
    school = School(tmp_path, clone, tmp_path / "env")
    school.course.mkdir(parents=True)
    database = Store(f"sqlite:///{tmp_path / 'academy.sqlite'}")
    with database.writing() as session:
        her = person("ani")
        session.add_all([her, person("budi", group="Melati", email="b@contoh.id")])
        her.cohort.name = "B"
    progress = open_progress(school)
    with progress.writing() as session:
        session.add(attempt("ani", UNIT, 1.0, catalog))
    progress.close()
    book = tmp_path / "nilai.xlsx"
    assert write_grades(school, database, book, ("", "")) == 2
    assert book.stat().st_mode & 0o777 == 0o600
    sheet = load_workbook(book).active
    assert sheet is not None
    assert sheet["A1"].value == "Nilai"
    table, moodle = tmp_path / "nilai.csv", tmp_path / "moodle.csv"
    assert write_grades(school, database, table, ("B", "Mawar")) == 1
    assert (
        next(csv.DictReader(StringIO(table.read_text(encoding="utf-8-sig"))))["Nama pengguna"]
        == "ani"
    )
    assert write_grades(school, database, moodle, ("", ""), "email") == 2
    assert [row[0] for row in csv.reader(StringIO(moodle.read_text()))] == [
        "Email address",
        "b@contoh.id",
    ]
    with pytest.raises(FileExistsError):
        write_grades(school, database, book, ("", ""))
    with pytest.raises(LookupError):
        write_grades(school, database, tmp_path / "x.csv", ("tidak ada", ""))
    for path, for_moodle in (("x.ods", ""), ("x.xlsx", "username")):
        with pytest.raises(ValueError, match="akhiran"):
            write_grades(school, database, tmp_path / path, ("", ""), for_moodle)
    database.close()
