"""A person's traces in a school, made for tests: files, a submission with a grade, logs."""

from __future__ import annotations

import os
import warnings
from datetime import date

from nbgrader import api
from nbgrader.api import Gradebook

from academy.grader import as_grader
from academy.progress.models import Visit
from academy.progress.store import open_progress
from deployment.local import folders
from deployment.local.course import course_of
from deployment.local.school import School
from graders import failures
from graders.batch_report import Graded

ASSIGNMENT = "pembukuan_03_hpp"
SECRET = "rahasia di luar rumahnya"


def leave_traces(school: School, user: str, score: float) -> None:
    """Give a person a home, what she handed in, a grade and a comment, and a log."""
    folders.prepare_person(school, user)
    notebook = school.home_of(user) / "latihan" / "hpp.ipynb"
    notebook.parent.mkdir()
    notebook.write_text('{"milik": "dia"}')
    outside = school.hub / "rahasia.txt"
    outside.write_text(SECRET)
    (school.home_of(user) / "tautan.txt").symlink_to(outside)
    (school.home_of(user) / "folder").symlink_to(school.hub)
    os.mkfifo(school.home_of(user) / "pipa")
    (school.inbound(user) / "kiriman.ipynb").write_text("kiriman")
    (school.hub / "logs").mkdir(exist_ok=True)
    (school.hub / "logs" / f"{user}.log").write_text("catatan")
    as_grader(school, lambda: _grade(school, user, score))


def leave_progress(school: School, *users: str) -> None:
    """Give people a visit of their mentor's, in the database of tries."""
    progress = open_progress(school)
    with progress.writing() as session:
        session.add_all(
            Visit(user_name=user, mentor="m", day=date(2027, 1, 5), told="", note="catatan")
            for user in users
        )
    progress.close()


def _grade(school: School, user: str, score: float) -> None:
    submitted = school.course / "submitted" / user / ASSIGNMENT
    submitted.mkdir(parents=True)
    (submitted / "03_hpp.ipynb").write_text("dikumpulkan")
    failures.note(school.course, "lain", Graded(user, error="it cannot be read"))
    course = course_of(school)
    # This process ends with this function. nbgrader would start alembic just to ask for a number.
    warnings.simplefilter("ignore")
    api.get_alembic_version = lambda: "0"
    with Gradebook(course.db_url, course.course_id) as book:
        book.update_or_create_assignment(ASSIGNMENT)
        book.update_or_create_notebook("03_hpp", ASSIGNMENT)
        book.update_or_create_grade_cell("hpp", "03_hpp", ASSIGNMENT, max_score=4, cell_type="code")
        book.update_or_create_solution_cell("alasan", "03_hpp", ASSIGNMENT)
        book.update_or_create_student(user)
        book.update_or_create_submission(ASSIGNMENT, user)
        book.find_grade("hpp", "03_hpp", ASSIGNMENT, user).auto_score = score
        book.find_comment("alasan", "03_hpp", ASSIGNMENT, user).manual_comment = "Bagus sekali"
        book.db.commit()
