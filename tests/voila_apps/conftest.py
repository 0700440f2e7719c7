"""The public tools, built once and run in the environment that visitors meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from academy.apps import build_apps
from academy.client import build_client
from tests.voila_apps import every_widget
from tests.voila_apps.cells import run_cells
from tests.voila_apps.serving import Service

OpenTool = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="session")
def apps(clone: Path, work: Path) -> Path:
    """The folder of all tools as Voila serves them."""
    folder = work / "apps"
    build_apps(clone, folder)
    return folder


@pytest.fixture(scope="session")
def open_tool(clone: Path) -> OpenTool:
    """Runs the cells of a tool here, without Voila, and gives the names that they left."""
    return partial(run_cells, clone)


@pytest.fixture(scope="session")
def service(apps: Path, clone: Path, trainee_env: Path) -> Iterator[Service]:
    """The running service with all tools, and `semua` with every widget; kernels end early."""
    build_client(clone, trainee_env.parent, apps / "statik", lambda _: None)
    every_widget.write(apps)
    running = Service(trainee_env / "bin" / "python", clone, apps, idle=3)
    try:
        running.start()
        yield running
    finally:
        running.stop()
