"""`lapak people …`: the people of a training, for the operator's keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from deployment.local.school import School

if TYPE_CHECKING:
    from academy.people import store

app = typer.Typer(
    help="Register people from a list, and look after their accounts and their data.",
    no_args_is_help=True,
)
cohorts = typer.Typer(
    help="Cohorts: who begins and ends together, and by when things are due.", no_args_is_help=True
)
app.add_typer(cohorts, name="cohort")

WRONG, NOT_THERE = 1, 2
_DAY = ("%Y-%m-%d",)
UserName = Annotated[str, typer.Argument(help="Her user name, as `list` shows it.")]


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="The list: .xlsx or .csv.", metavar="FILE")],
    cohort: Annotated[str, typer.Option(help="Cohort of all whose row names none.")] = "",
    role: Annotated[
        Literal["trainee", "mentor", "operator"], typer.Option(help="What these people are.")
    ] = "trainee",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be done.")
    ] = False,
) -> None:
    """Register the people of a list; whoever is registered already stays as she is."""
    from academy.people import enrolment, roster

    with _explained(), _school() as (school, database):
        read = roster.read_roster(file, datetime.now(UTC).date())
        with database.reading() as session:
            plan = enrolment.plan(session, read, cohort)
        for line in enrolment.preview(plan):
            typer.echo(line)
        if plan.new and not dry_run:
            typer.echo(f"Mendaftarkan {len(plan.new)} orang …")
            for path in enrolment.enrol(school, database, plan.new, role):
                typer.echo(f"Kartu untuk dicetak: {path}")
    raise typer.Exit(WRONG if plan.problems else 0)


@app.command("list")
def list_(
    cohort: Annotated[str, typer.Option(help="Only this cohort.")] = "",
    group: Annotated[str, typer.Option(help="Only groups of this name.")] = "",
) -> None:
    """List people: user name, name, role, cohort, group and state, one a line."""
    from academy.people import store

    with _explained(), _school() as (_, database), database.reading() as session:
        for person in store.listed(session, cohort, group):
            typer.echo("\t".join(store.in_words(person)))


@app.command()
def reset(name: UserName) -> None:
    """Give a person a new one-time password; the old one stops working at once."""
    from academy.people import erasure

    with _explained(), _school() as (school, database):
        password = erasure.new_password(school, database, name)
    typer.echo(f"Kata sandi sekali pakai untuk {name}: {password}")


@app.command()
def close(name: UserName) -> None:
    """Close an account: no more logins; her work and her data stay."""
    from academy.people import erasure

    with _explained(), _school() as (school, database):
        erasure.close(school, database, name)
    typer.echo(f"Akun {name} sudah ditutup. Pekerjaan dan datanya tetap ada.")


@app.command()
def export(
    name: UserName,
    to: Annotated[Path | None, typer.Option(help="The ZIP file to write.")] = None,
) -> None:
    """Write everything kept about a person into a ZIP file, when she asks for it."""
    from academy.people import giving_back

    with _explained(), _school() as (school, database):
        target = to or school.home / f"data-{name}.zip"
        giving_back.export(school, database, name, target)
    typer.echo(f"Tersimpan di {target}. Serahkan kepada pemiliknya, lalu hapus berkas ini.")


@app.command()
def erase(
    name: UserName,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether I am sure.")] = False,
) -> None:
    """Erase a person for good, when she asks for it: data, work, grades. Only a count stays."""
    from academy.people import erasure

    with _explained(), _school() as (school, database):
        if not yes:
            typer.confirm(
                f"Hapus {name} beserta semua pekerjaan dan nilainya? Ini tidak dapat dibatalkan.",
                abort=True,
            )
        remains = erasure.erase(school, database, name)
    share = "tanpa nilai" if remains.share is None else f"nilai {remains.share}%"
    typer.echo(
        f"{name} sudah dihapus. Yang tinggal hanya hitungan: {remains.graded} tugas, {share}."
    )
    typer.echo("Cadangan lama (backup) masih memuat datanya: hapus juga bila sudah waktunya.")


@app.command()
def grades(
    to: Annotated[Path, typer.Argument(help="The file to write: .xlsx or .csv.", metavar="FILE")],
    cohort: Annotated[str, typer.Option(help="Only this cohort.")] = "",
    group: Annotated[str, typer.Option(help="Only groups of this name.")] = "",
    moodle: Annotated[
        Literal["", "username", "email"],
        typer.Option(help="As Moodle's grade import reads it: who somebody is by this."),
    ] = "",
) -> None:
    """Write trainees' grades as Excel, as CSV, or as CSV for Moodle's gradebook."""
    from academy.interchange.writing import write_grades

    with _explained(), _school() as (school, database):
        count = write_grades(school, database, to, (cohort, group), moodle)
    typer.echo(f"Nilai {count} orang tersimpan di {to}. Berkas ini memuat nama orang.")


@app.command()
def group(
    name: Annotated[str, typer.Argument(help="The group; it is made where it is missing.")],
    cohort: Annotated[str, typer.Option(help="Its cohort.")],
    mentor: Annotated[str, typer.Option(help="User name of its mentor.")],
) -> None:
    """Give a group its mentor."""
    from academy.people import store
    from deployment.local.accounts import Accounts

    with _explained(), _school() as (school, database), database.writing() as session:
        if not store.is_mentor(session, Accounts(school.accounts), mentor):
            raise LookupError(f"{mentor!r} bukan nama pengguna seorang pendamping.")
        store.group(session, store.cohort(session, cohort), name).mentor = mentor
    typer.echo(f"Kelompok {name} didampingi {mentor}.")


@cohorts.command("add")
def add_cohort(
    name: Annotated[str, typer.Argument(help="Its name, such as 2027-1.")],
    starts: Annotated[datetime, typer.Option(formats=[*_DAY], help="Its first day.")],
    ends: Annotated[datetime, typer.Option(formats=[*_DAY], help="Its last day.")],
) -> None:
    """Add a cohort; prints the code with which people register themselves in it."""
    from academy.people import store
    from academy.people.cohorts import new_code

    code = new_code()
    with _explained(), _school() as (_, database), database.writing() as session:
        store.add_cohort(session, name, (starts.date(), ends.date()), code)
    typer.echo(f"Angkatan {name} ditambahkan. Kode pendaftaran mandiri: {code}")


@cohorts.command("list")
def list_cohorts() -> None:
    """List cohorts with their days, code, number of people and what is due when."""
    from academy.people import store

    with _explained(), _school() as (_, database), database.reading() as session:
        for line in store.cohorts_in_words(session):
            typer.echo(line)


@cohorts.command("due")
def set_due(
    cohort: Annotated[str, typer.Argument(help="The cohort.")],
    assignment: Annotated[str, typer.Argument(help="Assignment, such as pembukuan_03_hpp.")],
    day: Annotated[datetime, typer.Argument(formats=[*_DAY], help="The last day.")],
) -> None:
    """Set the last day for an assignment in a cohort."""
    from academy.people import store

    with _explained(), _school() as (school, database), database.writing() as session:
        if assignment not in school.assignments():
            raise LookupError(f"Tugas {assignment!r} belum diterbitkan.")
        store.set_due(store.cohort(session, cohort), assignment, day.date())
    typer.echo(f"{assignment} untuk angkatan {cohort}: paling lambat {day:%d-%m-%Y}.")


@contextmanager
def _school() -> Iterator[tuple[School, store.Store]]:
    """Open the school's people.

    Raises:
        RuntimeError: the school has never been started here.
    """
    from academy.people import store

    school = School.from_environment()
    if not school.accounts.exists():
        raise RuntimeError(
            f"Belum ada sekolah di {school.home}. Nyalakan dahulu: ./lapak serve, "
            "atau sebut foldernya dengan LAPAK_HOME."
        )
    database = store.Store(store.address(school))
    try:
        yield school, database
    finally:
        database.close()


@contextmanager
def _explained() -> Iterator[None]:
    """Tell what went wrong in a sentence, and end with a code that scripts can use."""
    try:
        yield
    except LookupError as error:
        typer.echo(str(error.args[0]), err=True)
        raise typer.Exit(NOT_THERE) from None
    except OSError as error:
        typer.echo(f"{error.filename}: {_REASONS.get(type(error), error.strerror)}", err=True)
        raise typer.Exit(NOT_THERE) from None
    except (ValueError, RuntimeError) as error:
        typer.echo(f"{error}", err=True)
        raise typer.Exit(WRONG) from None


_REASONS = {
    FileNotFoundError: "berkas ini tidak ada. Periksa namanya.",
    FileExistsError: "berkas ini sudah ada. Pilih nama lain dengan --to.",
    IsADirectoryError: "ini folder. Sebut berkasnya.",
    PermissionError: "tidak boleh dibuka. Jalankan sebagai akun yang menyalakan sekolah.",
}
