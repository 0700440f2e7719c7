"""Figures as they are written, and which stand in which table."""

from __future__ import annotations

from academy.progress.gains import Gain
from academy.reporting.columns import HIDDEN, PEOPLE, TRACKS, columns_of, written
from academy.reporting.report import Row, Section


def test_which_columns() -> None:
    """A track has begun people and both tests; the others the enrolled and the rubric."""
    assert columns_of(Section("jalur", ())) == TRACKS
    assert columns_of(Section("kelamin", ())) == PEOPLE
    row = Row("x", 10, 9, 8, 7, Gain(7, 40.04, 60.06, 10.0, 30.0), 6, 71.25)
    assert [column.figure(row) for column in PEOPLE] == [10, 9, 8, 7, 20.0, 10.0, 30.0, 6, 71.2]
    assert [column.figure(row) for column in TRACKS] == [9, 8, 7, 40.0, 60.1, 20.0, 10.0, 30.0]


def test_nothing_is_written_for_nothing() -> None:
    """A dash; a zero is a figure."""
    assert {written(column.figure(Row("x"))) for column in PEOPLE} == {HIDDEN}
    assert written(0) == "0"
    assert written(-3.0) == "-3,0"
