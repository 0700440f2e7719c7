"""Landlock leaves a process its own places."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from warmkernel.inside import landlock

TRY = """
import sys
from warmkernel.inside import landlock, syscalls
syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
landlock.restrict(["/usr", "/tidak/ada"], [sys.argv[1]])
open(sys.argv[1] + "/x", "w").close()
open("/usr/bin/env", "rb").close()
for path, mode in (("/usr/bin/env", "ab"), (sys.argv[2], "rb"), ("/etc/hostname", "rb")):
    try: open(path, mode); print("terbuka", path)
    except PermissionError: pass
"""


def test_only_what_is_named_can_be_opened(clone: Path, tmp_path: Path) -> None:
    """Where this kernel has Landlock; elsewhere `restrict` says that it did nothing."""
    if not landlock.version():
        assert not landlock.restrict([], [])
        return
    (tmp_path / "kerja").mkdir()
    (tmp_path / "rahasia").touch()
    command = [sys.executable, "-c", TRY, str(tmp_path / "kerja"), str(tmp_path / "rahasia")]
    done = subprocess.run(command, cwd=clone, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
