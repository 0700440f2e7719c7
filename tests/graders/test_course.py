"""Tests of `graders.course`: the configuration that formgrader and nbgrader read."""

from __future__ import annotations

from pathlib import Path

from nbgrader.preprocessors import Execute
from traitlets.config import Config

from graders.course import Course, config_file, course_config
from graders.exchange import CollectOwn
from graders.execute import BoxedExecute


def test_the_file_gives_the_same_configuration(tmp_path: Path) -> None:
    """What is written for nbgrader's programs is what our own commands run with."""
    course = Course(tmp_path / "c", tmp_path / "x", tmp_path / "v", tmp_path / "env")
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
