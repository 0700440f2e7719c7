"""Grades one notebook in a fork of a warm process: a `Task` goes in, an `Outcome` comes out.

Nothing here opens a gradebook or a course folder, so that any worker anywhere can do it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from graders.ordinary import grading as ordinary
from graders.repair import repair
from graders.submitted import BrokenNotebook, parse, write
from graders.task import Outcome, Rules, SourceCell, Task
from graders.units import Shops, grade_unit
from graders.workfolder import work_folder, written
from warmkernel import Fork, Job, Limits, NoBox, WarmProcess, WarmTrouble

__all__ = ["Outcome", "Rules", "SourceCell", "Task", "grade", "unit_fork"]

VARIANTS = "/srv/lapak/variants"


Turn = AbstractContextManager[object]


def grade(task: Task, warm: WarmProcess, turn: Turn | None = None) -> Outcome:
    """Grades one notebook.

    Args:
        task: what to grade.
        warm: what its fork comes from.
        turn: held while its cells run; the fork is made before, and what came out is read after.

    Returns:
        The outcome; its `error` says what is wrong with a notebook that cannot be graded. Nothing that
        a trainee's work may hold makes it raise.

    Raises:
        NoBox: this machine can make no box.
        WarmTrouble: the warm process is gone.
    """
    started = time.perf_counter()
    work: Callable[[Task, WarmProcess, Turn], dict[str, Any]] = _unit if task.key else _ordinary
    try:
        result = work(task, warm, turn or nullcontext())
    except (NoBox, WarmTrouble):
        raise
    except (BrokenNotebook, ordinary.Unfinished) as problem:
        result = {"error": str(problem)}
    except Exception as problem:  # noqa: BLE001  whatever a notebook holds, the batch goes on
        result = {"error": f"{type(problem).__name__}: {str(problem)[:300]}"}
    if (result.get("stopped") or "error" in result) and _is_gone(warm):
        raise WarmTrouble("it ended while notebooks ran")  # which is no fault of hers
    return Outcome(
        assignment=task.assignment,
        student=task.student,
        notebook=task.notebook,
        seconds=time.perf_counter() - started,
        **result,
    )


def _is_gone(warm: WarmProcess) -> bool:
    """Whether the warm process has ended; its forks end a moment before that can be seen."""
    until = time.monotonic() + 0.2
    while warm.alive and time.monotonic() < until:
        time.sleep(0.02)
    return not warm.alive


def _unit(task: Task, warm: WarmProcess, turn: Turn) -> dict[str, Any]:
    if task.variant is None:
        raise BrokenNotebook(f"no shop was issued to {task.student}")
    whole, report = repair(parse(task.submitted), parse(task.released))
    shops = Shops(str(task.variant["seed"]), task.others, task.earlier)
    with unit_fork(warm, task.key, task.variant, task.limits) as fork, turn:
        stopped = grade_unit(whole, task.key, shops, fork)
    return {"text": write(whole), "repaired": tuple(report), "stopped": tuple(stopped)}


@contextmanager
def unit_fork(
    warm: WarmProcess, assignment: str, variant: dict[str, Any], limits: Limits
) -> Iterator[Fork]:
    """Opens a fork for a unit of ours, in which only her own shop can be seen."""
    name = f"{assignment}.json"
    with work_folder({}) as folder, work_folder({name: json.dumps(variant).encode()}) as beside:
        (beside / name).chmod(0o644)
        job = Job(
            folder=folder,
            shown={f"{VARIANTS}/{name}": beside / name},
            env={"LAPAK_VARIANTS": VARIANTS},
            reader="latihan.answers:to_plain",
            limits=limits,
        )
        with warm.fork(job) as fork:
            yield fork


def _ordinary(task: Task, warm: WarmProcess, turn: Turn) -> dict[str, Any]:
    prepared = ordinary.prepare(task)
    files = {**task.files, f"{task.notebook}.ipynb": task.submitted.encode()}
    with work_folder(files) as folder:
        job = Job(folder=folder, env={"NBGRADER_EXECUTION": "autograde"}, limits=task.limits)
        with warm.fork(job) as fork, turn:
            stopped = ordinary.run(prepared, fork, task.rules)
        made = written(folder, files)
    made.pop(f"{task.notebook}.ipynb", None)
    return {
        "text": write(prepared.notebook),
        "repaired": tuple(prepared.report),
        "stopped": tuple(stopped),
        "files": made,
    }
