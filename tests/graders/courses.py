"""Ordinary nbgrader courses for tests: made by nbgrader itself, with submissions written into them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import nbformat
from nbformat import NotebookNode
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc

from graders.coordinator import prepare_nbgrader
from graders.course import OrdinaryCourse
from graders.task import Outcome, Task

ASSIGNMENT = "tugas1"
WHEN = "2026-11-20 10:00:00 UTC"
RIGHT = "def kuadrat(x):\n    return x * x"
HALF = "def kuadrat(x):\n    return abs(x) * x"
WRONG = "def kuadrat(x):\n    return x + x"


def marked(kind: str, source: str, name: str, **settings: Any) -> NotebookNode:
    """Returns a cell with nbgrader's mark."""
    make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    mark = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    return make(source, metadata={"nbgrader": {**mark, "grade_id": name, **settings}})


def exercise() -> NotebookNode:
    """Returns the author's notebook: two tests, one of them hidden in part, and a text to read."""
    solution = f"### BEGIN SOLUTION\n{RIGHT}\n### END SOLUTION"
    hidden = "\n### BEGIN HIDDEN TESTS\nassert kuadrat(-2) == 4\n### END HIDDEN TESTS"
    cells = [
        marked("code", solution, "kuadrat", solution=True),
        marked("code", "assert kuadrat(3) == 9", "uji_tiga", grade=True, locked=True, points=2),
        marked(
            "code",
            "assert kuadrat(0) == 0" + hidden,
            "uji_negatif",
            grade=True,
            locked=True,
            points=3,
        ),
        marked("markdown", "Mengapa?", "alasan", grade=True, solution=True, points=4),
    ]
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})


KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def make_course(
    root: Path, notebooks: dict[str, NotebookNode], db: str = "", due: str = ""
) -> NbGraderAPI:
    """Makes a course, or its gradebook anew, with nbgrader's own program."""
    prepare_nbgrader()
    source = root / "source" / ASSIGNMENT
    source.mkdir(parents=True, exist_ok=True)
    for name, notebook in notebooks.items():
        nbformat.write(notebook, source / f"{name}.ipynb")
    c = OrdinaryCourse(root, Path("/nowhere"), db).config()
    api = NbGraderAPI(CourseDirectory(config=c), config=c)
    api.log.setLevel(logging.ERROR)
    done = api.generate_assignment(ASSIGNMENT, force=True)
    assert done["success"], done
    if due:
        with api.gradebook as book:
            book.find_assignment(ASSIGNMENT).duedate = parse_utc(due)
            book.db.commit()
    return api


def hand_in(root: Path, student: str, answers: dict[str, str], when: str = WHEN) -> Path:
    """Submits every released notebook, with the given sources in the cells of those names."""
    folder = root / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True, exist_ok=True)
    for path in (root / "release" / ASSIGNMENT).glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = answers.get(name, cell.source)
        nbformat.write(notebook, folder / path.name)
    if when:
        (folder / "timestamp.txt").write_text(when)
    return folder


class PlainCrew:
    """Runs notebooks in this very process: for tests of what is written, not of how it is run."""

    workers = 1
    box = "none"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        """Has nothing to close."""

    def run(self, submissions: Iterable[Sequence[Task]]) -> Iterator[list[Outcome]]:
        """Executes the cells; locked ones come from the gradebook."""
        for tasks in submissions:
            yield [self.outcome(task) for task in tasks]

    def outcome(self, task: Task) -> Outcome:
        """Executes one notebook."""
        notebook = nbformat.reads(task.submitted, as_version=4)
        locked = {cell.name: cell.source for cell in task.cells if cell.locked}
        names: dict[str, Any] = {}
        for cell in notebook.cells:
            mark = cell.metadata.get("nbgrader", {})
            cell.source = locked.get(mark.get("grade_id"), cell.source)
            mark["checksum"] = next(
                (c.checksum for c in task.cells if c.name == mark.get("grade_id")), None
            )
            if cell.cell_type == "code":
                cell.outputs = _run(cell.source, names)
        return Outcome(
            assignment=task.assignment,
            student=task.student,
            notebook=task.notebook,
            text=nbformat.writes(notebook),
            seconds=0.01,
        )


def _run(source: str, names: dict[str, Any]) -> list[NotebookNode]:
    try:
        exec(source, names)
    except Exception as problem:  # noqa: BLE001 (a notebook records any)
        kind = type(problem).__name__
        return [nbformat.v4.new_output("error", ename=kind, evalue=str(problem), traceback=[])]
    return []
