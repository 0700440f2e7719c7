"""What the tests of interchange share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from academy.catalog import Catalog, load_catalog
from academy.progress.store import Progress


@pytest.fixture(scope="session")
def catalog(clone: Path) -> Catalog:
    """The real catalogue."""
    return load_catalog(clone)


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    """An empty database of tries."""
    made = Progress(f"sqlite:///{tmp_path / 'kemajuan.sqlite'}")
    yield made
    made.close()
