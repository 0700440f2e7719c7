"""What the tests of the warm process share: one warm process for a file, forks of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from warmkernel import Box, Fork, Job, Limits, WarmProcess, find_box

QUICK = Limits(cell_seconds=3, grace_seconds=0.5, wall_seconds=20, cpu_seconds=10, memory=512 << 20)


@pytest.fixture(scope="session")
def box() -> Box:
    """The best box of this machine."""
    return find_box()


@pytest.fixture(scope="session")
def python(trainee_env: Path) -> Path:
    """The Python that runs inside."""
    return trainee_env / "bin" / "python"


@pytest.fixture(scope="module")
def warm(python: Path, box: Box) -> Iterator[WarmProcess]:
    """A warm process with what courses need."""
    with WarmProcess(python, ("pandas", "matplotlib.pyplot", "ipywidgets"), box=box) as process:
        yield process


@pytest.fixture
def fork(warm: WarmProcess, tmp_path: Path) -> Iterator[Fork]:
    """A fork in an empty folder, with short limits."""
    limits = Limits(cell_seconds=5, grace_seconds=1, wall_seconds=60)
    with warm.fork(Job(tmp_path, limits=limits)) as one:
        yield one


@pytest.fixture
def text() -> Callable[[Fork, str], str]:
    """Runs a cell and gives what it printed."""

    def run(fork: Fork, source: str) -> str:
        outputs = fork.run(source).outputs
        return "".join(o["text"] for o in outputs if o["output_type"] == "stream")

    return run


@pytest.fixture
def run(warm: WarmProcess, tmp_path: Path) -> Callable[..., Fork]:
    """Gives a fork with short limits; other limits by name."""

    def make(**limits: float) -> Fork:
        return warm.fork(Job(tmp_path, limits=Limits(**{**vars(QUICK), **limits})))

    return make
