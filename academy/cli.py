"""The `lapak` command: few commands, each with its line of help."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from academy import certificate_commands, operations_commands, people_commands
from academy.explaining import explained as _explained
from deployment.local.school import School

app = typer.Typer(
    name="lapak",
    help="Lapak: a school for owners of micro enterprises, on one machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(people_commands.app, name="people")
app.add_typer(certificate_commands.app, name="certificate")

Assignment = Annotated[str, typer.Argument(help="Assignment, such as pembukuan_03_hpp.")]


@app.command()
def serve() -> None:
    """Start the school: hub, course, formgrader and public tools. Ctrl-C stops everything."""
    from academy.serve import serve as run

    with _explained():
        code = run(_school(), typer.echo)
    raise typer.Exit(code)


@app.command()
def build(
    force: Annotated[bool, typer.Option("--force", help="Build although nothing changed.")] = False,
) -> None:
    """Build lessons, public pages, assignments and tools into build/."""
    from academy.build import build_all
    from academy.environment import ensure_trainee_env

    with _explained():
        school = _school()
        if school.other_trainee_env is None:
            ensure_trainee_env(school.clone, school.env_root, typer.echo)
        made = build_all(school, typer.echo, force=force)
    typer.echo(f"Selesai: {school.build}" if made else "Tidak ada yang berubah.")


@app.command()
def grade(  # noqa: PLR0917 (typer makes an option of each)
    assignment: Assignment,
    course_dir: Annotated[
        Path | None, typer.Option(help="Any nbgrader course, instead of this school's.")
    ] = None,
    student: Annotated[str, typer.Option(help="Only this trainee.")] = "",
    workers: Annotated[
        int, typer.Option(help="Processes; 0: as many as there is work for.", min=0)
    ] = 0,
    cluster: Annotated[str, typer.Option(help="A Dask scheduler, as tls://host:8786.")] = "",
    tls_ca_file: Annotated[str, typer.Option(help="Its certificate authority.")] = "",
    tls_cert: Annotated[str, typer.Option(help="Our certificate for it.")] = "",
    tls_key: Annotated[str, typer.Option(help="The key of our certificate.")] = "",
    db: Annotated[str, typer.Option(help="The gradebook, as postgresql://host/name.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Grade again what is graded.")] = False,
    report: Annotated[Path | None, typer.Option(help="Write a report as JSON here.")] = None,
    unsafe_no_box: Annotated[
        bool, typer.Option("--unsafe-no-box", help="Go on where no box can be made. Dangerous.")
    ] = False,
) -> None:
    """Collect what was submitted and grade it, each submission in a box of its own."""
    from academy.grading import Wish, grade_assignment
    from graders.cluster import Tls

    with _explained():
        tls = Tls(*(str(Path(f).resolve()) if f else "" for f in (tls_ca_file, tls_cert, tls_key)))
        wish = Wish(
            assignment, course_dir, student, force, workers, cluster, tls, db, report, unsafe_no_box
        )
        code = grade_assignment(_school(), wish)
    raise typer.Exit(code)


@app.command()
def feedback(assignment: Assignment) -> None:
    """Make everybody's feedback page and release it to its owner."""
    from academy.grading import release_feedback

    with _explained():
        code = release_feedback(_school(), assignment)
    raise typer.Exit(code)


@app.command()
def verify(
    unit: Annotated[str, typer.Argument(help="Unit, such as pembukuan/03_hpp; all if none.")] = "",
    variants: Annotated[int, typer.Option(help="How many shops to try.", min=1, max=500)] = 20,
) -> None:
    """Verify units: solution full, blank zero, every known mistake its own hint."""
    from academy.verifying import verify_units

    with _explained():
        code = verify_units(_school(), unit, variants)
    raise typer.Exit(code)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def test(context: typer.Context) -> None:
    """Run every check and test; with arguments, those of pytest."""
    from academy.testing import run

    with _explained():
        code = run(_school().clone, context.args, typer.echo)
    raise typer.Exit(code)


def _school() -> School:
    return School.from_environment()


operations_commands.add_to(app)

if __name__ == "__main__":
    sys.exit(app())
