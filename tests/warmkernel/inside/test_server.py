"""The warm process keeps its forks, and tells why one ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from warmkernel import Job, Limits, WarmProcess, WarmTrouble


def test_an_end_is_told_once(warm: WarmProcess, tmp_path: Path) -> None:
    """The reason stays with every later run."""
    with warm.fork(Job(tmp_path, limits=Limits(wall_seconds=0.5))) as fork:
        first = fork.run("import time; time.sleep(30)")
        again = fork.run("1")
    assert first.reason == again.reason == fork.ended == "it used too much: wall time"


def test_what_waits_does_not_cost_its_neighbours(warm: WarmProcess, tmp_path: Path) -> None:
    """One sleeps, the others come and go."""
    with warm.fork(Job(tmp_path)) as sleeper:
        for _ in range(3):
            with warm.fork(Job(tmp_path)) as fork:
                assert fork.run("1").status == "ok"
        assert sleeper.run("1").status == "ok"


def test_a_fork_that_cannot_be_made_leaves_the_server_well(
    warm: WarmProcess, tmp_path: Path
) -> None:
    """The next one is made as if nothing had happened."""
    with pytest.raises(WarmTrouble, match="no fork"):  # nothing shows below what is read-only
        warm.fork(Job(tmp_path, at="/usr/kerja"))
    with warm.fork(Job(tmp_path)) as fork:
        assert fork.run("1").status == "ok"
