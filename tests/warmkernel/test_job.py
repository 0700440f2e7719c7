"""Limits have defaults that a course can use as they are."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from warmkernel import Job, Limits


def test_every_limit_has_a_positive_default() -> None:
    """None is off."""
    assert all(value > 0 for value in asdict(Limits()).values())


def test_a_job_needs_a_folder_only() -> None:
    """All else has a default."""
    assert Job(Path("x")).limits == Limits()
