"""The script `./lapak`: what it makes, what it says when it cannot, and how fast it is otherwise."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

# A machine's own programs: no pyenv, no uv, no Node that a developer may have on the path.
PLAIN_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"

FreshClone = Callable[..., Path]

# Stands for uv where a test is about the script alone: it "makes" an environment whose `lapak`
# prints what it was given. What real uv does is tried in the slow tests below.
UV = """#!/bin/sh
case "$*" in "sync --help") echo --no-editable; exit 0 ;; esac
echo "$*" >>"$UV_CALLS"
[ -z "${UV_FAILS:-}" ] || { echo "$UV_FAILS"; exit 2; }
[ -z "${UV_SLEEPS:-}" ] || exec sleep "$UV_SLEEPS"
sleep "${UV_NAPS:-0}"
mkdir -p "$UV_PROJECT_ENVIRONMENT/bin"
cd "$UV_PROJECT_ENVIRONMENT/bin"
ln -sf /bin/sh python
printf '#!/bin/sh\\necho "$*"; umask; env | grep ^LAPAK_ | sort\\n' >lapak
chmod +x lapak
"""


class Machine:
    """A copy of the script and the sources, with a uv that only writes down what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.clone = folder / "clone"
        self.env = self.clone / "build/env"
        self.calls = folder / "calls"
        bin_ = folder / "bin"
        bin_.mkdir()
        (bin_ / "uv").write_text(UV)
        (bin_ / "uv").chmod(0o755)
        self.variables = {
            "PATH": f"{bin_}:{PLAIN_PATH}",
            "HOME": str(folder),
            "UV_CALLS": str(self.calls),
        }

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run ./lapak from another folder."""
        return subprocess.run(
            [self.clone / "lapak", *arguments],
            cwd="/",
            env={**self.variables, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        """What uv was asked so far."""
        return self.calls.read_text().splitlines() if self.calls.exists() else []


@pytest.fixture
def machine(work: Path, fresh_clone: FreshClone, request: pytest.FixtureRequest) -> Machine:
    """A machine of its own, in a folder that every account can enter."""
    folder = work / request.node.name.replace("[", "-").rstrip("]")
    folder.mkdir(parents=True)
    made = Machine(folder)
    fresh_clone(made.clone)
    return made


def test_hands_everything_over(machine: Machine) -> None:
    """The program gets the arguments as they were, the user's umask, and the places it needs."""
    old = os.umask(0o027)
    try:
        done = machine.run("grade", "a b", "--force")
    finally:
        os.umask(old)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert lines[:2] == ["grade a b --force", "0027"]
    assert f"LAPAK_CLONE={machine.clone}" in lines
    assert f"LAPAK_ENV={machine.env}" in lines
    assert f"LAPAK_HOME={machine.clone / 'hub-data'}" in lines
    assert any(line.startswith("LAPAK_UV=") for line in lines)


def test_second_run_is_quick_and_silent(machine: Machine) -> None:
    """Nothing changed: uv is not asked again and the program starts within half a second."""
    machine.run()
    start = time.monotonic()
    done = machine.run()
    assert time.monotonic() - start < 0.5
    assert done.stderr == ""
    assert len(machine.asked()) == 1


def test_another_lock_makes_the_environment_anew(machine: Machine) -> None:
    """A pull that changes the lock is noticed."""
    machine.run()
    with (machine.clone / "uv.lock").open("a") as lock:
        lock.write("# changed\n")
    machine.run()
    assert len(machine.asked()) == 2


def test_an_update_asks_for_less_room(machine: Machine, tmp_path: Path) -> None:
    """The 2.5 GB are for a first start: what is there already is not counted twice."""
    machine.run()
    with (machine.clone / "uv.lock").open("a") as lock:
        lock.write("# changed\n")
    _small_disk(tmp_path)
    assert machine.run(PATH=f"{tmp_path}:{machine.variables['PATH']}").returncode == 0


def test_a_lost_python_makes_the_environment_anew(machine: Machine) -> None:
    """An upgrade of the system that took the Python away is noticed."""
    machine.run()
    (machine.env / "hub-env/bin/python").unlink()
    machine.run()
    assert len(machine.asked()) == 2


