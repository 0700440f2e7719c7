"""A place to grade at: a warm process made by a recipe, and made anew when it died."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graders.task import Outcome, Task
from graders.work import grade
from graders.workfolder import sweep_up
from warmkernel import WarmProcess, WarmTrouble, find_box

ENVIRONMENT = "LAPAK_TRAINEE_ENV"  # where a worker on another machine has the trainee environment
IDLE = 300.0  # seconds without work after which a kept bench is let go


@dataclass(frozen=True)
class Recipe:
    """How a worker makes its warm process.

    Attributes:
        trainee_env: environment that runs inside the box; a worker's LAPAK_TRAINEE_ENV comes first.
        imports: modules that are imported before the first fork.
        unsafe_no_box: go on where this machine can make no box.
        turns: how many notebooks run their cells at a time; 0: as many as threads grade. While one runs,
            another thread makes the next one's fork or reads what came out of the one before.
    """

    trainee_env: str
    imports: tuple[str, ...]
    unsafe_no_box: bool = False
    turns: int = 0

    def start(self) -> WarmProcess:
        """Starts the warm process.

        Raises:
            NoBox: this machine can make no box; nothing has run.
        """
        python = Path(os.environ.get(ENVIRONMENT) or self.trainee_env, "bin", "python")
        box = find_box(unsafe_no_box=self.unsafe_no_box)
        return WarmProcess(python, imports=self.imports, box=box)


class Bench:
    """Grades in this process; a warm process that died is made anew. Threads may share it."""

    def __init__(self, recipe: Recipe) -> None:
        sweep_up()
        self.recipe = recipe
        self.warm = recipe.start()
        self.is_open = True
        self._renewing = threading.Lock()
        self._turn = threading.BoundedSemaphore(recipe.turns) if recipe.turns else None

    @property
    def box(self) -> str:
        """The name of the box that is used."""
        return str(self.warm.box.name)

    def grade(self, tasks: Sequence[Task]) -> list[Outcome]:
        """Grades the notebooks of a submission; never raises for what a trainee's work may hold.

        Each finds the files that those before it wrote, as if they had run in one folder.
        """
        outcomes: list[Outcome] = []
        for task in tasks:
            made = {name: data for o in outcomes for name, data in o.files.items()}
            outcomes.append(self._grade(task.model_copy(update={"files": {**task.files, **made}})))
        return outcomes

    def _grade(self, task: Task) -> Outcome:
        why = ""
        for _ in range(2):
            warm = self.warm
            try:
                return grade(task, warm, self._turn)
            except WarmTrouble as problem:
                why = f"the warm process is gone: {problem}"
                self._renew(warm)
        return failed(task, why)

    def _renew(self, gone: WarmProcess) -> None:
        with self._renewing:
            if self.is_open and self.warm is gone:
                gone.close()
                self.warm = self.recipe.start()

    def close(self) -> None:
        """Ends the warm process and everything it forked."""
        with self._renewing:
            self.is_open = False
            self.warm.close()


def failed(task: Task, why: str) -> Outcome:
    """Returns the outcome of a task that could not be done."""
    return Outcome(
        assignment=task.assignment, student=task.student, notebook=task.notebook, error=why
    )


class KeptBench:
    """A bench that stays warm between batches, for whoever grades a little again and again."""

    def __init__(self) -> None:
        self._bench: Bench | None = None
        self._used = 0.0

    def of(self, recipe: Recipe) -> Bench:
        """Returns the bench of a recipe; it is started where none is there.

        Raises:
            NoBox: this machine can make no box.
        """
        if self._bench is None or self._bench.recipe != recipe:
            self.close()
            self._bench = Bench(recipe)
        self._used = time.monotonic()
        return self._bench

    def let_go(self, idle: float = IDLE) -> None:
        """Ends the warm process where nobody has asked for it for so many seconds."""
        if time.monotonic() - self._used >= idle:
            self.close()

    def close(self) -> None:
        """Ends the warm process."""
        if self._bench:
            self._bench.close()
            self._bench = None
