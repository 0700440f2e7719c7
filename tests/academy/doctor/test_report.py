"""All checks together, and the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from academy.doctor import report as module
from academy.doctor.finding import Finding
from academy.doctor.report import report
from deployment.local.school import School


def test_a_sound_school_is_well(school: School, free_port: int) -> None:
    """Warnings alone are no failure: a new school has no backup yet."""
    said: list[str] = []
    assert report(replace(school, port=free_port), said.append) == 0
    assert said[-1].endswith("0 salah, 1 perlu dilihat.")
    assert not [line for line in said if line.startswith("SALAH")]


def test_a_broken_school_is_not(school: School, free_port: int) -> None:
    """One thing is enough."""
    school.salt.chmod(0o644)
    said: list[str] = []
    assert report(replace(school, port=free_port), said.append) == 1
    assert len([line for line in said if line.startswith("SALAH")]) == 1


def test_no_school_yet_is_no_failure(empty: Callable[[str], School], free_port: int) -> None:
    """The machine is looked at before the first start."""
    said: list[str] = []
    assert report(replace(empty("belum"), port=free_port), said.append) == 0
    assert any("belum ada sekolah" in line for line in said)


def test_a_check_that_fails_hides_no_other(
    school: School, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told, and the rest is made."""

    def broken(_: School) -> Iterator[Finding]:
        raise OSError("aduh")
        yield

    monkeypatch.setattr(module, "OF_A_SCHOOL", (broken, *module.OF_A_SCHOOL))
    said: list[str] = []
    assert report(replace(school, port=free_port), said.append) == 1
    assert any("aduh" in line for line in said)
    assert any("cadangan" in line for line in said)
