"""Which box is found, by whom, and what is said where there is none."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
import time
from pathlib import Path

import pytest

from warmkernel import Box, Job, NoBox, WarmProcess, box, find_box

TRY = """
import sys, tempfile
from pathlib import Path
from warmkernel import Box, Job, WarmProcess
from warmkernel.box import try_box
for name in ("bubblewrap", "namespaces"):
    assert not (problem := try_box(Box(name))), (name, problem)
    with WarmProcess(Path(sys.argv[1]), box=Box(name)) as warm:
        with tempfile.TemporaryDirectory() as folder, warm.fork(Job(Path(folder))) as fork:
            open_ = fork.run("import os; open('x', 'w').write('y'); print(os.getuid(), os.listdir('/'))")
            assert open_.status == "ok", open_
            assert fork.run(f"os.stat({str(Path.home())!r})").status == "error"
            assert Path(folder, "x").read_text() == "y"
print("bisa")
"""


def test_the_best_box_is_bubblewrap() -> None:
    """It is installed wherever the tests run."""
    assert find_box() == Box("bubblewrap")


@pytest.mark.parametrize("name", ["bubblewrap", "namespaces"])
def test_both_boxes_can_be_made(name: str) -> None:
    """Each is tried with a fork in it."""
    assert box.try_box(Box(name)) == ""


def test_a_plain_account_can_make_both(
    plain_user: pwd.struct_passwd, python: Path, clone: Path, work: Path
) -> None:
    """An account without rights, such as the school's grader; its fork sees neither home nor root."""
    script = work / "kotak.py"
    script.write_text(TRY)
    command = [sys.executable, str(script), str(python)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", plain_user.pw_name, "--", *command]
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(clone), "HOME": plain_user.pw_dir}
    done = subprocess.run(
        command, env=env, cwd="/", capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "bisa\n", done.stderr


def test_no_box_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clear sentence, unless the operator insists."""
    monkeypatch.setattr(box, "try_box", lambda _box: "not permitted")
    box._find_box.cache_clear()
    try:
        with pytest.raises(NoBox, match="Install bubblewrap"):
            find_box()
        assert find_box(unsafe_no_box=True) == Box("none")
    finally:
        box._find_box.cache_clear()


FORBIDDEN = """
import os, sys
from pathlib import Path
from warmkernel.inside import syscalls
ready, said, go, told = *os.pipe(), *os.pipe()
child = os.fork()
if child:
    os.read(ready, 1)
    for name in ("uid_map", "gid_map"):
        Path(f"/proc/{child}/{name}").write_text("0 0 65000")
    os.write(told, b"x")
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
syscalls.unshare(syscalls.CLONE_NEWUSER)
os.write(said, b"x")
os.read(go, 1)
os.setresuid(0, 0, 0)
Path("/proc/sys/user/max_user_namespaces").write_text("0")  # of this namespace and those below it
os.setgroups([])
os.setresgid(1000, 1000, 1000)
os.setresuid(1000, 1000, 1000)
from warmkernel import NoBox, find_box
try:
    find_box()
except NoBox as problem:
    print(problem)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can forbid it for a while")
def test_where_namespaces_are_forbidden_nothing_runs(clone: Path) -> None:
    """As on a machine that lets plain accounts make none: it says what to do, and what went wrong."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(clone), "HOME": "/"}
    command = [sys.executable, "-c", FORBIDDEN]
    done = subprocess.run(
        command, env=env, cwd="/", capture_output=True, text=True, timeout=60, check=False
    )
    assert "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0" in done.stdout, done.stderr
    assert "bwrap: " in done.stdout


def test_without_a_box_limits_still_hold(python: Path, tmp_path: Path) -> None:
    """Time, output, and what is left behind is ended."""
    with WarmProcess(python, box=Box("none")) as warm, warm.fork(Job(tmp_path)) as fork:
        assert fork.run("import os; print(os.getcwd())").outputs[0]["text"] == f"{tmp_path}\n"
        assert fork.run("while True: pass", seconds=1).status == "timeout"
        assert fork.run("x = bytearray(10 << 30)").status == "error"
        left = "import subprocess; print(subprocess.Popen(['sleep', '600'], start_new_session=True).pid)"
        pid = fork.run(left).outputs[0]["text"].strip()
        fork.close()
        until = time.monotonic() + 5
        while Path("/proc", pid).exists():
            assert time.monotonic() < until, "it still runs"


def test_the_base_hides_what_names_people(trainee_env: Path) -> None:
    """The machine's accounts and the clone are not part of it."""
    base = box.base_of(trainee_env, {})
    assert str(trainee_env) in base
    assert not {"/etc/passwd", "/etc", "/home", "/"} & set(base)
