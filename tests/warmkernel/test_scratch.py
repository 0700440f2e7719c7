"""Tests of `warmkernel.scratch`: a folder lives as long as its owner, and no longer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from warmkernel.scratch import scratch, sweep

OWNER = """
import sys, tempfile, time
from warmkernel.scratch import scratch
tempfile.tempdir = sys.argv[1]
with scratch("uji-") as folder:
    (folder / "isi").write_text("x")
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_the_folder_of_a_killed_owner_is_swept(place: Path, clone: Path) -> None:
    """Not before, and with all that is in it; what is still in use stays."""
    command = [sys.executable, "-c", OWNER, str(place)]
    env = {**os.environ, "PYTHONPATH": str(clone)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as owner:
        assert owner.stdout is not None
        left = Path(owner.stdout.readline().strip())
        assert sweep("uji-") == []
        owner.send_signal(signal.SIGKILL)
    with scratch("uji-") as mine:
        assert sweep("uji-") == [left]
        assert list(place.iterdir()) == [mine]
    assert list(place.iterdir()) == []


def test_other_names_links_and_other_accounts_are_left_alone(place: Path) -> None:
    """Where everybody may write, a name says nothing of the owner."""
    (place / "lain").mkdir()
    (place / "uji-tautan").symlink_to(place / "lain")
    (place / "uji-berkas").write_text("x")
    kept = {"lain", "uji-tautan", "uji-berkas"}
    if os.geteuid() == 0:
        (place / "uji-orang").mkdir()
        os.chown(place / "uji-orang", 1234, 1234)
        kept.add("uji-orang")
    (place / "uji-kita").mkdir()
    assert sweep("uji-") == [place / "uji-kita"]
    assert {path.name for path in place.iterdir()} == kept


def test_a_fresh_folder_is_never_swept_away_from_its_owner() -> None:
    """Not even by those who sweep all the time."""
    stop = threading.Event()

    def always() -> None:
        while not stop.is_set():
            sweep("uji-")

    sweeper = threading.Thread(target=always)
    sweeper.start()
    try:
        for _ in range(300):
            with scratch("uji-") as folder:
                (folder / "isi").write_text("x")
    finally:
        stop.set()
        sweeper.join()
