"""Reading an uploaded file in a process without rights."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys

import pytest

from academy.people.roster import read_rows
from academy.web import reading
from academy.web.reading import TOO_MUCH, read_apart
from tests.academy.people import messy

from .conftest import Site


def test_it_reads_as_the_reader_does(site: Site) -> None:
    """The same rows as in this process."""
    data = messy.workbook(messy.with_mistakes(messy.people(count=200)))
    assert asyncio.run(read_apart(site.school, data)) == read_rows(data)
    rows, problems = asyncio.run(read_apart(site.school, b"%PDF-1.7"))
    assert rows == ()
    assert "PDF" in problems[0].text


@pytest.mark.root
def test_it_has_no_rights(site: Site) -> None:
    """In root's school it runs as another account, without the groups of this one."""
    code = "import os, json; print(json.dumps([os.geteuid(), os.getegid(), os.getgroups()]))"
    whose = reading.without_rights(site.school)
    done = subprocess.run(
        [sys.executable, "-c", code], **whose, capture_output=True, check=True, cwd="/"
    )
    uid, gid, groups = json.loads(done.stdout)
    assert uid != os.geteuid()
    assert gid != os.getegid()
    assert set(groups) <= {gid}


def test_what_takes_too_long_is_ended(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a sentence, and no process left."""
    monkeypatch.setattr(reading, "SECONDS", 0.001)
    rows, problems = asyncio.run(read_apart(site.school, b"Nama;No HP\nAni;0812\n"))
    assert rows == ()
    assert problems[0].text == TOO_MUCH
