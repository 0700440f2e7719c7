"""Grades the golden unit's course of a measurement: what `lapak grade` does after collecting.

`python -m benchmarks.batch FOLDER TRAINEE_ENV WORKERS`
"""

from __future__ import annotations

import sys
from pathlib import Path

from academy.grading import Wish
from benchmarks.exercises import GOLDEN
from graders.coordinator import Coordinator
from graders.rehearsal import course_in


def main() -> None:
    """Grades everybody and says how many."""
    folder, trainee_env, workers = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    wish = Wish(GOLDEN, workers=workers)
    coordinator = Coordinator(course_in(folder, trainee_env), wish.hire)
    report = coordinator.batch(GOLDEN, coordinator.submitted(GOLDEN))
    sys.stdout.write(f"{report.counts()} {report.box}\n")
    sys.exit(1 if report.counts()["failed"] else 0)


if __name__ == "__main__":  # Dask's workers import this module as well
    main()
