"""A small school with real databases; each test breaks one thing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from academy.doctor.finding import Finding, Level
from deployment.local.school import School
from tests.academy.backup.conftest import empty, place, school

__all__ = ["empty", "place", "school"]

Check = Callable[[School], Iterable[Finding]]


@pytest.fixture
def levels() -> Callable[[Check, School], list[Level]]:
    """Gives the levels of all that a check finds; what is not right says what to do, twice."""

    def give(check: Check, its: School) -> list[Level]:
        found = list(check(its))
        for finding in found:
            assert finding.level == "ok" or (finding.indonesian and finding.english)
        return [finding.level for finding in found]

    return give
