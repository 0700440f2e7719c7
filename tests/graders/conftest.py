"""A scratch course with the golden unit released, and the trainee environment that grades it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.utils import determine_grade, is_grade, is_solution

from academy.assignments import build_source
from graders.course import Course
from graders.rehearsal import course_in, release, scratch_course, submit
from graders.repair import grade_id
from graders.runner import Graded, Runner
from graders.variants import fair_seed
from graders.work import Outcome, Task
from warmkernel import WarmProcess, find_box

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


@pytest.fixture(scope="session")
def warm(clone: Path, trainee_env: Path) -> Iterator[WarmProcess]:
    """The warm process that tests fork from, with this checkout's packages."""
    python = trainee_env / "bin" / "python"
    imports = ("pandas", "matplotlib.pyplot", "latihan")
    ours = (clone / "latihan", clone / "usaha")
    with WarmProcess(python, imports=imports, box=find_box(), packages=ours) as process:
        yield process


@dataclass
class Exercise:
    """Makes tasks of the golden unit without a course: released notebook, a shop, the author's answers."""

    released: str
    variant: dict[str, object]
    solution: dict[str, str]

    def task(self, answers: dict[str, str] | None = None, **parts: object) -> Task:
        """Returns a task with answer cells filled in by name of the answer; the author's if none is given."""
        cells = (
            {f"jawab_{k}": v for k, v in answers.items()} if answers is not None else self.solution
        )
        notebook = nbformat.reads(self.released, as_version=4)
        for cell in notebook.cells:
            cell.source = cells.get(grade_id(cell) or "", cell.source)
        task = Task(
            assignment=ASSIGNMENT,
            student="peserta",
            notebook="03_hpp",
            submitted=nbformat.writes(notebook),
            released=self.released,
            key=ASSIGNMENT,
            variant=self.variant,
        )
        return task.model_copy(update=parts)


@pytest.fixture(scope="session")
def exercise(released_course: Path, source: Path) -> Exercise:
    """The golden unit, as a worker gets it."""
    released = released_course / "course" / "release" / ASSIGNMENT / "03_hpp.ipynb"
    seed = fair_seed(b"uji", "peserta", ASSIGNMENT)
    record = {"unit": "pembukuan/03_hpp", "assignment": ASSIGNMENT, "attempt": 1, "seed": seed}
    author = nbformat.read(source, as_version=4)
    solution = {grade_id(c) or "": str(c.source) for c in author.cells if is_solution(c)}
    return Exercise(released.read_text(), record, solution)


def points(outcome: Outcome) -> dict[str, float | None]:
    """Returns what nbgrader reads from a graded notebook, by grade id."""
    cells = nbformat.reads(outcome.text, as_version=4).cells if outcome.text else []
    return {c.metadata.nbgrader.grade_id: determine_grade(c)[0] for c in cells if is_grade(c)}


def total(outcome: Outcome) -> float:
    """Returns the sum of what a machine gave."""
    return sum(score or 0 for score in points(outcome).values())
