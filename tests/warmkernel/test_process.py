"""A warm process: what it imports and runs first, many forks, its own end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import nbformat
import pytest

from warmkernel import Box, Fork, Job, WarmProcess, WarmTrouble

OWNER = """
import sys, tempfile, time
from pathlib import Path
from warmkernel import Job, WarmProcess, find_box
warm = WarmProcess(Path(sys.argv[1]), box=find_box())
fork = warm.fork(Job(Path(tempfile.mkdtemp())))
fork.run(f"import subprocess; subprocess.Popen(['sleep', '{sys.argv[2]}'], start_new_session=True)")
print("siap", flush=True)
time.sleep(60)
"""


def test_an_import_that_fails_is_told(python: Path, box: Box) -> None:
    """With its name."""
    with pytest.raises(WarmTrouble, match="tidak_ada_modul"):
        WarmProcess(python, ("tidak_ada_modul",), box=box)


def test_an_import_that_starts_a_thread_is_refused(python: Path, box: Box, tmp_path: Path) -> None:
    """Forking such a process would hang sooner or later."""
    package = tmp_path / "berbenang"
    package.mkdir()
    code = "import threading, time\nthreading.Thread(target=time.sleep, args=(99,), daemon=True).start()"
    (package / "__init__.py").write_text(code)
    with pytest.raises(WarmTrouble, match="threads"):
        WarmProcess(python, ("berbenang",), box=box, packages=[package])


def test_packages_stand_before_the_environment_s_own(
    python: Path, box: Box, tmp_path: Path
) -> None:
    """And nothing beside them shows."""
    package = tmp_path / "usaha"
    package.mkdir()
    (package / "__init__.py").write_text("SINI = 1")
    (tmp_path / "rahasia.py").write_text("")
    with WarmProcess(python, ("usaha",), box=box, packages=[package]) as warm:
        with warm.fork(Job(tmp_path)) as fork:
            assert fork.run("import usaha; usaha.SINI").status == "ok"
        (tmp_path / "k").mkdir()
        with warm.fork(Job(tmp_path / "k")) as fork:
            assert fork.run("import rahasia").status == "error"


def test_a_fork_goes_on_from_a_notebook_s_end(python: Path, box: Box, tmp_path: Path) -> None:
    """Its names, its count and its figure's settings are there; what it showed is kept."""
    cells = ["x = 40", "print('halo'); x + 1"]
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    nbformat.write(nb, tmp_path / "a.ipynb")
    with WarmProcess(python, box=box, notebook=tmp_path / "a.ipynb") as warm:
        assert [run.status for run in warm.runs] == ["ok", "ok"]
        assert warm.runs[1].outputs[0]["text"] == "halo\n"
        with warm.fork(Job(tmp_path)) as fork:
            run = fork.run("x + 2")
            assert (run.outputs[0]["data"]["text/plain"], run.execution_count) == ("42", 3)


@pytest.mark.parametrize("name", ["bubblewrap", "namespaces", "none"])
def test_a_start_that_takes_too_long_is_given_up(name: str, python: Path, tmp_path: Path) -> None:
    """And nothing of it goes on."""
    mark = f"x{time.time_ns()}"
    package = tmp_path / mark
    package.mkdir()
    (package / "__init__.py").write_text(
        f"import subprocess\nsubprocess.run(['sleep', '5{mark[-6:]}'])"
    )
    with pytest.raises(WarmTrouble, match="too long"):
        WarmProcess(python, (mark,), box=Box(name), packages=[package], start_seconds=2)
    found = subprocess.run(["pgrep", "-f", f"{mark}|warm-.*{mark}"], check=False, stdout=-3)
    assert found.returncode == 1


def test_threads_may_share_it(warm: WarmProcess, tmp_path: Path) -> None:
    """Several ask at once, each gets its own."""
    found: list[str] = []

    def work(number: int) -> None:
        with warm.fork(Job(tmp_path)) as fork:
            fork.run(f"x = {number}")
            found.append(fork.run("x").outputs[0]["data"]["text/plain"])

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(found) == list("012345")


def test_many_forks_leave_nothing_behind(warm: WarmProcess, tmp_path: Path) -> None:
    """Memory, files and processes of the warm process stay as they are."""

    def state() -> tuple[int, int, int]:
        pid = _server(warm)
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return pages, len(list(Path(f"/proc/{pid}/fd").iterdir())), len(children)

    def one() -> None:
        with warm.fork(Job(tmp_path)) as fork:
            assert fork.run("import pandas; pandas.DataFrame({'a': [1]})").status == "ok"

    one()
    before = state()
    for _ in range(40):
        one()
    after = state()
    assert after[0] - before[0] < 256  # pages of 4 KB
    assert after[2] == 0
    assert after[1] <= before[1] + 2


def _server(warm: WarmProcess) -> int:
    """Give the warm process itself; bubblewrap stands before it."""
    children = Path(f"/proc/{warm.pid}/task/{warm.pid}/children").read_text().split()
    return int(children[0]) if children else warm.pid


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_all_ends_with_its_owner(number: signal.Signals, python: Path, clone: Path) -> None:
    """Also when the owner has no time to say so."""
    mark = f"6{time.time_ns() % 10**8}"
    command = [sys.executable, "-c", OWNER, str(python), mark]
    env = {**os.environ, "PYTHONPATH": str(clone)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "siap\n"
        owner.send_signal(number)
    until = time.monotonic() + 10
    while subprocess.run(["pgrep", "-f", f"sleep {mark}"], check=False, stdout=-3).returncode == 0:
        assert time.monotonic() < until, "something of it still runs"
        time.sleep(0.05)


def test_a_warm_process_that_died_is_told(python: Path, box: Box, tmp_path: Path) -> None:
    """Forks say `died`, new ones are refused."""
    with WarmProcess(python, box=box) as warm:
        fork: Fork = warm.fork(Job(tmp_path))
        os.kill(_server(warm), signal.SIGKILL)
        assert fork.run("1").status == "died"
        with pytest.raises(WarmTrouble):
            warm.fork(Job(tmp_path))
        fork.close()
    with pytest.raises(WarmTrouble, match="has ended"):
        warm.fork(Job(tmp_path))  # closed, too


def test_a_folder_that_is_not_there(warm: WarmProcess, tmp_path: Path) -> None:
    """The owner hears it at once."""
    with pytest.raises(FileNotFoundError):
        warm.fork(Job(tmp_path / "tidak-ada"))
