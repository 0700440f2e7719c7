"""Tests of `graders.gradebook`: one transaction a submission, beside a mentor who writes as well."""

from __future__ import annotations

import os
import pwd
import threading
import time
from pathlib import Path

import pytest
from nbgrader.api import Gradebook, MissingEntry

from graders.coordinator import prepare_nbgrader
from graders.gradebook import OpenGradebook

from .databases import running_postgresql

CELLS = ("satu", "dua")


def made(url: str) -> OpenGradebook:
    """Returns an open gradebook with an assignment of two cells, submitted by one trainee."""
    prepare_nbgrader()
    book = OpenGradebook(url, "lapak")
    with book.transaction():
        book.add_assignment("tugas")
        book.add_notebook("n", "tugas", kernelspec='{"name": "python3"}')
        for name in CELLS:
            book.add_grade_cell(name, "n", "tugas", max_score=2, cell_type="code")
            book.add_source_cell(name, "n", "tugas", cell_type="code", source=name, locked=True)
        book.add_student("ani")
        book.add_submission("tugas", "ani")
    return book


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A new SQLite gradebook."""
    return f"sqlite:///{tmp_path / 'gradebook.db'}"


def test_nothing_is_written_before_the_end(url: str) -> None:
    """Nbgrader's commits inside a transaction wait for it; a failure leaves nothing behind."""
    book = made(url)

    def fall_over() -> None:
        with book.transaction():
            book.add_student("budi")
            book.hold("tugas", "ani")
            book.find_grade("satu", "n", "tugas", "ani").auto_score = 2
            book.db.commit()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fall_over()
    with Gradebook(url, "lapak") as other:
        assert [student.id for student in other.students] == ["ani"]
        assert other.find_grade("satu", "n", "tugas", "ani").auto_score is None
    book.close()


def test_cells_are_found_among_those_held(url: str) -> None:
    """By name, and with nbgrader's own error for one that does not exist."""
    book = made(url)
    with book.transaction():
        book.hold("tugas", "ani")
        assert book.find_grade("dua", "n", "tugas", "ani").name == "dua"
        assert len(book.grades_of("n", "tugas", "ani")) == 2
        with pytest.raises(MissingEntry):
            book.find_grade("tiga", "n", "tugas", "ani")
        with pytest.raises(MissingEntry):
            book.find_grade("satu", "n", "tugas", "budi")
    book.close()


def test_what_was_released_is_known(url: str) -> None:
    """Source cells with what the author set, in the author's order."""
    book = made(url)
    with book.transaction():
        released = book.released("tugas")["n"]
        assert released.kernelspec == {"name": "python3"}
        assert [(c.name, c.source, c.points) for c in released.cells] == [
            ("satu", "satu", 2.0),
            ("dua", "dua", 2.0),
        ]
        assert book.submissions("tugas") == {"ani": None}
        with pytest.raises(MissingEntry):
            book.released("lain")
    book.close()


def write_manually(url: str, started: threading.Event) -> None:
    """Writes a mentor's score as formgrader does, with nbgrader's own gradebook."""
    started.set()
    with Gradebook(url, "lapak") as mentor:
        grade = mentor.find_grade("satu", "n", "tugas", "ani")
        grade.manual_score, grade.needs_manual_grade = 1.5, False
        mentor.db.commit()


def check_mentor_survives(url: str) -> None:
    """Lets a mentor write while a transaction that touches the same grade is open."""
    book, started = made(url), threading.Event()
    mentor = threading.Thread(target=write_manually, args=(url, started))
    with book.transaction():
        book.hold("tugas", "ani")
        mentor.start()
        assert started.wait(10)
        time.sleep(0.5)  # the mentor's write arrives now and has to wait
        book.find_grade("satu", "n", "tugas", "ani").auto_score = 2
    mentor.join(30)
    assert not mentor.is_alive()
    with book.transaction():
        book.hold("tugas", "ani")
        grade = book.find_grade("satu", "n", "tugas", "ani")
        assert (grade.auto_score, grade.manual_score) == (2, 1.5)
    book.close()


def test_a_mentor_writes_meanwhile(url: str) -> None:
    """Neither score is lost and neither writer fails."""
    check_mentor_survives(url)


def test_a_mentor_writes_meanwhile_in_postgresql(work: Path, plain_user: pwd.struct_passwd) -> None:
    """There the grades of the submission are locked, not the whole file."""
    with running_postgresql(work / f"pg-mentor-{os.getpid()}", plain_user) as url:
        check_mentor_survives(url)


def test_two_writers_take_turns(url: str) -> None:
    """Two hundred short transactions of two processes' kind: no 'database is locked'."""
    book, errors = made(url), []

    def mentor() -> None:
        for number in range(30):
            try:
                with Gradebook(url, "lapak") as other:
                    other.find_grade("dua", "n", "tugas", "ani").manual_score = number
                    other.db.commit()
            except Exception as problem:  # noqa: BLE001 (any is a failure of this test)
                errors.append(problem)

    thread = threading.Thread(target=mentor)
    thread.start()
    for number in range(100):
        with book.transaction():
            book.hold("tugas", "ani")
            book.find_grade("satu", "n", "tugas", "ani").auto_score = number % 3
    thread.join(60)
    assert errors == []
    with book.transaction():
        book.hold("tugas", "ani")
        assert book.find_grade("dua", "n", "tugas", "ani").manual_score == 29
        assert book.find_grade("satu", "n", "tugas", "ani").auto_score == 0
    book.close()