def test_a_lost_uv_is_found_again(machine: Machine, tmp_path: Path) -> None:
    """A uv that was removed since is not handed to the program."""
    machine.run()
    shutil.copy(machine.clone.parent / "bin/uv", tmp_path / "uv")
    (machine.clone.parent / "bin/uv").unlink()
    done = machine.run(PATH=f"{tmp_path}:{PLAIN_PATH}")
    assert f"LAPAK_UV={tmp_path}/uv" in done.stdout


def test_two_at_once_make_it_once(machine: Machine) -> None:
    """A second start waits for the first and finds everything made."""
    variables = {**machine.variables, "UV_NAPS": "1"}
    command = [machine.clone / "lapak"]
    both = [subprocess.Popen(command, env=variables, stdout=subprocess.PIPE) for _ in range(2)]
    assert [child.wait(timeout=20) for child in both] == [0, 0]
    assert len(machine.asked()) == 1
    for child in both:
        child.communicate()


def test_testing_tools_come_with_the_tests_and_stay(machine: Machine) -> None:
    """`lapak test` adds the dev group; a later `serve` does not take it away again."""
    machine.run("serve")
    machine.run("test")
    machine.run("serve")
    machine.run("test")
    assert ["--group dev" in call for call in machine.asked()] == [False, True]


def test_called_through_a_link(machine: Machine, tmp_path: Path) -> None:
    """The script may be linked into a folder on the path."""
    (tmp_path / "lapak").symlink_to(machine.clone / "lapak")
    command = [tmp_path / "lapak"]
    done = subprocess.run(
        command, env=machine.variables, capture_output=True, text=True, check=True
    )
    assert f"LAPAK_CLONE={machine.clone}" in done.stdout


@pytest.mark.parametrize(
    ("printed", "code", "sentence"),
    [
        ("error: No space left on device (os error 28)", 73, "Disk penuh"),
        ("error: Permission denied (os error 13)", 73, "tidak dapat ditulis"),
        ("cause: dns error: failed to lookup address", 75, "tidak dapat diunduh"),
        ("Failed to build `x`: error: command 'gcc' failed: No such file", 69, "compiler"),
        ("something nobody foresaw", 69, "Penyebabnya ada di"),
    ],
)
def test_a_failure_is_one_sentence(
    machine: Machine, printed: str, code: int, sentence: str
) -> None:
    """What uv says in twenty lines, the operator reads in one, in Indonesian and English."""
    done = machine.run(UV_FAILS=printed)
    said = [line for line in done.stderr.splitlines() if "…" not in line]
    assert done.returncode == code
    assert len(said) == 2
    assert sentence in said[0]
    assert said[1].strip().startswith("(")
    assert not (machine.env / "hub-env.stamp").exists()


def test_a_failure_is_tried_again(machine: Machine) -> None:
    """After a failed start the next one goes on, without any cleaning up."""
    assert machine.run(UV_FAILS="dns error").returncode == 75
    assert machine.run().returncode == 0


def test_no_python(machine: Machine) -> None:
    """Without a Python that is new enough, the sentence says what to install."""
    done = machine.run(LAPAK_PYTHON="/bin/false")
    assert done.returncode == 69
    assert "Python 3.11 atau lebih baru tidak ditemukan" in done.stderr


def test_nearly_full_disk(machine: Machine, tmp_path: Path) -> None:
    """Where the environment would not fit, nothing is begun."""
    _small_disk(tmp_path)
    done = machine.run(PATH=f"{tmp_path}:{machine.variables['PATH']}")
    assert done.returncode == 73
    assert "2,5 GB" in done.stderr
    assert machine.asked() == []


def _small_disk(folder: Path) -> None:
    (folder / "df").write_text("#!/bin/sh\necho head\necho /dev/x 9 9 2499999 9% /\n")
    (folder / "df").chmod(0o755)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stops_what_it_started(machine: Machine, number: signal.Signals) -> None:
    """Ctrl-C or SIGTERM while the environment is made ends uv too, at once."""
    child = subprocess.Popen(
        [machine.clone / "lapak"],
        env={**machine.variables, "UV_SLEEPS": "47.11"},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        # A run in the background ignores Ctrl-C, and so would what it starts; hers does not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (no threads here)
    )
    end = time.monotonic() + 10
    while not machine.asked() and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.2)
    child.send_signal(number)
    assert child.wait(timeout=5) == 128 + number
    time.sleep(0.2)
    left = [p for p in Path("/proc").glob("[0-9]*/cmdline") if b"47.11" in _read(p)]
    assert left == []


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@pytest.mark.root
def test_root_in_a_closed_clone(machine: Machine, work: Path) -> None:
    """Accounts of the school cannot enter root's clone: they get copies, and state elsewhere."""
    machine.clone.parent.chmod(0o700)
    done = machine.run(LAPAK_ENV=str(work / "env-closed"))
    assert "LAPAK_HOME=/var/lib/lapak" in done.stdout
    assert "--no-editable --reinstall-package lapak" in machine.asked()[0]
    (machine.clone / "graders/__init__.py").write_text('"""Changed."""\n')
    machine.run(LAPAK_ENV=str(work / "env-closed"))
    assert len(machine.asked()) == 2, "a changed source must reach the copy"


