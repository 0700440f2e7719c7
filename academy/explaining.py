"""How a command ends when something is wrong: one sentence, and a code that scripts can use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from academy.trouble import Trouble

FAILED = 1


@contextmanager
def explained() -> Iterator[None]:
    """Tell what went wrong in a sentence, and end the command with its code.

    Example:
        >>> with explained():
        ...     raise Trouble("Disk penuh.", "The disk is full.", 73)
        Traceback (most recent call last):
        click.exceptions.Exit: 73
    """
    try:
        yield
    except Trouble as trouble:
        typer.echo(str(trouble), err=True)
        raise typer.Exit(trouble.code) from None
    except (ValueError, RuntimeError, LookupError) as error:
        typer.echo(f"{error}", err=True)
        raise typer.Exit(FAILED) from None
