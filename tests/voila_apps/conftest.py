"""The public tools, built once and run in the environment that visitors meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from academy.apps import build_apps


@pytest.fixture(scope="session")
def apps(clone: Path, work: Path) -> Path:
    """The folder of all tools as Voila serves them."""
    folder = work / "apps"
    build_apps(clone, folder)
    return folder
