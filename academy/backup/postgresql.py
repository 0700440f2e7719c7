"""Databases that are on PostgreSQL: copied and put back with its own `pg_dump` and `pg_restore`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from sqlalchemy import URL, create_engine, inspect, make_url

from academy.programs import Program, ensure
from academy.steps import Echo
from academy.trouble import Trouble

CLIENT = Program(("pg_dump",), "postgresql-client")
VARIABLES = ("LAPAK_ACADEMY_DB", "LAPAK_PROGRESS_DB")
SUFFIX = ".dump"
FAILED = 1


def addresses() -> dict[str, str]:
    """Give the databases that the operator has put elsewhere: variable and address, each once."""
    found = {name: os.environ[name] for name in VARIABLES if os.environ.get(name)}
    first = {address: name for name, address in reversed(found.items())}
    return {name: address for address, name in reversed(first.items())}


def dump(address: str, target: Path, echo: Echo) -> None:
    """Copy a database as it is at one moment into a file.

    Raises:
        Trouble: it cannot be read; says why.
    """
    ensure([CLIENT], echo)
    _run(["pg_dump", "--format=custom", "--no-owner", "--no-privileges"], address, target)


def put_back(address: str, source: Path, echo: Echo) -> None:
    """Fill an empty database from such a file, all of it or nothing.

    Raises:
        Trouble: the database is not empty or cannot be written.
    """
    ensure([CLIENT], echo)
    words = ["pg_restore", "--no-owner", "--no-privileges", "--exit-on-error"]
    _run([*words, "--single-transaction", str(source)], address)


def is_empty(address: str) -> bool:
    """Say whether a database has no tables yet.

    Raises:
        sqlalchemy.exc.OperationalError: it cannot be reached.
    """
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"))
    try:
        return not inspect(engine).get_table_names()
    finally:
        engine.dispose()


def _run(words: list[str], address: str, target: Path | None = None) -> None:
    url = make_url(address)
    # The list of processes is for everybody's eyes: the password goes another way.
    where = f"--dbname={_without_password(url)}"
    output = [f"--file={target}"] if target else []
    environment = {**os.environ, **({"PGPASSWORD": str(url.password)} if url.password else {})}
    command = [words[0], where, *words[1:], *output]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["?"])[-1]
        raise Trouble(
            f"Basis data PostgreSQL {url.render_as_string()} tidak dapat disalin: {last}",
            f"{words[0]} failed.",
            FAILED,
        )


def _without_password(url: URL) -> str:
    return url._replace(drivername="postgresql", password=None).render_as_string(
        hide_password=False
    )
