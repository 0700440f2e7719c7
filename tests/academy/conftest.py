"""A school set up in a scratch folder, without a hub: course, release, two trainees."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from academy.build import build_all
from academy.install import install_course
from deployment.local import folders
from deployment.local.school import TRAINEES, School


@pytest.fixture(scope="module")
def school(work: Path, trainee_env: Path, clone: Path) -> Iterator[School]:
    """A school with everything built and installed, as `lapak serve` leaves it before the hub."""
    home = work / f"school-{os.getpid()}"
    school = School(home, clone, trainee_env.parent, other_trainee_env=trainee_env)
    build_all(school, print)
    school.prepare()
    install_course(school, print)
    for user in TRAINEES:
        folders.prepare_person(school, user)
    yield school
    shutil.rmtree(home)
