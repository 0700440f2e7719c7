"""Builds everything that is generated: lessons, public pages, assignments with solutions, tools."""

from __future__ import annotations

import hashlib
from pathlib import Path

from academy.apps import build_apps
from academy.assignments import build_source
from academy.client import build_client
from academy.environment import alone
from academy.lessons import build_lessons
from academy.library_page import build_library
from academy.steps import Echo
from deployment.local.school import School

SOURCES = (
    *("curriculum", "assignments", "voila_apps", "latihan", "usaha", "warmkernel", "academy"),
    "deployment/local/templates",  # the tokens of every page's look
)


def fingerprint(clone: Path) -> str:
    """Returns a hash of all that the build reads."""
    digest = hashlib.sha256()
    for folder in SOURCES:
        for path in sorted((clone / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(clone)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def build_all(school: School, echo: Echo, *, force: bool = False) -> bool:
    """Builds into `build/`, one process at a time; does nothing where nothing has changed.

    Args:
        school: whose clone is built, with whose trainee environment lessons are run.
        echo: prints one line of progress.
        force: build although nothing has changed.

    Returns:
        Whether anything was built.

    Raises:
        RuntimeError: a lesson failed or warned; the message names the cell.
    """
    with alone(school.build):
        stamp = school.build / "content.stamp"
        now = fingerprint(school.clone)
        if not force and stamp.exists() and stamp.read_text() == now:
            return False
        stamp.unlink(missing_ok=True)
        _build(school, echo)
        stamp.write_text(now)
    return True


def _build(school: School, echo: Echo) -> None:
    echo("Menyusun latihan …")
    build_source(school.clone, school.build)
    echo("Menyusun alat …")
    build_apps(school.clone, school.build / "apps")
    build_client(school.clone, school.env_root, school.build / "apps" / "statik", echo)
    echo("Menjalankan pelajaran dan membuat halamannya …")
    build_lessons(school.clone, school.build, school.trainee_env / "bin" / "python")
    build_library(school.clone / "usaha", school.build / "site" / "pustaka")
