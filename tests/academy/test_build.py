"""Tests of `academy.build`: all is made, and only when something has changed."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from academy.build import SOURCES, build_all, fingerprint
from academy.environment import alone
from deployment.local.school import School


def test_everything_is_there(school: School) -> None:
    """Lessons, pages, sources and tools lie where the contract says."""
    for name in (
        "lessons/pembukuan/03_hpp.ipynb",
        "site/index.html",
        "site/pelajaran/pembukuan/03_hpp.html",
        "source/pembukuan_03_hpp/03_hpp.ipynb",
        "apps/kalkulator_hpp.ipynb",
    ):
        assert (school.build / name).is_file(), name


def test_a_second_build_has_nothing_to_do(school: School) -> None:
    """Unchanged sources are not built again."""
    told: list[str] = []
    assert not build_all(school, told.append)
    assert told == []


def test_two_builds_take_turns(school: School) -> None:
    """Two schools that start from one clone do not take each other's files away."""
    second = Thread(target=build_all, args=(school, print))
    with alone(school.build):
        second.start()
        second.join(0.5)
        assert second.is_alive()
    second.join(60)
    assert not second.is_alive()


def test_every_source_counts(tmp_path: Path) -> None:
    """A change in any room that the build reads changes the fingerprint."""
    seen = {fingerprint(tmp_path)}
    for folder in SOURCES:
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "x.py").write_text("1")
        seen.add(fingerprint(tmp_path))
    assert len(seen) == len(SOURCES) + 1
