"""Our own outer wall, where bubblewrap is missing."""

from __future__ import annotations

from pathlib import Path

from warmkernel import Box, Job, WarmProcess


def test_it_is_as_tight(python: Path, tmp_path: Path) -> None:
    """The same room, no network, and nothing outside; imports come from where they show."""
    with WarmProcess(python, box=Box("namespaces")) as warm, warm.fork(Job(tmp_path)) as fork:
        fork.run(
            "import os, warmkernel.inside.cells as c; x = [c.__file__, os.path.exists('/host')]"
        )
        assert fork.value("x") == ["/run/warm/warmkernel/inside/cells.py", False]
        assert fork.run(f"open({str(Path(__file__))!r})").status == "error"
        assert (
            fork.run("import socket; socket.create_connection(('127.0.0.1', 1), 1)").status
            == "error"
        )
        assert fork.run("open('ya', 'w').close()").status == "ok"
    assert (tmp_path / "ya").exists()
