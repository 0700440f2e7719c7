"""`lapak verify`: tries exercises on many shops and once in the box, reads and runs their lessons."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from rich.console import Console

from academy.assignments import build_source
from academy.catalog import Catalog, Exercise, Unit, load_catalog
from academy.execution import execute, warm_up
from academy.lesson_source import LessonSource, lesson_path
from academy.lessons import read_lesson
from academy.notebooks import BuildError
from academy.pedagogy import shortcomings
from academy.shown import pictures_without_words
from deployment.local.school import School
from graders.rehearsal import rehearse
from graders.verify import Report, verify
from usaha.money import format_number

FAILED = 1
RUN_SECONDS = 20


@dataclass(frozen=True)
class Run:
    """How long a lesson ran, in seconds, and what is wrong with what it shows."""

    seconds: float
    problems: tuple[str, ...] = ()


def verify_units(school: School, wanted: str, variants: int) -> int:
    """Verifies one unit or test of the catalogue, or all.

    Args:
        school: whose clone holds the units, with whose trainee environment they are run.
        wanted: an id; all when empty.
        variants: how many shops to draw for each.

    Returns:
        Exit code: 0 all sound, 1 problems were found.

    Raises:
        LookupError: the catalogue has no such unit.
        BuildError: a source cannot be read at all.
    """
    console = Console(soft_wrap=True)
    catalog = load_catalog(school.clone)
    exercises = [e for e in catalog.exercises if wanted in ("", e.id)]
    if not exercises:
        raise LookupError(f"Unit {wanted} tidak ada di curriculum/catalog.yml.")
    python = school.trainee_env / "bin" / "python"
    warm_up(python)
    sound = True
    with tempfile.TemporaryDirectory(prefix="lapak-verify-") as folder:
        sources = {path.parent.name: path for path in build_source(school.clone, Path(folder))}
        for exercise in exercises:
            with console.status(f"Memeriksa {exercise.id} …"):
                report, run = _verify_one(
                    school, catalog, exercise, sources[exercise.assignment], variants
                )
            console.print(line(exercise, report, run), highlight=False)
            for problem in report.problems:
                console.print(f"  - {problem}", markup=False, highlight=False)
            sound = sound and not report.problems
    return 0 if sound else FAILED


def line(exercise: Exercise, report: Report, run: Run | None) -> str:
    """Returns the line that tells what was tried of an exercise.

    >>> from academy.catalog import load_catalog
    >>> unit = load_catalog(Path(__file__).parents[1]).unit("pembukuan/03_hpp")
    >>> line(unit, Report("pembukuan_03_hpp", 20, 9, 21, 21), Run(2.64))
    'pembukuan/03_hpp: 45 menit, 9 isian, 21 dari 21 salah paham, 20 varian, 2,6 detik, 0 masalah'
    """
    parts = [
        f"{exercise.total_minutes} menit",
        f"{report.blanks} isian",
        f"{report.detected} dari {report.mistakes} salah paham",
        f"{report.variants} varian",
        *([f"{format_number(run.seconds, 1)} detik"] if run else []),
        f"{len(report.problems)} masalah",
    ]
    return f"{exercise.id}: {', '.join(parts)}"


def _verify_one(
    school: School, catalog: Catalog, exercise: Exercise, source: Path, variants: int
) -> tuple[Report, Run | None]:
    report = verify(exercise.assignment, source, variants)
    if not report.problems:  # what is wrong already would only be told again
        report.problems += rehearse(exercise.assignment, source, school.trainee_env)
    run = None
    if isinstance(exercise, Unit):
        lesson = LessonSource.read(school.clone, catalog, exercise)
        report.problems += shortcomings(lesson)
        run = run_lesson(school, catalog, exercise)
        report.problems += run.problems
    return report, run


def run_lesson(school: School, catalog: Catalog, unit: Unit) -> Run:
    """Runs a lesson as a trainee would, in her environment, without the network."""
    notebook = read_lesson(school.clone, catalog, unit)
    python = school.trainee_env / "bin" / "python"
    began = perf_counter()
    try:
        shown = execute(notebook, lesson_path(school.clone, unit), python)
    except BuildError as error:
        return Run(perf_counter() - began, tuple(str(error).splitlines()))
    seconds = perf_counter() - began
    slow = [f"the lesson runs {seconds:.0f} s"] if seconds > RUN_SECONDS else []
    return Run(seconds, (*slow, *pictures_without_words(shown)))
