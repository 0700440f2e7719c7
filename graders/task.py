"""What goes to a worker and what comes back: plain data that becomes JSON and comes back the same."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from warmkernel.job import Limits


class _Plain(BaseModel):
    """Plain data; bytes as base64."""

    model_config = ConfigDict(frozen=True, ser_json_bytes="base64", val_json_bytes="base64")


class SourceCell(_Plain):
    """A cell as nbgrader saved it when the assignment was made: with hidden tests, if it has any."""

    name: str
    cell_type: str = "code"
    source: str = ""
    checksum: str | None = None
    locked: bool = False
    grade: bool = False
    solution: bool = False
    task: bool = False
    points: float = 0.0


class Rules(_Plain):
    """Where ordinary courses are graded better than `nbgrader autograde` does; each can be off.

    `repair`: unknown, doubled, deleted and edited cells are put right instead of failing a submission.
    `keep_earned`: what falls over costs its cell and what cannot run after it, not the submission.
    `forgive_warnings`: a Python warning on stderr does not cost a cell.
    """

    repair: bool = True
    keep_earned: bool = True
    forgive_warnings: bool = True


class Task(_Plain):
    """One notebook to grade.

    `submitted` and `released` are texts of notebooks; without `released` less can be repaired.
    `key` names the checks of a unit of ours (`graders.checks`); it is empty for an ordinary course.
    `variant` is the record of the shop that was issued to her, `others` the seeds of other trainees,
    `earlier` those of the shops that she had before.
    `cells` and `kernelspec` are what the gradebook holds of an ordinary course's notebook.
    `files` lie in the working folder: hers, overwritten by the course's own; names are relative paths.

    Example:
        >>> task = Task(assignment="ps1", student="a", notebook="p1", submitted="{}", files={"x": b"0"})
        >>> Task.model_validate_json(task.model_dump_json()) == task
        True
    """

    assignment: str
    student: str
    notebook: str
    submitted: str
    released: str = ""
    key: str = ""
    variant: dict[str, Any] | None = None
    others: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    cells: tuple[SourceCell, ...] = ()
    kernelspec: dict[str, Any] = {}
    files: dict[str, bytes] = {}
    limits: Limits = Limits()
    rules: Rules = Rules()


class Outcome(_Plain):
    """What became of one notebook.

    `text` is the notebook with outputs, from which nbgrader reads scores; empty when there is an error.
    `repaired` and `stopped` say in sentences what was put right, and what did not run to its end.
    `files` are those that the notebook wrote or changed in its working folder.
    """

    assignment: str
    student: str
    notebook: str
    text: str = ""
    repaired: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    files: dict[str, bytes] = {}
    seconds: float = 0.0
    error: str = ""
