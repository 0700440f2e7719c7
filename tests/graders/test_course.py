"""Tests of `graders.course`: the configuration that formgrader and nbgrader read."""

from __future__ import annotations

from pathlib import Path

from nbgrader.preprocessors import Execute
from traitlets.config import Config

from graders.course import Course, Grading, OrdinaryCourse, config_file, course_config
from graders.exchange import CollectOwn
from graders.execute import BoxedExecute


def test_the_file_gives_the_same_configuration(tmp_path: Path) -> None:
    """What is written for nbgrader's programs is what our own commands run with."""
    db = "postgresql://db/lapak"
    course = Course(tmp_path / "c", tmp_path / "x", tmp_path / "v", tmp_path / "env", db=db)
    c = Config()
    exec(config_file(course), {"get_config": lambda: c})
    assert c == course_config(course)


def test_nothing_runs_outside_the_box(tmp_path: Path) -> None:
    """Nbgrader's own executor is in no list, and collecting goes by folder."""
    c = course_config(Course(tmp_path, tmp_path, tmp_path, tmp_path))
    steps = [*c.Autograde.sanitize_preprocessors, *c.Autograde.autograde_preprocessors]
    assert BoxedExecute in steps
    assert Execute not in steps
    assert c.ExchangeFactory.collect is CollectOwn


def test_an_ordinary_course_keeps_its_own_configuration(tmp_path: Path) -> None:
    """Its file is read as nbgrader reads it; what the operator types goes first."""
    (tmp_path / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        'c.CourseDirectory.course_id = "statistika"\n'
        'c.Grading.limits = {"memory": 100}\n'
        "c.Grading.repair = False\n"
    )
    c = OrdinaryCourse(tmp_path, tmp_path, "postgresql://db/x").config()
    assert c.CourseDirectory.course_id == "statistika"
    assert c.CourseDirectory.root == str(tmp_path)
    assert c.CourseDirectory.db_url == "postgresql://db/x"
    grading = Grading(config=c)
    assert (grading.limits, grading.repair, grading.keep_earned) == ({"memory": 100}, False, True)


def test_a_course_without_a_configuration(tmp_path: Path) -> None:
    """Needs none: everything is where nbgrader puts it."""
    c = OrdinaryCourse(tmp_path, tmp_path).config()
    assert c.CourseDirectory == {"root": str(tmp_path)}
