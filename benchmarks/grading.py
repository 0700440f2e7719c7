"""Stock `nbgrader autograde` and `lapak grade` on the same submissions, each in a box, in one run.

`build/env/hub-env/bin/python -m benchmarks.grading` prints a table and which targets were met; `--help`
lists what can be chosen: `--notebooks penjualan --submissions 20 --workers 1 --many 0` is a short part.
Both sides run from compiled `.pyc` files, start from nothing, and end with scores in a gradebook.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from nbgrader.api import Gradebook

from benchmarks.exercises import GOLDEN, PANDAS, golden_course, pandas_course
from benchmarks.measuring import Measured, measure
from benchmarks.targets import OURS, STOCK, Line, verdicts
from graders.rehearsal import course_in
from graders.runner import Runner

CLONE = Path(__file__).resolve().parents[1]
BIN = Path(sys.prefix) / "bin"
ROUTE = (
    3  # submissions of the golden unit whose scores nbgrader's own route through our box confirms
)
FLOOR = 20  # notebooks whose bare cells are run


class Case:
    """An assignment with its submissions, made once and copied for every run."""

    def __init__(self, name: str, root: Path, trainee_env: Path, submissions: int) -> None:
        self.name, self.root, self.trainee_env = name, root, trainee_env
        self.made = root / f"{name}-{submissions}"
        self.submissions = submissions
        if name == PANDAS:
            pandas_course(self.made, trainee_env, submissions)
        else:
            self.made.mkdir()
            golden_course(self.made, trainee_env, CLONE, submissions)

    def fresh(self) -> tuple[Path, Path]:
        """Returns a copy of everything, and the course folder in it."""
        copy = Path(tempfile.mkdtemp(dir=self.root)) / "copy"
        shutil.copytree(self.made, copy)
        return copy, copy if self.name == PANDAS else copy / "course"

    def stock(self) -> tuple[Measured, Path]:
        """Runs `nbgrader autograde` as it comes, all of it in one box; nbgrader has one worker."""
        _, course = self.fresh()
        words = [self.trainee_env / "bin" / "nbgrader", "autograde", self.name, "--quiet"]
        words += [f"--CourseDirectory.root={course}"]
        path = f"{self.trainee_env / 'bin'}:/usr/bin:/bin"
        return measure([*box(course), *words], {"PATH": path, "HOME": str(course)}), course

    def ours(self, workers: int) -> tuple[Measured, Path]:
        """Runs `lapak grade`."""
        copy, course = self.fresh()
        if self.name == PANDAS:
            command: list[str | Path] = [BIN / "lapak", "grade", PANDAS, "--course-dir", course]
            command += ["--workers", str(workers)]
        else:
            command = [
                BIN / "python",
                "-m",
                "benchmarks.batch",
                copy,
                self.trainee_env,
                str(workers),
            ]
        variables = {"LAPAK_TRAINEE_ENV": str(self.trainee_env), "PYTHONPATH": str(CLONE)}
        return measure(command, {**os.environ, **variables}), course

    def floor(self, course: Path) -> float:
        """Returns the seconds that the cells alone take, in a warm process."""
        notebooks = sorted(course.glob(f"autograded/*/{self.name}/*.ipynb"))[:FLOOR]
        python = self.trainee_env / "bin" / "python"
        path = {"PATH": f"{python.parent}:/usr/bin:/bin", "HOME": str(course)}
        ran = measure([python, CLONE / "benchmarks" / "floor.py", *notebooks], path)
        return float(ran.output.splitlines()[-1])

    def by_nbgrader(self) -> dict[str, float | None]:
        """Returns scores of the golden unit that nbgrader's own command writes through our box."""
        copy, course = self.fresh()
        runner = Runner(course_in(copy, self.trainee_env))
        for number in range(min(ROUTE, self.submissions)):
            done = runner.api.autograde(GOLDEN, f"s{number:03d}")
            if not done["success"]:
                raise RuntimeError(done["log"])
        return scores(course, GOLDEN)


