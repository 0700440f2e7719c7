"""A forked ipykernel has the environment that it was started with; more in test_provisioner."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jupyter_client.connect import write_connection_file

from warmkernel import Box, WarmProcess
from warmkernel.fork import WarmTrouble


def test_it_listens_where_the_connection_file_says(python: Path, tmp_path: Path) -> None:
    """With its own process id; ended by a signal, it says so."""
    path, _ = write_connection_file(
        str(tmp_path / "k.json"), transport="ipc", ip=str(tmp_path / "s"), key=b"kunci"
    )
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    with WarmProcess(python, box=Box("none"), env=env) as warm:
        one = warm.attach(Path(path), tmp_path, {**env, "UJI": "ya"})
        assert (tmp_path / "s-1").is_socket()
        assert b"warmkernel" in Path(f"/proc/{one.pid}/cmdline").read_bytes()
        one.terminate()
        assert one.wait(10) == -15


def test_a_place_where_nobody_may_listen_is_told(python: Path, tmp_path: Path) -> None:
    """Not after a time, but at once."""
    path, _ = write_connection_file(
        str(tmp_path / "k.json"), transport="ipc", ip=str(tmp_path / "tidak" / "ada"), key=b"kunci"
    )
    env = {"HOME": str(tmp_path)}
    with (
        WarmProcess(python, box=Box("none"), env=env) as warm,
        pytest.raises(WarmTrouble, match="ZMQError"),
    ):
        warm.attach(Path(path), tmp_path, {})