@pytest.mark.root
def test_root_with_a_closed_folder_for_the_environments(machine: Machine) -> None:
    """An environment that the school's accounts could not enter is refused."""
    shut = machine.clone.parent / "shut"
    shut.mkdir(mode=0o700)
    done = machine.run(LAPAK_ENV=str(shut / "env"))
    assert done.returncode == 73
    assert "tidak dapat dimasuki akun lain" in done.stderr


@pytest.mark.root
def test_root_does_not_take_a_python_of_its_own(machine: Machine) -> None:
    """A Python under root's home would make every trainee's server fail."""
    home = machine.clone.parent / "private"
    (home / "bin").mkdir(parents=True)
    shutil.copy(Path("/usr/bin/python3").resolve(), home / "bin/python3")
    home.chmod(0o700)
    done = machine.run(LAPAK_PYTHON=str(home / "bin/python3"))
    assert done.returncode == 69
    assert "hanya dapat dipakai root" in done.stderr


@pytest.mark.slow
def test_fresh_clone_of_a_plain_user(
    plain_user: pwd.struct_passwd, fresh_clone: FreshClone, work: Path
) -> None:
    """A person without rights, on a machine with nothing but Python, types one command."""
    clone = fresh_clone(work / "plain/clone", plain_user)
    home = work / "plain/home"
    home.mkdir()
    os.chown(home, plain_user.pw_uid, plain_user.pw_gid)
    variables = {"PATH": PLAIN_PATH, "HOME": str(home)}

    def lapak(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["./lapak", *arguments],
            cwd=clone,
            env={**variables, **more},
            user=plain_user.pw_uid if os.geteuid() == 0 else None,
            group=plain_user.pw_gid if os.geteuid() == 0 else None,
            extra_groups=[] if os.geteuid() == 0 else None,
            capture_output=True,
            text=True,
            check=False,
        )

    dead = {f"{name}_PROXY": "http://127.0.0.1:9" for name in ("HTTP", "HTTPS")}
    offline = lapak("--help", PIP_RETRIES="0", PIP_NO_CACHE_DIR="1", **dead)
    assert offline.returncode == 75, offline.stderr
    done = lapak("--help")
    assert done.returncode == 0, done.stderr
    assert "serve" in done.stdout
    start = time.monotonic()
    assert lapak("--help").returncode == 0
    assert time.monotonic() - start < 3
    assert list((clone / "build/env/hub-env").rglob("__pycache__")), "compiled when installed"


@pytest.mark.root
@pytest.mark.slow
def test_fresh_clone_of_root_under_a_closed_folder(fresh_clone: FreshClone, work: Path) -> None:
    """Root's clone under a closed home: the packages are copies that other accounts can read."""
    clone = fresh_clone(work / "closed/root/clone")
    (work / "closed/root").chmod(0o700)
    variables = {"PATH": PLAIN_PATH, "HOME": "/root", "LAPAK_ENV": str(work / "closed/env")}
    done = subprocess.run(
        ["./lapak", "--help"], cwd=clone, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    code = "import academy, graders, latihan.lab as lab; print(graders.__file__, lab.__file__)"
    python = work / "closed/env/hub-env/bin/python"
    as_nobody = subprocess.run(
        [python, "-c", code], cwd="/", user="nobody", capture_output=True, text=True, check=True
    )
    assert str(clone) not in as_nobody.stdout
    packed = python.parent.parent.glob("lib/python*/site-packages")
    site = next(iter(packed))
    for name in ("academy", "deployment", "graders", "latihan", "usaha"):
        ours = {p.relative_to(clone) for p in (clone / name).rglob("*") if p.is_file()}
        assert {p for p in ours if not (site / p).is_file()} == set(), "a file is not packed"
