"""A real PostgreSQL for tests, started in a scratch folder and gone after; and what a gradebook holds."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.api import Gradebook


def program(name: str) -> str:
    """Returns where a program of PostgreSQL's server is: Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    path = str(found[-1]) if found else shutil.which(name)
    assert path, f"{name} is missing: install it with apt-get install postgresql"
    return path


@contextmanager
def running_postgresql(folder: Path, account: pwd.struct_passwd) -> Iterator[str]:
    """Runs a server for plain account (it refuses root) and gives the address of a database.

    It listens on a socket in the folder and on no port.
    """
    folder.mkdir()
    who = {}
    if os.geteuid() == 0:
        os.chown(folder, account.pw_uid, account.pw_gid)
        who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    data, log = folder / "data", folder / "log"
    settings = f"-k {folder} -c listen_addresses='' -c fsync=off"
    init = [program("initdb"), "-D", data, "-U", "lapak", "-A", "trust", "-E", "UTF8"]
    start = [program("pg_ctl"), "-D", data, "-l", log, "-w", "-t", "60", "-o", settings, "start"]
    stop = [program("pg_ctl"), "-D", data, "-w", "-m", "immediate", "stop"]
    for command in (init, start):
        subprocess.run(
            command, check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=120, **who
        )
    try:
        yield f"postgresql://lapak@/postgres?host={folder}"
    finally:
        subprocess.run(stop, check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=60, **who)


def contents(db_url: str, course_id: str = "") -> dict[str, object]:
    """Returns every grade and comment of a gradebook by names, and each submission's totals."""
    held: dict[str, object] = {}
    with Gradebook(db_url, course_id) as book:
        for assignment in book.assignments:
            for submission in assignment.submissions:
                top = f"{assignment.name}/{submission.student.id}"
                held[top] = (submission.score, submission.max_score, submission.timestamp)
                for notebook in submission.notebooks:
                    at = f"{top}/{notebook.name}"
                    held[at] = (notebook.score, notebook.late_submission_penalty)
                    for g in notebook.grades:
                        held[f"{at}/{g.name}"] = (
                            g.auto_score,
                            g.manual_score,
                            g.needs_manual_grade,
                        )
                    for c in notebook.comments:
                        held[f"{at}/{c.name}?"] = (c.auto_comment, c.manual_comment)
    return held
