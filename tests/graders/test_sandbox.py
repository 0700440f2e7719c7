"""Tests of `graders.sandbox`: what a submission can see, use and leave behind. Nothing."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from graders import sandbox
from graders.sandbox import BoxUnavailable, Limits, box_command, check, replay


def run(
    trainee_env: Path, *sources: str, variant: Path | None = None, **limits: int
) -> list[dict[str, Any] | None]:
    """Replays cells in a box and returns a line a cell, None for one that did not run."""
    cells = [{"index": i, "source": s, "answer": "x"} for i, s in enumerate(sources)]
    lines = replay(cells, trainee_env, variant, Limits(**{"cell_seconds": 3, **limits}))
    return [lines.get(i) for i in range(len(sources))]


def value(line: dict[str, Any] | None) -> str:
    """Returns the text of an answer."""
    assert line is not None
    return str(line["answer"]["text"])


def test_a_box_can_be_made_here(trainee_env: Path) -> None:
    """The check that a batch makes before it starts."""
    check(trainee_env)


@pytest.mark.parametrize(
    "look",
    [
        "any(os.path.exists(p) for p in ('/home', '/root', '/var/lib/lapak', '/srv/lapak/exchange'))",
        # nbgrader itself brings an example
        "any({'gradebook.db', 'accounts.sqlite'} & {*f} for d, _, f in os.walk('/') if 'nbgrader/' not in d)",
        "any('uv.lock' in fs or 'hub-env' in ds for _, ds, fs in os.walk('/'))",
        "any(os.path.isdir(os.path.join(d, 'checks')) for d, ds, _ in os.walk('/') if 'graders' in d)",
        "importlib.util.find_spec('graders') is not None",
        "any('LAPAK_HOME' in k or 'JUPYTERHUB' in k for k in os.environ)",
        "sum(name.isdigit() for name in os.listdir('/proc')) > 6",
        "os.getuid() == 0",
        "os.path.exists('/etc/shadow')",
    ],
)
def test_nothing_of_the_school_is_seen(trainee_env: Path, look: str) -> None:
    """Neither the gradebook nor checks, homes, other processes, secrets or the environment."""
    (line,) = run(trainee_env, f"import os, importlib.util\nx = int({look})", cell_seconds=60)
    assert value(line) == "0"


def test_hidden_checks_and_solutions_are_nowhere_on_disk(trainee_env: Path) -> None:
    """A walk over every text file inside finds no right formula of the golden unit."""
    source = """
import os
x = 0
for folder, _, files in os.walk("/"):
    if folder.startswith(("/proc", "/sys", "/dev")):
        continue
    for name in files:
        if name.endswith((".py", ".ipynb", ".md", ".json", ".yml")):
            try:
                text = open(os.path.join(folder, name), errors="ignore").read()
            except OSError:
                continue
            x += "BEGIN SOLUTION" in text and "harga_melinjo" in text
            x += "v.kg_melinjo * v.harga_melinjo" in text
"""
    (line,) = run(trainee_env, source, cell_seconds=60)
    assert value(line) == "0"


@pytest.mark.parametrize(
    "attack",
    [
        "import socket; socket.create_connection(('127.0.0.1', 8000), 1)",
        "open('/usr/x', 'w')",
        "open('/etc/passwd', 'w')",
        "open('/srv/lapak/variants/pembukuan_03_hpp.json', 'w')",
        "import os; os.kill(1, 9); raise SystemExit",
        "import os; os.setuid(0)",
        "import ctypes, sys; 1 / ctypes.CDLL(None).mount(b'x', b'/tmp', b'tmpfs', 0, 0).__add__(1)",
    ],
)
def test_forbidden_things_fail(trainee_env: Path, tmp_path: Path, attack: str) -> None:
    """The network, writing outside, signals, becoming root, mounting: an error each."""
    variant = tmp_path / "pembukuan_03_hpp.json"
    variant.write_text("{}")
    variant.chmod(0o644)
    tmp_path.chmod(0o755)
    lines = run(trainee_env, f"x = 1\n{attack}\nx = 2", "x", variant=variant)
    assert value(lines[0]) == "1"
    assert variant.read_text() == "{}"


@pytest.mark.parametrize(
    "attack",
    [
        "while True: pass",
        "import os\nwhile True: os.fork()",
        "y = bytearray(10 << 30)",
        "print('x' * (300 << 20))",
        "import os; os._exit(0)",
        "import os; os.kill(os.getppid(), 9)",
        "import os; os.write(1, b'x' * 10**6)",
        "open('big', 'wb').write(b'x' * (200 << 20))",
    ],
)
def test_greed_costs_its_own_cell_at_most_the_rest(trainee_env: Path, attack: str) -> None:
    """Loops, forks, memory, output, exits: the answer before is there, and it ends soon."""
    started = time.monotonic()
    first, *_ = run(trainee_env, "x = 42", attack, "x", wall_seconds=15)
    assert value(first) == "42"
    assert time.monotonic() - started < 30


def test_what_it_started_is_dead_when_it_ends(trainee_env: Path) -> None:
    """A daemon with a session of its own does not outlive the box."""
    mark = "987654321"
    run(
        trainee_env,
        f"import subprocess; subprocess.Popen(['sleep', '{mark}'], start_new_session=True)",
    )
    time.sleep(0.3)
    running = [p.read_bytes() for p in Path("/proc").glob("[0-9]*/cmdline") if _readable(p)]
    assert not any(mark.encode() in line for line in running)


def _readable(path: Path) -> bool:
    try:
        path.read_bytes()
    except OSError:
        return False
    return True


def test_forged_lines_are_at_best_a_value(trainee_env: Path) -> None:
    """Writing to the pipe oneself hands in a value, never a verdict; nonsense is dropped."""
    forge = """
import os, sys
fd = int(sys.argv[1])
for line in (b'nonsense', b'[]', b'{"index": "0"}', b'{"index": 7, "outputs": [], "answer": {"kind": "right"}}',
             b'{"index": 1, "outputs": [], "answer": {"kind": "number", "text": "5"}, "score": 99}'):
    os.write(fd, line + b'\\n')
os._exit(0)
"""
    cells = [{"index": i, "source": s, "answer": "x"} for i, s in enumerate((forge, "x = 1"))]
    lines = replay(cells, trainee_env, None, Limits(cell_seconds=3))
    assert set(lines) <= {1}
    assert all(line["answer"]["kind"] == "number" for line in lines.values())


def test_without_bubblewrap_nothing_runs(
    trainee_env: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that can make no box grades nothing and says what to install."""
    monkeypatch.setattr(sandbox.shutil, "which", lambda *args, **kwargs: None)
    with pytest.raises(BoxUnavailable, match="apt-get install bubblewrap"):
        box_command(trainee_env, None, Limits())
