"""A scratch course with the golden unit released, and the trainee environment that grades it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.utils import is_solution

from academy.assignments import build_source
from graders.course import Course
from graders.rehearsal import course_in, release, scratch_course, submit
from graders.repair import grade_id
from graders.runner import Graded, Runner

ASSIGNMENT = "pembukuan_03_hpp"


@pytest.fixture(scope="session")
def source(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The author's notebook of the golden unit."""
    return next(
        path
        for path in build_source(clone, tmp_path_factory.mktemp("source"))
        if path.parent.name == ASSIGNMENT
    )


@dataclass
class Classroom:
    """A scratch course in which tests submit and grade."""

    course: Course
    runner: Runner
    solution: dict[str, str]

    def submit(self, user: str, **answers: str) -> Path:
        """Submits the given answer cells, by name of the answer."""
        return submit(self.course, ASSIGNMENT, user, {f"jawab_{k}": v for k, v in answers.items()})

    def submit_solution(self, user: str, **changed: str) -> Path:
        """Submits the author's answers but for those that are given."""
        return submit(
            self.course,
            ASSIGNMENT,
            user,
            {**self.solution, **{f"jawab_{k}": v for k, v in changed.items()}},
        )

    def grade(self, *users: str) -> dict[str, Graded]:
        """Collects and grades; everybody when nobody is named."""
        self.runner.collect(ASSIGNMENT)
        names = list(users) or self.runner.submitted(ASSIGNMENT)
        return {g.student: g for g in self.runner.grade(ASSIGNMENT, names, force=True)}

    def autograded(self, user: str) -> NotebookNode:
        """Returns a graded notebook."""
        path = next((self.course.root / "autograded" / user / ASSIGNMENT).glob("*.ipynb"))
        return nbformat.read(path, as_version=4)

    def hint(self, user: str, answer: str) -> str:
        """Returns what the graded cell of an answer tells."""
        cell = next(c for c in self.autograded(user).cells if grade_id(c) == answer)
        return str(cell.outputs[0].text).strip()

    def score(self, user: str, answer: str) -> float:
        """Returns the score that nbgrader reads from the graded cell of an answer."""
        cell = next(c for c in self.autograded(user).cells if grade_id(c) == answer)
        return float(cell.outputs[1].data["text/plain"])


@pytest.fixture(scope="session")
def released_course(tmp_path_factory: pytest.TempPathFactory, source: Path) -> Path:
    """A folder with a course in which the golden unit is released; copied for each test."""
    folder = tmp_path_factory.mktemp("released")
    course = scratch_course(folder, folder)
    (folder / "salt").write_text("5a" * 32)  # the same shops in every run
    release(Runner(course), ASSIGNMENT, source)
    return folder


@pytest.fixture
def classroom(tmp_path: Path, trainee_env: Path, source: Path, released_course: Path) -> Classroom:
    """A fresh course with the golden unit released."""
    shutil.copytree(released_course, tmp_path / "school")
    course = course_in(tmp_path / "school", trainee_env)
    author = nbformat.read(source, as_version=4)
    solution = {grade_id(c) or "": str(c.source) for c in author.cells if is_solution(c)}
    return Classroom(course, Runner(course), solution)
