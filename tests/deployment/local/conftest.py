"""A small school in a folder that every account can enter."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deployment.local.school import School


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder under /tmp with mode 0755: pytest's own are closed to the school's accounts."""
    folder = Path(tempfile.mkdtemp(prefix="lapak-uji-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def school(open_folder: Path, trainee_env: Path) -> School:
    """A school with one released assignment and one lesson, its folders made."""
    clone = open_folder / "clone"
    (clone / "build" / "lessons" / "pembukuan").mkdir(parents=True)
    (clone / "build" / "lessons" / "pembukuan" / "03_hpp.ipynb").write_text("{}")
    (clone / "graders").mkdir()
    (clone / "graders" / "rahasia.py").write_text("KUNCI = 1\n")
    made = School(
        home=open_folder / "sekolah",
        clone=clone,
        env_root=trainee_env.parent,
        other_trainee_env=trainee_env,
    )
    made.prepare()
    (made.outbound / "pembukuan_03_hpp").mkdir()
    (made.etc / "trainee").mkdir()
    for secret in (made.hub_database, made.gradebook, made.accounts):
        secret.write_text("rahasia")
    return made


@pytest.fixture
def as_root() -> bool:
    """Whether this is root's school."""
    return os.geteuid() == 0


@pytest.fixture
def python() -> str:
    """This environment's Python."""
    return sys.executable
