"""Grades as files: a mentor her groups', the office also whole cohorts'; nobody else any."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from academy.people.models import Group

from .conftest import Site
from .progressed import FIRST, attempt, progress_of


@pytest.fixture(scope="module")
def numbers(site: Site) -> dict[str, int]:
    """The groups' numbers by name."""
    with site.store.reading() as session:
        return {group.name: group.id for group in session.query(Group)}


def test_a_mentors_files(site: Site, numbers: dict[str, int]) -> None:
    """Every link of her page opens a file with the people of her group, and with nobody else."""
    with progress_of(site) as progress, progress.writing() as session:
        session.add(attempt("tosari", FIRST, 80))
    mentor = site.visitor("mentora")
    page = mentor.get("nilai").text
    links = re.findall(r'href="[^"]*/(nilai/[a-z]+/\d+/[a-z-]+)"', page)
    assert len(links) == 4
    files = {link.rsplit("/", 1)[1]: mentor.get(link) for link in links}
    assert {file.status_code for file in files.values()} == {200}
    rows = list(csv.DictReader(StringIO(files["csv"].content.decode("utf-8-sig"))))
    assert sorted(row["Nama pengguna"] for row in rows) == ["lumiga", "tosari"]
    assert {row[FIRST] for row in rows} > {""}
    sheet = load_workbook(BytesIO(files["excel"].content)).active
    assert sheet is not None
    assert sheet["A1"].value == "Nilai kelompok Mawar, 2027-1"
    moodle = list(csv.reader(StringIO(files["moodle"].content.decode())))
    assert sorted(row[0] for row in moodle[1:]) == ["lumiga", "tosari"]
    assert len(list(csv.reader(StringIO(files["moodle-surel"].content.decode())))) == 1
    assert "attachment" in files["csv"].headers["Content-Disposition"]
    assert files["csv"].headers["Cache-Control"] == "no-store"


def test_an_offices_files(site: Site, numbers: dict[str, int]) -> None:
    """Cohorts as well; people without a group are in theirs."""
    office = site.visitor("kantora")
    page = office.get("nilai?angkatan=1").text
    assert "nilai/angkatan/1/moodle" in page
    assert f"nilai/kelompok/{numbers['Mawar']}/csv" in page
    assert f"nilai/kelompok/{numbers['Melati']}/csv" not in page
    assert f"nilai/kelompok/{numbers['Melati']}/csv" in office.get("nilai?angkatan=2").text
    rows = list(
        csv.DictReader(StringIO(office.get("nilai/angkatan/1/csv").content.decode("utf-8-sig")))
    )
    assert {"tosari", "lumiga", "bokasi"} == {row["Nama pengguna"] for row in rows}


def test_whose_are_not_hers(site: Site, numbers: dict[str, int]) -> None:
    """Another mentor's group, a cohort, a number that there is not: 403, and nothing of anybody's."""
    for name, path in (
        ("mentora", f"nilai/kelompok/{numbers['Melati']}/csv"),
        ("mentora", "nilai/angkatan/1/csv"),
        ("tosari", f"nilai/kelompok/{numbers['Mawar']}/csv"),
        ("kantora", "nilai/angkatan/4711/csv"),
    ):
        page = site.visitor(name).get(path)
        assert page.status_code == 403
        assert "Siti" not in page.text
