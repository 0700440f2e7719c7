"""What a school keeps about a person outside the academy's database: files, grades, last use."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from nbgrader.api import Gradebook, MissingEntry

from academy.grader import as_grader
from academy.progress import store as progress
from academy.xapi import outbox
from deployment.local import os_accounts, processes
from deployment.local.course import course_of
from deployment.local.school import School
from graders import failures
from graders.lock import alone

_STEPS: Final = ("submitted", "autograded", "feedback")
_WAIT: Final = 600.0  # seconds for a batch of grading to end
_AT_THE_HUB: Final = "SELECT created, last_activity FROM users WHERE name = ?"


def folders_of(school: School, user: str) -> dict[str, Path]:
    """Name the folders that hold nothing but one person's things.

    Example:
        >>> school = School(Path("/s"), Path("/c"), Path("/e"))
        >>> folders_of(school, "tosari")["dikirim"]
        PosixPath('/s/exchange/lapak/inbound/tosari')
    """
    return {
        "ruang-belajar": school.home_of(user),
        "dikirim": school.inbound(user),
        "umpan-balik": school.feedback(user),
        "soal": school.variant(user),
        "rencana": school.plan(user),
        **{f"penilaian-{step}": school.course / step / user for step in _STEPS},
    }


def logs_of(school: School, user: str) -> list[Path]:
    """Name the logs of a person's server."""
    return [school.hub / "logs" / f"{user}{end}" for end in (".log", ".log.1")]


def grades_of(school: School, user: str) -> list[dict[str, Any]]:
    """Read a person's grades from the gradebook: one entry for each assignment handed in.

    Raises:
        RuntimeError: the gradebook cannot be read.
    """
    if not school.gradebook.exists():
        return []
    course = course_of(school)

    def read() -> list[dict[str, Any]]:
        with Gradebook(course.db_url, course.course_id) as book:
            return _grades(book, user)

    result: list[dict[str, Any]] = _asked(school, read)
    return result


def _grades(book: Gradebook, user: str) -> list[dict[str, Any]]:
    found = []
    for assignment in book.assignments:
        try:
            handed_in = book.find_submission(assignment.name, user)
        except MissingEntry:
            continue
        cells = [grade for notebook in handed_in.notebooks for grade in notebook.grades]
        said = [c for notebook in handed_in.notebooks for c in notebook.comments if c.comment]
        found.append(
            {
                "assignment": assignment.name,
                "handed_in": str(handed_in.timestamp or ""),
                "score": handed_in.score,
                "max_score": handed_in.max_score,
                "cells": {cell.name: [cell.score, cell.max_score] for cell in cells},
                "comments": {comment.name: comment.comment for comment in said},
            }
        )
    return found


def last_use(school: School, user: str) -> dict[str, str]:
    """Read from the hub's database when a person first and last used the school."""
    if not school.hub_database.exists():
        return {}
    with contextlib.closing(sqlite3.connect(school.hub_database, timeout=10)) as db:
        try:
            row = db.execute(_AT_THE_HUB, (user,)).fetchone()
        except sqlite3.OperationalError:  # a hub that has never run to the end of its start
            row = None
    return dict(zip(("first", "last"), map(str, row), strict=True)) if row else {}


def remove(school: School, user: str) -> None:
    """End a person's server and delete her files, grades and OS account; harmless when repeated.

    Raises:
        RuntimeError: the gradebook or the course's folder cannot be changed.
        deployment.local.os_accounts.AccountError: an account of her name is not ours.
    """
    processes.end_orphans(f"HOME={school.home_of(user)}")
    if school.course.is_dir():
        as_grader(school, lambda: _remove_from_course(school, user))
    progress.forget(school, user)
    outbox.forget(school, user)
    for folder in (*folders_of(school, user).values(), school.etc / "boxes" / user):
        if folder.exists():
            shutil.rmtree(folder)
    for log in logs_of(school, user):
        log.unlink(missing_ok=True)
    if school.as_root:
        os_accounts.remove(school.account_of(user))


def _remove_from_course(school: School, user: str) -> None:
    course = course_of(school)
    with alone(school.course, wait=_WAIT):
        for step in (*_STEPS, failures.FOLDER):
            shutil.rmtree(school.course / step / user, ignore_errors=True)
        if school.gradebook.exists():
            with Gradebook(course.db_url, course.course_id) as book:
                _forget(book, user)


def _forget(book: Gradebook, user: str) -> None:
    try:
        student = book.find_student(user)
    except MissingEntry:
        return
    # nbgrader's own remove_student walks a list that gets shorter while it walks.
    for assignment in [submission.assignment.name for submission in student.submissions]:
        book.remove_submission(assignment, user)
    book.db.expire_all()
    book.remove_student(user)


def _asked(school: School, question: Callable[[], Any]) -> Any:
    """Ask in a process of the grader's: a file that root made there would lock the grader out."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as answer:

        def work() -> None:
            json.dump(question(), answer)
            answer.flush()

        as_grader(school, work)
        answer.seek(0)
        return json.load(answer)
