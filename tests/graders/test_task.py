"""Tests of `graders.task`: tasks and outcomes travel as JSON and come back the same."""

from __future__ import annotations

import json
import pickle

import pytest
from pydantic import ValidationError

from graders.task import Outcome, Rules, SourceCell, Task
from warmkernel import Limits


def test_everything_survives_json_and_pickle() -> None:
    """Bytes, limits, rules and cells too; Dask sends what pickle makes of them."""
    task = Task(
        assignment="ps1",
        student="ann",
        notebook="p1",
        submitted="{}",
        variant={"seed": "aa"},
        others=("bb",),
        cells=(SourceCell(name="t", source="assert x", grade=True, points=0.5),),
        files={"data/a.bin": bytes(range(256))},
        limits=Limits(cell_seconds=3),
        rules=Rules(repair=False),
    )
    text = task.model_dump_json()
    assert json.loads(text)["cells"][0]["points"] == 0.5
    assert Task.model_validate_json(text) == task
    assert pickle.loads(pickle.dumps(task)) == task


def test_an_outcome_survives_too() -> None:
    """What came back from a worker."""
    outcome = Outcome(
        assignment="ps1",
        student="ann",
        notebook="p1",
        files={"x": b"\xff"},
        stopped=("cell 3: time",),
    )
    assert Outcome.model_validate_json(outcome.model_dump_json()) == outcome


def test_a_task_cannot_be_changed() -> None:
    """It is given to workers that may have to do it again."""
    task = Task(assignment="ps1", student="ann", notebook="p1", submitted="{}")
    with pytest.raises(ValidationError, match="frozen"):
        task.student = "bob"
