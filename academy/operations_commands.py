"""`lapak backup`, `restore`, `doctor`: looking after a school, for the operator's keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from academy.explaining import explained
from deployment.local.school import School


def backup(
    target: Annotated[Path, typer.Argument(help="The new file, or a folder for it.")],
    keep: Annotated[
        int, typer.Option(help="Keep so many backups in that folder; 0: all.", min=0)
    ] = 0,
) -> None:
    """Save the whole school in one file; it may be running."""
    from academy.backup.making import back_up

    with explained():
        back_up(School.from_environment(), target, typer.echo, keep)


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `lapak backup` made.")],
) -> None:
    """Put a school back from a backup into an empty LAPAK_HOME."""
    from academy.backup.restoring import restore as put_back

    with explained():
        put_back(School.from_environment(), file, typer.echo)


def doctor() -> None:
    """Look for what is wrong with the school or this machine, and say what to do."""
    from academy.doctor.report import report

    with explained():
        code = report(School.from_environment(), typer.echo)
    raise typer.Exit(code)


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    for command in (backup, restore, doctor):
        app.command()(command)
