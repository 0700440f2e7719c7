"""Tests of `graders.work`: a task goes in, an outcome comes out, whatever the task holds."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import nbformat
import pytest

from graders.work import Task, grade
from warmkernel import WarmProcess, WarmTrouble, find_box

from .conftest import ASSIGNMENT, Exercise, points, total


def test_a_unit_of_ours(warm: WarmProcess, exercise: Exercise) -> None:
    """The author's answers earn everything; the outcome names whose and what it is."""
    outcome = grade(exercise.task(), warm)
    assert (outcome.assignment, outcome.student, outcome.notebook) == (
        ASSIGNMENT,
        "peserta",
        "03_hpp",
    )
    assert total(outcome) == 16
    assert points(outcome)["alasan_harga"] is None
    assert 0 < outcome.seconds < 60
    nbformat.validate(nbformat.reads(outcome.text, as_version=4))


def test_spoiled_cells_are_repaired_and_said(warm: WarmProcess, exercise: Exercise) -> None:
    """The report goes into the outcome."""
    task = exercise.task()
    notebook = nbformat.reads(task.submitted, as_version=4)
    notebook.cells = [
        c for c in notebook.cells if "hpp_per_kg" not in c.source or "cek" not in c.source
    ]
    outcome = grade(task.model_copy(update={"submitted": nbformat.writes(notebook)}), warm)
    assert outcome.repaired == ("hpp_per_kg: deleted cell restored",)
    assert total(outcome) == 16


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"variant": None}, "no shop was issued to peserta"),
        ({"key": "no_such_unit"}, "no checks for no_such_unit"),
        ({"variant": {"attempt": 1}}, "KeyError"),
    ],
)
def test_what_cannot_be_graded_says_why(
    warm: WarmProcess, exercise: Exercise, parts: dict[str, object], why: str
) -> None:
    """An outcome with a sentence, no text and no exception."""
    outcome = grade(exercise.task(**parts), warm)
    assert why in outcome.error
    assert outcome.text == ""


def test_a_warm_process_that_is_gone_is_not_the_trainees_fault(
    trainee_env: Path, exercise: Exercise
) -> None:
    """Whoever asked can start another one and ask again."""
    with WarmProcess(trainee_env / "bin" / "python", box=find_box()) as gone:
        below = Path(f"/proc/{gone.pid}/task/{gone.pid}/children").read_text().split()
        for pid in [*map(int, below), gone.pid]:  # bubblewrap, and the process that it shut in
            os.kill(pid, signal.SIGKILL)
        with pytest.raises(WarmTrouble):
            grade(exercise.task(), gone)


def test_a_task_that_was_json_is_graded_the_same(warm: WarmProcess, exercise: Exercise) -> None:
    """A worker elsewhere gets it over a wire."""
    task = exercise.task({"biaya_bahan": "biaya_bahan = kg_melinjo * harga_melinjo"})
    again = Task.model_validate_json(task.model_dump_json())
    assert points(grade(again, warm)) == points(grade(task, warm))
