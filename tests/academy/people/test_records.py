"""What is kept about a person outside the academy's database."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path

from academy.people import records
from deployment.local import os_accounts
from deployment.local.school import School

from .course import ASSIGNMENT, leave_traces


def test_grades_are_read_as_the_grader(school: School) -> None:
    """Score, cells and comments; the gradebook stays the grader's own."""
    assert records.grades_of(school, "tosari") == []
    leave_traces(school, "tosari", 3)
    (grade,) = records.grades_of(school, "tosari")
    assert (grade["assignment"], grade["score"], grade["max_score"]) == (ASSIGNMENT, 3, 4)
    assert grade["cells"] == {"hpp": [3, 4]}
    assert grade["comments"] == {"alasan": "Bagus sekali"}
    assert records.grades_of(school, "lumiga") == []
    owners = {path.stat().st_uid for path in school.course.glob("gradebook.db*")}
    assert owners == {school.course.stat().st_uid}
    if school.as_root:
        os_accounts.remove(school.account_of("tosari"))


def test_last_use_comes_from_the_hub(school: School) -> None:
    """Nothing before there is a hub, or for somebody whom it has not seen."""
    assert records.last_use(school, "tosari") == {}
    with sqlite3.connect(school.hub_database) as db:
        assert records.last_use(school, "tosari") == {}
        db.execute("CREATE TABLE users (name TEXT, created TEXT, last_activity TEXT)")
        db.execute("INSERT INTO users VALUES ('tosari', '2027-01-04', '2027-02-01')")
    db.close()
    assert records.last_use(school, "tosari") == {"first": "2027-01-04", "last": "2027-02-01"}
    assert records.last_use(school, "lumiga") == {}


def test_removing_leaves_nothing_of_hers_and_all_of_the_others(school: School) -> None:
    """Files, grades, log, box, OS account, and her running server; and again is harmless."""
    leave_traces(school, "tosari", 3)
    leave_traces(school, "lumiga", 2)
    server = subprocess.Popen(
        ["sleep", "60"], env={**os.environ, "HOME": str(school.home_of("tosari"))}
    )
    records.remove(school, "tosari")
    records.remove(school, "tosari")
    assert server.wait(5) != 0
    assert _named(school.home, "tosari") == []
    assert records.grades_of(school, "tosari") == []
    assert records.grades_of(school, "lumiga")[0]["score"] == 2
    assert (school.home_of("lumiga") / "latihan" / "hpp.ipynb").exists()
    assert (school.hub / "rahasia.txt").exists()
    if school.as_root:
        assert os_accounts.find(school.account_of("tosari")) is None
        assert os_accounts.find(school.account_of("lumiga")) is not None
        os_accounts.remove(school.account_of("lumiga"))


def _named(folder: Path, name: str) -> list[Path]:
    """Every path below a folder that carries a name."""
    return [path for path in folder.rglob("*") if name in path.name]
