"""Work that belongs to the grader's account: it owns the course, and nothing else can write there."""

from __future__ import annotations

import multiprocessing
import os
import pwd
import sys
from collections.abc import Callable

from academy.trouble import Trouble
from deployment.local.school import GRADER, School
from warmkernel import NoBox, find_box


def become_grader(school: School) -> None:
    """Goes to the course's folder and gives up root for the grader's account, for good.

    In a plain user's school nobody changes. The folder matters: nbgrader goes back to where it came
    from, and the grader may not enter where the operator stands.

    Raises:
        KeyError: the school has not been set up yet.
    """
    os.chdir(school.course)
    if not school.as_root:
        return
    account = pwd.getpwnam(GRADER)
    os.setgroups([])
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    os.environ["HOME"] = str(school.home_of(GRADER))
    os.umask(0o027)


def as_grader(school: School, work: Callable[[], None]) -> None:
    """Runs a piece of work in a process of the grader's.

    Raises:
        RuntimeError: it failed; what it printed says why.
    """

    def run() -> None:
        become_grader(school)
        work()

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"the grader's part stopped with code {process.exitcode}")


def ensure_box(school: School) -> None:
    """Knows before the first submission that the grader can box one.

    Raises:
        Trouble: this machine does not let the grader's account make a box, and what to do.
    """

    def try_one() -> None:
        try:
            find_box()
        except NoBox:
            sys.exit(1)  # without a traceback: the sentence below says it

    try:
        as_grader(school, try_one)
    except RuntimeError as problem:
        raise Trouble(
            "Kotak penilaian tidak dapat dibuat oleh akun penilai, jadi kiriman tidak bisa dinilai. "
            "Izinkan user namespaces, di Ubuntu 24.04 dengan: "
            "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
            "The grader's account may not make user namespaces on this machine.",
        ) from problem
