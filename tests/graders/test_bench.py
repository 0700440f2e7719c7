"""Tests of `graders.bench`: a warm process is made anew when it died, and kept as long as it is used."""

from __future__ import annotations

import json
import os
import signal
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

from graders.bench import Bench, KeptBench, Recipe
from graders.task import Task


@pytest.fixture(scope="module")
def recipe(trainee_env: Path) -> Recipe:
    """A warm process that has imported nothing much: these tests are not about pandas."""
    return Recipe(str(trainee_env), ("json",))


def task(source: str) -> Task:
    """Returns a notebook of one cell."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    return Task(assignment="a", student="s", notebook="n", submitted=nbformat.writes(notebook))


def test_a_dead_warm_process_is_made_anew(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody kills it between two notebooks: the next one is graded; what a killed grader left is gone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "lapak-kerja-lama").mkdir()
    bench = Bench(recipe)
    try:
        assert not (tmp_path / "lapak-kerja-lama").exists()
        os.kill(bench.warm.pid, signal.SIGKILL)
        [outcome] = bench.grade([task("print(6 * 7)")])
        assert "42" in outcome.text
        killer = threading.Timer(0.5, os.kill, (bench.warm.pid, signal.SIGKILL))
        killer.start()
        [outcome] = bench.grade([task("import time; time.sleep(1); print(6 * 7)")])
        killer.join()
        assert "42" in outcome.text  # no fault of hers: it was run again
        assert outcome.stopped == ()
    finally:
        bench.close()


def test_one_runs_while_the_next_is_prepared(recipe: Recipe) -> None:
    """Of a bench with one turn, never two notebooks run their cells at the same time."""
    source = "import time; a = time.time(); time.sleep(0.3); print(a, time.time())"
    bench = Bench(replace(recipe, turns=1))
    try:
        with ThreadPoolExecutor(3) as pool:
            done = list(pool.map(lambda _: bench.grade([task(source)]), range(3)))
    finally:
        bench.close()
    texts = [json.loads(outcome.text)["cells"][0]["outputs"][0]["text"] for [outcome] in done]
    spans = sorted(tuple(map(float, "".join(text).split())) for text in texts)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_a_kept_bench_lives_while_it_is_used(recipe: Recipe) -> None:
    """One warm process for many batches of one recipe; none when nobody has asked for long."""
    kept = KeptBench()
    bench = kept.of(recipe)
    kept.let_go(idle=60)
    assert kept.of(recipe) is bench
    assert bench.is_open
    kept.let_go(idle=0)
    assert not bench.is_open
    again = kept.of(recipe)
    other = kept.of(Recipe(recipe.trainee_env, ("string",)))
    assert not again.is_open  # it had not imported what this batch needs
    kept.close()
    kept.close()
    assert not other.is_open
