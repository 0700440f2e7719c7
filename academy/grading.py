"""`lapak grade` and `lapak feedback`: the graders' work with progress and a table at the end."""

from __future__ import annotations

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from academy.grader import become_grader, course_of
from academy.trouble import Trouble
from deployment.local.school import School
from graders.runner import Graded, Runner
from graders.sandbox import BoxUnavailable

FAILED = 1
UNKNOWN = 2
NOTHING = 3


def grade_assignment(school: School, assignment: str, student: str, *, force: bool) -> int:
    """Collects and grades an assignment.

    Args:
        school: whose.
        assignment: such as `pembukuan_03_hpp`.
        student: only this trainee; everybody when empty.
        force: grade again what is graded and unchanged.

    Returns:
        Exit code: 0 all graded, 1 some failed, 3 there is nothing to grade.

    Raises:
        Trouble: the school or the assignment does not exist, or no box can be made.
    """
    runner, console = _runner(school, assignment), Console()
    runner.collect(assignment)
    students = [name for name in runner.submitted(assignment) if student in ("", name)]
    if not students:
        console.print("Belum ada kiriman untuk dinilai.")
        return NOTHING
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("Menilai", total=len(students))
        try:
            results = runner.grade(
                assignment, students, force=force, on_done=lambda _: progress.advance(task)
            )
        except BoxUnavailable as problem:
            raise Trouble(
                "Kotak penilaian tidak dapat dibuat di mesin ini.", str(problem)
            ) from problem
    console.print(_table(results))
    return FAILED if any(result.error for result in results) else 0


def release_feedback(school: School, assignment: str) -> int:
    """Makes and releases feedback; returns 0.

    Raises:
        Trouble: the school or the assignment does not exist.
        RuntimeError: nbgrader could not do it, and why.
    """
    runner = _runner(school, assignment)
    runner.feedback(assignment)
    Console().print("Umpan balik sudah diterbitkan.")
    return 0


def _runner(school: School, assignment: str) -> Runner:
    if not school.nbgrader_config.exists():
        raise Trouble(
            f"Sekolah di {school.home} belum ada. Jalankan dulu: ./lapak serve",
            "There is no school yet.",
        )
    become_grader(school)
    if not (school.course / "source" / assignment).is_dir():
        known = ", ".join(sorted(p.name for p in (school.course / "source").iterdir()))
        raise Trouble(
            f"Latihan {assignment} tidak ada. Yang ada: {known}", "No such assignment.", UNKNOWN
        )
    return Runner(course_of(school))


def _table(results: list[Graded]) -> Table:
    table = Table("Peserta", "Nilai", "Dari", "Detik", "Keterangan")
    for r in results:
        note = r.error or "dinilai"
        table.add_row(r.student, f"{r.score:g}", f"{r.points:g}", f"{r.seconds:.1f}", note)
    return table
