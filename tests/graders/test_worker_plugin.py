"""Tests of `graders.worker_plugin`: a worker's warm process lives and ends with the worker."""

from __future__ import annotations

import pickle
from pathlib import Path

from graders.cluster import Recipe
from graders.worker_plugin import WarmPlugin


def test_a_bench_from_setup_to_teardown(trainee_env: Path) -> None:
    """It travels as plain settings and starts the warm process where it arrives."""
    sent = WarmPlugin("batch", Recipe(str(trainee_env), ("json",)))
    plugin: WarmPlugin = pickle.loads(pickle.dumps(sent))
    assert (plugin.name, plugin.bench) == ("batch", None)
    plugin.setup(None)
    assert plugin.bench
    assert plugin.bench.box == "bubblewrap"
    plugin.teardown(None)
    assert not plugin.bench.is_open


def test_teardown_without_setup() -> None:
    """A worker whose machine can make no box never had one."""
    WarmPlugin("batch", Recipe("", ())).teardown(None)
