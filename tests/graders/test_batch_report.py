"""Tests of `graders.batch_report`: what machines read of a batch."""

from __future__ import annotations

import json

from graders.batch_report import Graded, Report


def test_json_says_everything() -> None:
    """Counts, the box, and each submission with its reasons."""
    results = [
        Graded("ani", 3, 4, 0.5, repaired=("q1: copy ignored",)),
        Graded("budi", error="the notebook is not JSON"),
        Graded("cici", 4, 4, skipped=True),
    ]
    read = json.loads(Report("hpp", "bubblewrap", 2, 1.23456, results).as_json())
    assert read["box"] == "bubblewrap"
    assert (read["graded"], read["repaired"], read["skipped"], read["failed"]) == (1, 1, 1, 1)
    assert read["seconds"] == 1.235
    assert read["submissions"][0]["repaired"] == ["q1: copy ignored"]
    assert read["submissions"][1]["error"] == "the notebook is not JSON"
