"""Tests of `academy.grader`: the grader's work runs under the grader's account."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

import pytest

from academy.grader import as_grader, ensure_box
from academy.trouble import Trouble
from deployment.local.course import course_of
from deployment.local.school import GRADER, School
from warmkernel import NoBox


def test_work_runs_as_the_grader_in_the_course(school: School) -> None:
    """In root's school another account writes; in a plain user's school it is that user."""
    mark = school.course / "mark"
    as_grader(school, lambda: mark.write_text(str(Path.cwd())) and None)
    owner = pwd.getpwuid(mark.stat().st_uid).pw_name
    assert mark.read_text() == str(school.course)
    mark.unlink()
    assert owner == (GRADER if school.as_root else pwd.getpwuid(os.getuid()).pw_name)


def test_a_failure_is_not_silent(school: School) -> None:
    """The caller hears that the work stopped."""

    def fail() -> None:
        raise SystemExit(3)

    with pytest.raises(RuntimeError, match="code 3"):
        as_grader(school, fail)


def test_the_course_lies_in_the_school(school: School) -> None:
    """Grader and hub speak of the same folders."""
    course = course_of(school)
    assert (course.root, course.variants) == (school.course, school.variants)
    assert course.db_url.endswith(str(school.gradebook))


def test_the_grader_can_make_a_box(school: School) -> None:
    """Here it can: nothing is said."""
    ensure_box(school)


def test_a_machine_without_boxes_is_told(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ubuntu 24.04 forbids it to plain accounts: the operator reads what to type."""

    def refuse() -> None:
        raise NoBox("none")

    monkeypatch.setattr("academy.grader.find_box", refuse)
    with pytest.raises(Trouble, match="sysctl"):
        ensure_box(school)
