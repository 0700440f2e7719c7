"""Minutes of work are counted from what JupyterLab writes, whatever else stands there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from academy.progress.effort import minutes_worked


def _notebook(path: Path, *times: object) -> Path:
    cells = [{"metadata": {"execution": {"iopub.execute_input": time}}} for time in times]
    path.write_text(json.dumps({"cells": [{"metadata": {}}, *cells]}))
    return path


def test_pauses_are_cut(tmp_path: Path) -> None:
    """Five minutes of work, a lunch of two hours that counts as ten minutes, half a minute."""
    times = ["2027-01-04T04:05:00.500Z", "2027-01-04T04:00:00.000Z", "2027-01-04T06:05:00.000Z"]
    path = _notebook(tmp_path / "x.ipynb", *times, "2027-01-04T06:05:30.000Z")
    assert minutes_worked(path) == 16


@pytest.mark.parametrize("times", [[], ["2027-01-04T04:00:00Z"], [None, 5], ["kemarin", "lusa"]])
def test_what_does_not_tell_is_none(tmp_path: Path, times: list[object]) -> None:
    """Fewer than two cells with a time."""
    assert minutes_worked(_notebook(tmp_path / "x.ipynb", *times)) is None


@pytest.mark.parametrize("text", ["", "[]", '{"cells": [1, {"metadata": 3}]}', '{"cells": 4}'])
def test_whatever_stands_there_does_no_harm(tmp_path: Path, text: str) -> None:
    """It is a trainee's file."""
    (tmp_path / "x.ipynb").write_text(text)
    assert minutes_worked(tmp_path / "x.ipynb") is None


def test_a_time_without_a_zone_is_utc(tmp_path: Path) -> None:
    """Beside one that has a zone it does not fall over."""
    path = _notebook(tmp_path / "x.ipynb", "2027-01-04T04:00:00", "2027-01-04T04:03:00Z")
    assert minutes_worked(path) == 3
