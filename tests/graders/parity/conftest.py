"""The three courses, graded once by stock `nbgrader autograde` and once by us."""

from __future__ import annotations

import json
import shutil
import sys
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import nbgrader
import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import determine_grade, is_grade
from traitlets.config import Config

from graders.gradebook import OpenGradebook
from graders.submitted import read_text
from graders.work import Outcome, Task, grade
from warmkernel import Limits, WarmProcess

from .courses import PROGRAMMING, STATISTICS, Assignment

SECONDS = 8  # for one cell, in both
DOCS = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide"
Score = float | None

# The documentation has no submissions for its course with autotests: these are made for it.
AUTOTEST = {
    "bitdiddle": {
        "squares": "def squares(n):\n    return [i ** 2 for i in range(n)]",
        "sum_of_squares": "def sum_of_squares(n):\n    return sum(squares(n))",
        "cell-d3df8cd59fd0eb74": "my_dictionary = {'one': 1}",
    },
    "hacker": {
        "squares": "def squares(n):\n    if n < 1:\n        raise ValueError('n')\n"
        "    return [i ** 2 for i in range(1, n + 1)]",
        "sum_of_squares": "def sum_of_squares(n):\n    return sum(squares(n))",
        "cell-d3df8cd59fd0eb74": "my_dictionary = {'one': 1, 'two': 2, 'three': 3}",
    },
}


@dataclass
class Graded:
    """Scores by student, assignment, notebook and cell: stock's, and ours with the outcomes."""

    root: Path
    stock: dict[tuple[str, ...], Score] = field(default_factory=dict)
    ours: dict[tuple[str, ...], Score] = field(default_factory=dict)
    outcomes: dict[tuple[str, ...], Outcome] = field(default_factory=dict)


@pytest.fixture(scope="session")
def graded(
    tmp_path_factory: pytest.TempPathFactory, trainee_env: Path, warm: WarmProcess
) -> Graded:
    """All three courses, graded twice."""
    root = tmp_path_factory.mktemp("parity")
    assignments = _write_sources(root)
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader's and its libraries'
        _install_kernels(root / "jupyter", trainee_env)
        patch.setenv("JUPYTER_PATH", str(root / "jupyter"))
        patch.setenv("PATH", f"{Path(sys.executable).parent}:/usr/sbin:/usr/bin:/bin")
        api = NbGraderAPI(CourseDirectory(config=_config(root)), config=_config(root))
        done = Graded(root)
        for name, assignment in assignments.items():
            _succeed(api.generate_assignment(name))
            if assignment is not None:
                assignment.hand_in(root)
            elif name == "ps1_autotest":
                _hand_in_autotests(root)
            for student in sorted(path.parent.name for path in root.glob(f"submitted/*/{name}")):
                _succeed(api.autograde(name, student))
        with OpenGradebook(f"sqlite:///{root / 'gradebook.db'}", "parity") as book:
            for name in assignments:
                _read_stock(book, name, done)
                _grade_ours(book, name, done, warm)
    return done


def _write_sources(root: Path) -> dict[str, Assignment | None]:
    for folder in ("source", "submitted"):
        shutil.copytree(DOCS / folder, root / folder)
    for header in (root / "source").glob("*.ipynb"):
        header.unlink()
    shutil.copy(DOCS / "autotests.yml", root)
    made = {a.name: a for a in (STATISTICS, PROGRAMMING)}
    for assignment in made.values():
        assignment.write(root)
    return {"ps1": None, "ps1_autotest": None, **made}


def _config(root: Path) -> Config:
    c = Config()
    c.CourseDirectory.root = str(root)
    c.CourseDirectory.course_id = "parity"
    c.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"
    c.Execute.timeout = SECONDS
    return c


def _install_kernels(folder: Path, trainee_env: Path) -> None:
    """Kernels of the trainee environment, one with a name that only that course's author knows."""
    for name in ("python3", "conda-env-stats-py"):
        target = folder / "kernels" / name
        target.mkdir(parents=True)
        python = str(trainee_env / "bin" / "python")
        argv = [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        spec = {"argv": argv, "display_name": name, "language": "python"}
        (target / "kernel.json").write_text(json.dumps(spec))


def _succeed(result: dict[str, object]) -> None:
    assert result["success"], result.get("log") or result.get("error")


def _hand_in_autotests(root: Path) -> None:
    for student, sources in AUTOTEST.items():
        folder = root / "submitted" / student / "ps1_autotest"
        shutil.copytree(root / "release" / "ps1_autotest", folder)
        notebook = nbformat.read(folder / "problem1.ipynb", as_version=4)
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = sources.get(name, cell.source)
        nbformat.write(notebook, folder / "problem1.ipynb")


def _read_stock(book: OpenGradebook, assignment: str, done: Graded) -> None:
    for submission in book.assignment_submissions(assignment):
        for notebook in submission.notebooks:
            student = submission.student.id
            if not (
                done.root / "submitted" / student / assignment / f"{notebook.name}.ipynb"
            ).exists():
                continue
            for one in notebook.grades:
                if one.cell.type == "GradeCell":
                    where = (student, assignment, notebook.name, one.name)
                    done.stock[where] = one.auto_score


def _grade_ours(book: OpenGradebook, assignment: str, done: Graded, warm: WarmProcess) -> None:
    for notebook, known in book.released(assignment).items():
        name = f"{notebook}.ipynb"
        released = (done.root / "release" / assignment / name).read_text()
        for path in sorted(done.root.glob(f"submitted/*/{assignment}/{name}")):
            task = Task(
                assignment=assignment,
                student=path.parent.parent.name,
                notebook=notebook,
                submitted=read_text(path),
                released=released,
                cells=known.cells,
                kernelspec=known.kernelspec,
                files=_beside(path),
                limits=Limits(cell_seconds=SECONDS),
            )
            outcome = grade(task, warm)
            assert outcome.error == "", (path, outcome.error)
            done.outcomes[task.student, assignment, notebook] = outcome
            for cell in nbformat.reads(outcome.text, as_version=4).cells:
                if is_grade(cell):
                    where = (task.student, assignment, notebook, cell.metadata.nbgrader.grade_id)
                    done.ours[where] = determine_grade(cell)[0]


def _beside(notebook: Path) -> dict[str, bytes]:
    """Returns the files that were handed in with a notebook."""
    return {
        path.relative_to(notebook.parent).as_posix(): path.read_bytes()
        for path in notebook.parent.rglob("*")
        if path.is_file() and path.suffix != ".ipynb"
    }
