"""`lapak grade` and `lapak feedback`: the graders' work with progress and a table at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from sqlalchemy.exc import SQLAlchemyError

from academy.grader import become_grader
from academy.trouble import Trouble
from deployment.local.course import course_of
from deployment.local.school import School
from graders.batch_report import Graded, Report
from graders.cluster import Crew, DaskCrew, Here, Recipe, Tls
from graders.coordinator import Coordinator, MissingEntry
from graders.course import OrdinaryCourse
from graders.lock import Busy
from graders.runner import Runner
from warmkernel import NoBox

FAILED = 1
UNKNOWN = 2
NOTHING = 3
ENOUGH = 12  # submissions from which more workers gain more than their start costs
WAIT = 60.0  # seconds for a batch that is being graded in the background


@dataclass(frozen=True)
class Wish:
    """What the operator typed behind `lapak grade`.

    Attributes:
        assignment: such as `pembukuan_03_hpp`.
        course_dir: any nbgrader course; None for this school's.
        student: only this one; everybody when empty.
        force: grade again what is graded and unchanged.
        workers: processes; 0: as many as this machine has processors, where there is enough to do.
        cluster: a Dask scheduler's address; empty for this machine.
        tls: files with which it is met.
        db: the gradebook's address; empty for the course's own.
        report: a file for the report as JSON.
        unsafe_no_box: go on where no box can be made.
    """

    assignment: str
    course_dir: Path | None = None
    student: str = ""
    force: bool = False
    workers: int = 0
    cluster: str = ""
    tls: Tls = field(default_factory=Tls)
    db: str = ""
    report: Path | None = None
    unsafe_no_box: bool = False

    def hire(self, recipe: Recipe, waiting: int) -> AbstractContextManager[Crew]:
        """Chooses who does the work on the submissions that wait."""
        recipe = replace(recipe, unsafe_no_box=self.unsafe_no_box)
        if self.cluster:
            return DaskCrew(recipe, address=self.cluster, tls=self.tls)
        processors = len(os.sched_getaffinity(0)) if waiting >= ENOUGH else 1
        workers = min(self.workers or processors, waiting)
        return Here(recipe) if workers == 1 else DaskCrew(recipe, workers)


def grade_assignment(school: School, wish: Wish) -> int:
    """Collects and grades an assignment.

    Args:
        school: whose trainee environment grades, and whose course unless another is wished.
        wish: what to grade, and how.

    Returns:
        Exit code: 0 all graded, 1 some failed, 3 there is nothing to grade.

    Raises:
        Trouble: course or assignment does not exist, no box can be made, or another batch runs.
    """
    with ExitStack() as stack:
        # Opened before root is given up: the file is the operator's.
        file = stack.enter_context(wish.report.open("w", encoding="utf-8")) if wish.report else None
        coordinator = _coordinator(school, wish)
        return _grade(coordinator, wish, file, Console())


def _grade(coordinator: Coordinator, wish: Wish, file: TextIO | None, console: Console) -> int:
    students = coordinator.submitted(wish.assignment)
    students = [name for name in students if wish.student in ("", name)]
    if not students:
        console.print("Belum ada kiriman untuk dinilai.")
        return NOTHING
    report = _with_progress(coordinator, wish, students, console)
    if file:
        file.write(report.as_json() + "\n")
    console.print(_table(report.results))
    console.print(_summary(report))
    return FAILED if report.counts()["failed"] else 0


def _with_progress(
    coordinator: Coordinator, wish: Wish, students: list[str], console: Console
) -> Report:
    columns = (TextColumn("Menilai"), BarColumn(), MofNCompleteColumn())
    left = (TextColumn("sisa"), TimeRemainingColumn(elapsed_when_finished=True))
    with Progress(*columns, *left, console=console, transient=True) as progress:
        bar = progress.add_task("", total=len(students))
        with _told(coordinator, wish):
            return coordinator.batch(
                wish.assignment,
                students,
                force=wish.force,
                on_done=lambda _: progress.advance(bar),
            )


@contextmanager
def _told(coordinator: Coordinator, wish: Wish) -> Iterator[None]:
    """Says in a sentence what kept a batch from being graded."""
    try:
        yield
    except NoBox as problem:
        indonesian = "Kotak penilaian tidak dapat dibuat di mesin ini. Tidak ada yang dinilai."
        raise Trouble(indonesian, str(problem)) from problem
    except Busy as problem:
        indonesian = (
            "Kursus ini sedang dinilai oleh proses lain. Tunggu sampai selesai, lalu ulangi."
        )
        raise Trouble(indonesian, "Another process is grading this course.", FAILED) from problem
    except MissingEntry as problem:
        raise _unknown(wish.assignment, coordinator.folders.assignments()) from problem
    except SQLAlchemyError as problem:
        indonesian = (
            "Buku nilai tidak dapat dibuka atau ditulis. Yang sudah dinilai tetap tersimpan."
        )
        raise Trouble(indonesian, str(problem).splitlines()[0], FAILED) from problem
    except OSError as problem:
        where = f"Penjadwal di {wish.cluster}" if wish.cluster else "Mesin ini"
        indonesian = f"{where} tidak dapat menilai. Yang sudah dinilai tetap tersimpan."
        raise Trouble(indonesian, str(problem), FAILED) from problem


def release_feedback(school: School, assignment: str) -> int:
    """Makes and releases feedback; returns 0.

    Raises:
        Trouble: the school or the assignment does not exist.
        RuntimeError: nbgrader could not do it, and why.
    """
    runner = _runner(school, assignment, "")
    runner.feedback(assignment)
    Console().print("Umpan balik sudah diterbitkan.")
    return 0


def _coordinator(school: School, wish: Wish) -> Coordinator:
    """Gives the coordinator of the course that is meant; of ours, after collecting."""
    if wish.course_dir is None:
        runner = _runner(school, wish.assignment, wish.db)
        runner.collect(wish.assignment)
        return Coordinator(runner.course, wish.hire, WAIT)
    root = wish.course_dir.resolve()
    if not root.is_dir():
        raise Trouble(f"Folder kursus {root} tidak ada.", "No such course folder.", UNKNOWN)
    os.chdir(root)  # as nbgrader does: the course's configuration may name files beside it
    course = OrdinaryCourse(root, school.trainee_env, wish.db)
    return Coordinator(course, wish.hire, WAIT)


def _runner(school: School, assignment: str, db: str) -> Runner:
    if not school.nbgrader_config.exists():
        raise Trouble(
            f"Sekolah di {school.home} belum ada. Jalankan dulu: ./lapak serve",
            "There is no school yet.",
        )
    become_grader(school)
    if not (school.course / "source" / assignment).is_dir():
        raise _unknown(assignment, sorted(p.name for p in (school.course / "source").iterdir()))
    return Runner(replace(course_of(school), db=db))


def _unknown(assignment: str, known: list[str]) -> Trouble:
    return Trouble(
        f"Latihan {assignment} tidak ada. Yang ada: {', '.join(known) or 'belum ada satu pun'}",
        "No such assignment.",
        UNKNOWN,
    )


def _table(results: list[Graded]) -> Table:
    table = Table("Peserta", "Nilai", "Dari", "Detik", "Keterangan")
    for r in results:
        numbers = (f"{r.score:g}", f"{r.points:g}", f"{r.seconds:.2f}")
        table.add_row(r.student, *(text.replace(".", ",") for text in numbers), _remark(r))
    return table


def _remark(result: Graded) -> str:
    if result.error:
        return f"gagal: {result.error}"
    if result.skipped:
        return "tidak berubah"
    notes = [f"diperbaiki: {'; '.join(result.repaired)}"] if result.repaired else []
    notes += [f"terhenti: {'; '.join(result.stopped)}"] if result.stopped else []
    return " | ".join(["dinilai", *notes])


def _summary(report: Report) -> str:
    counts = report.counts()
    seconds = f"{report.seconds:.1f}".replace(".", ",")
    line = (
        f"{counts['graded']} dinilai ({counts['repaired']} diperbaiki), "
        f"{counts['skipped']} tidak berubah, {counts['failed']} gagal; {seconds} detik."
    )
    return f"{line} Pekerja: {report.workers}. Kotak: {report.box}." if report.box else line
