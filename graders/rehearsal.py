"""One real round through nbgrader and the box: the solution and a blank, as two trainees would submit."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import is_solution

from graders.course import Course
from graders.repair import grade_id
from graders.runner import Graded, Runner
from graders.variants import issue
from latihan.variants import load_unit

WHEN = "2026-11-23 10:00:00.000000 UTC"
SOLVED, BLANK = "lengkap", "kosong"


def rehearse(assignment: str, source: Path, trainee_env: Path) -> list[str]:
    """Releases a unit in a scratch course, submits solution and blank, grades both.

    Args:
        assignment: such as `pembukuan_03_hpp`.
        source: the author's notebook.
        trainee_env: what runs in the box.

    Returns:
        What is wrong; empty when the solution earns all that a machine can give, the blank nothing.
    """
    with tempfile.TemporaryDirectory(prefix="lapak-") as folder:
        course = scratch_course(Path(folder), trainee_env)
        runner = Runner(course)
        release(runner, assignment, source)
        author = nbformat.read(source, as_version=4)
        answers = {grade_id(c) or "": c.source for c in author.cells if is_solution(c)}
        for user, filled in ((SOLVED, answers), (BLANK, {})):
            submit(course, assignment, user, filled)
        runner.collect(assignment)
        graded = {g.student: g for g in runner.grade(assignment, [SOLVED, BLANK], force=True)}
    return [*_wrong(graded[SOLVED], _machine_points(author)), *_wrong(graded[BLANK], 0.0)]


def course_in(folder: Path, trainee_env: Path) -> Course:
    """Names the folders of a course that lies in one folder."""
    return Course(folder / "course", folder / "exchange", folder / "variants", trainee_env)


def scratch_course(folder: Path, trainee_env: Path) -> Course:
    """Makes an empty course."""
    course = course_in(folder, trainee_env)
    for path in (course.root, course.variants, course.exchange / course.course_id / "outbound"):
        path.mkdir(parents=True)
    return course


def release(runner: Runner, assignment: str, source: Path) -> None:
    """Generates and releases an assignment.

    Raises:
        RuntimeError: nbgrader could not.
    """
    target = runner.course.root / "source" / assignment
    target.mkdir(parents=True)
    shutil.copy(source, target)
    for result in (
        runner.api.generate_assignment(assignment, force=True, create=True),
        runner.api.release_assignment(assignment),
    ):
        if not result["success"]:
            raise RuntimeError(result.get("error") or result.get("log"))


def submit(course: Course, assignment: str, user: str, answers: dict[str, str]) -> Path:
    """Puts a submission into a trainee's inbound folder, as nbgrader's submit does; returns it."""
    exchange = course.exchange / course.course_id
    released = next((exchange / "outbound" / assignment).glob("*.ipynb"))
    for name in ("inbound", "feedback"):
        (exchange / name / user).mkdir(parents=True, exist_ok=True)
    unit = load_unit(assignment)
    salt = course.variants.parent / "salt"
    issue(course.variants, salt, course.course_id, user, unit.id, assignment)
    notebook = nbformat.read(released, as_version=4)
    for cell in notebook.cells:
        if (name := grade_id(cell) or "") in answers:
            cell.source = answers[name]
    folder = exchange / "inbound" / user / f"{user}+{assignment}+{WHEN}+abcdefghijkl"
    folder.mkdir()
    nbformat.write(notebook, folder / released.name)
    (folder / "timestamp.txt").write_text(WHEN)
    (folder / "submission_secret.txt").write_text(f"{user}-secret")
    return folder


def _machine_points(author: NotebookNode) -> float:
    cells = (c.metadata.get("nbgrader", {}) for c in author.cells)
    return float(sum(s["points"] for s in cells if s.get("grade") and not s.get("solution")))


def _wrong(graded: Graded, expected: float) -> list[str]:
    if graded.error:
        return [f"{graded.student}: {graded.error}"]
    if graded.score != expected:
        return [f"{graded.student} earns {graded.score:g} of {graded.points:g}, not {expected:g}"]
    return []
