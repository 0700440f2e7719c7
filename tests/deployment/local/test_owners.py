"""Whose a file of root's school is agrees with how its folders are made."""

from __future__ import annotations

import grp
import os
import pwd
from pathlib import Path

import pytest

from deployment.local import folders
from deployment.local.owners import owner_of
from deployment.local.school import School


@pytest.mark.root
def test_places_and_owners_agree(school: School) -> None:
    """Each folder that `prepare` and `prepare_person` make has the owner that its place says."""
    folders.prepare_person(school, "peserta01")
    folders.hand_over(school)
    for top, names, files in os.walk(school.home):
        for name in (*names, *files):
            path = Path(top, name)
            relative = path.relative_to(school.home)
            if relative.parts[0] in {"etc", "variants"} and len(relative.parts) < 2:
                continue
            if relative.parts[0] == "rencana":  # made anew at each start, and in no backup
                continue
            status = os.lstat(path)
            owners = pwd.getpwuid(status.st_uid).pw_name, grp.getgrgid(status.st_gid).gr_name
            assert owners == owner_of(school, relative), relative