def box(course: Path) -> list[str]:
    """Returns a bubblewrap around a whole program: no network, and only the course to write in."""
    words = ["bwrap", "--die-with-parent", "--unshare-pid", "--unshare-ipc", "--unshare-uts"]
    words += ["--unshare-net", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"]
    return [
        *words,
        "--tmpfs",
        "/run",
        "--bind",
        str(course),
        str(course),
        "--chdir",
        str(course),
        "--",
    ]


def scores(course: Path, assignment: str) -> dict[str, float | None]:
    """Returns every automatic score in a course's gradebook."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "") as book:
        return {
            f"{submission.student.id}/{grade.name}": grade.auto_score
            for submission in book.assignment_submissions(assignment)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def compare(case: Case, workers: list[int]) -> Iterator[Line]:
    """Measures stock and ours on the same submissions.

    Raises:
        AssertionError: a score differs.
    """
    stock, stock_course = case.stock()
    yield _line(case, STOCK, 1, stock)
    expected = scores(stock_course, PANDAS) if case.name == PANDAS else case.by_nbgrader()
    for count in workers:
        ours, course = case.ours(count)
        yield _line(case, OURS, count, ours, stock.seconds)
        found = scores(course, case.name)
        assert {name: found[name] for name in expected} == expected, "scores differ"
        assert len({name.split("/")[0] for name in found}) == case.submissions


def alone(case: Case, workers: int) -> Iterator[Line]:
    """Measures ours on more submissions than stock could be waited for, and the floor below them."""
    ours, course = case.ours(workers)
    yield _line(case, OURS, workers, ours)
    each = case.floor(course)
    yield Line(case.name, "floor", 1, min(FLOOR, case.submissions), each * FLOOR, each, 0.0)


def _line(case: Case, who: str, workers: int, ran: Measured, stock: float | None = None) -> Line:
    n = case.submissions
    ratio = stock / ran.seconds if stock else None
    return Line(case.name, who, workers, n, ran.seconds, ran.seconds / n, ran.megabytes, ratio)


def measured(chosen: argparse.Namespace, folder: Path) -> Iterator[Line]:
    """Measures what was asked for, one line after the other."""
    for name in chosen.notebooks:
        for count in chosen.submissions:
            yield from compare(Case(name, folder, chosen.trainee_env, count), chosen.workers)
        if chosen.many:
            case = Case(name, folder, chosen.trainee_env, chosen.many)
            yield from alone(case, max(chosen.workers))


def main() -> int:
    """Measures what was asked for and says which targets were met; 1 if one was not."""
    chosen = _arguments()
    lines: list[Line] = []
    sys.stdout.write("| notebook | program | workers | submissions | s | s each | MB | times |\n")
    sys.stdout.write("|---|---|--:|--:|--:|--:|--:|--:|\n")
    with tempfile.TemporaryDirectory(prefix="lapak-ukur-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        for line in measured(chosen, folder):
            lines.append(line)
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    found = verdicts(lines)
    sys.stdout.write("\n" + "".join(f"- {verdict}\n" for verdict in found))
    if chosen.json:
        chosen.json.write_text(json.dumps([asdict(line) for line in lines], indent=1))
    return 0 if all(verdict.is_met for verdict in found) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    env = os.environ.get("LAPAK_TRAINEE_ENV") or CLONE / "build" / "env" / "trainee-env"
    parser.add_argument("--trainee-env", type=Path, default=Path(env))
    parser.add_argument(
        "--notebooks", nargs="*", choices=(PANDAS, GOLDEN), default=[PANDAS, GOLDEN]
    )
    parser.add_argument("--submissions", nargs="*", type=int, default=[20, 100])
    parser.add_argument("--workers", nargs="*", type=int, default=[1, 2])
    parser.add_argument("--many", type=int, default=500, help="ours only, most workers; 0 for none")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
