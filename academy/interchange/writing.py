"""Writes grades into a file that an operator names: what it becomes, its ending says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from academy.catalog import load_catalog
from academy.interchange.marks import marks_of
from academy.interchange.sheets import marks_csv, marks_workbook, moodle_csv
from academy.people import store
from academy.progress.store import open_progress
from deployment.local.school import School

ENDS: Final = (".xlsx", ".csv")
TRAINEE: Final = "trainee"


def write_grades(
    school: School, database: store.Store, to: Path, whose: tuple[str, str], moodle: str = ""
) -> int:
    """Write grades, readable by nobody else; returns how many people's.

    Args:
        school: the school.
        database: the academy's.
        to: a new file, `.xlsx` or `.csv`.
        whose: a cohort and a group, by name; all where they are empty.
        moodle: empty, or how Moodle shall know people: `username` or `email`.

    Raises:
        ValueError: the file ends otherwise; the sentence is for people.
        LookupError: there is no such cohort.
        FileExistsError: the file is there already.
    """
    if to.suffix not in ENDS or (moodle and to.suffix != ".csv"):
        raise ValueError("Beri berkas akhiran .xlsx atau .csv; untuk Moodle .csv.")
    progress = open_progress(school)
    with database.reading() as people, progress.reading() as session:
        found = [
            person
            for person in store.listed(people, *whose)
            if person.role == TRAINEE and person.closed is None
        ]
        marks = marks_of(load_catalog(school.clone), found, session)
    progress.close()
    title = " ".join(("Nilai", *(name for name in whose if name)))
    if moodle:
        content = moodle_csv(marks, by_email=moodle == "email")
    else:
        content = marks_workbook(marks, title) if to.suffix == ".xlsx" else marks_csv(marks)
    with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    return len(found)
