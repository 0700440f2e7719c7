"""What an update does to a school that has data: copies of its databases first, then the steps they need.

The academy's databases take their own steps when they are opened, the hub's when it starts; nbgrader
leaves its gradebook to the operator, so that is done here, as the grader.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from academy.backup.contents import OLD_DATABASES, is_database, walk
from academy.backup.databases import snapshot
from academy.grader import as_grader
from academy.people import schema
from academy.progress import store as progress
from academy.steps import Echo
from deployment.local.school import School

MARK = "versi.json"
WRITERS = ("lapak", "jupyterhub", "nbgrader")


def bring_up_to_date(school: School, echo: Echo) -> Path | None:
    """Prepare a school's databases for this Lapak, where another one has written them last.

    Args:
        school: the school; it does not run.
        echo: prints one line.

    Returns:
        The folder of the copies; None where nothing had to be done.

    Raises:
        RuntimeError: the gradebook's step failed; the copies are there.
    """
    now = _now()
    databases = _databases(school)
    if not databases or _before(school) == now:
        _note(school, now)
        return None
    echo("Lapak baru: menyalin basis data sebelum diperbarui …")
    folder = school.home / OLD_DATABASES
    shutil.rmtree(folder, ignore_errors=True)  # one is enough: older ones still hold the erased
    folder.mkdir(mode=0o700)
    for source, copy in snapshot(databases, folder).items():
        copy.rename(folder / source.name)
    if school.gradebook.exists():
        as_grader(school, lambda: _upgrade_gradebook(school))
    _note(school, now)
    echo(f"Salinan sebelum pembaruan: {folder}")
    return folder


def _now() -> dict[str, str]:
    steps = {
        "academy": schema.known()[0],
        "progress": schema.known(Path(progress.__file__).parent)[0],
    }
    return {**{name: version(name) for name in WRITERS}, **steps}


def _before(school: School) -> dict[str, str] | None:
    with suppress(OSError, ValueError):
        said: dict[str, str] = json.loads((school.home / MARK).read_text("utf-8"))
        return said
    return None


def _note(school: School, versions: dict[str, str]) -> None:
    (school.home / MARK).write_text(json.dumps(versions, indent=1), encoding="utf-8")


def _databases(school: School) -> list[Path]:
    return [
        school.home / found.path
        for found in walk(school.home)
        if found.handle is not None and is_database(found.path, found.handle)
    ]


def _upgrade_gradebook(school: School) -> None:
    from nbgrader import dbutil

    # nbgrader calls alembic by its name.
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    dbutil.upgrade(f"sqlite:///{school.gradebook}")
