"""Takes the place of nbgrader's `Execute` in a course of ours: `nbgrader autograde` grades in the box too."""

from __future__ import annotations

import atexit
from functools import lru_cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Dict, List, Unicode

from graders import shops
from graders.submitted import BrokenNotebook
from graders.units import Shops, grade_unit
from graders.work import unit_fork
from warmkernel import Limits, WarmProcess, WarmTrouble, find_box


class BoxedExecute(NbGraderPreprocessor):
    """Runs a submission in the box and writes hints and scores into its graded cells."""

    trainee_env = Unicode(help="The environment that runs inside the box").tag(config=True)
    variants_dir = Unicode(help="The folder with everybody's issued shops").tag(config=True)
    imports = List(
        Unicode(), ["pandas", "matplotlib.pyplot", "latihan"], help="What is imported beforehand"
    ).tag(config=True)
    limits = Dict({}, help="Limits that differ from warmkernel.Limits").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Runs and judges one notebook.

        Raises:
            NbGraderException: it has no shop, or nothing that could judge it.
        """
        ids = resources["nbgrader"]
        student, assignment = ids["student"], ids["assignment"]
        issued = shops.of_everybody(Path(self.variants_dir), assignment)
        if student not in issued:
            raise NbGraderException(f"no shop was issued to {student}")
        record = shops.beside(Path(resources["metadata"]["path"])) or (
            issued[student].model_dump(mode="json")
        )
        about = Shops(
            str(record["seed"]),
            shops.seeds_of_others(issued, student),
            shops.seeds_before(issued[student], record),
        )
        warm = warm_process(self.trainee_env, tuple(self.imports))
        try:
            with unit_fork(warm, assignment, record, Limits(**self.limits)) as fork:
                stopped = grade_unit(nb, assignment, about, fork)
        except BrokenNotebook as problem:
            raise NbGraderException(str(problem)) from problem
        except WarmTrouble:
            warm_process.cache_clear()  # the next notebook gets a new one
            raise
        for line in stopped:
            self.log.warning("%s: %s", student, line)
        return nb, resources


@lru_cache(maxsize=1)
def warm_process(trainee_env: str, imports: tuple[str, ...]) -> WarmProcess:
    """Returns the warm process of this program, started once and ended with it."""
    warm = WarmProcess(Path(trainee_env) / "bin" / "python", imports=imports, box=find_box())
    atexit.register(warm.close)
    return warm
