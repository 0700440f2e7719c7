"""Which box this machine can make, and the command that makes its outer wall."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

HOST = "/host"  # where the machine's files show to the warm process, and to no fork
LIBRARY = "/run/warm"  # where packages show that are not the environment's own
_ETC = (
    *("alternatives", "fonts", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime"),
    *("mime.types", "nsswitch.conf", "ssl/openssl.cnf", "terminfo", "timezone"),
)
_LINKS = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")
WHAT_TO_DO = (
    "Install bubblewrap (`apt-get install bubblewrap`) and allow user namespaces "
    "(`sysctl -w kernel.unprivileged_userns_clone=1`, on Ubuntu 24.04 and later "
    "`sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`), or run this as root."
)


class NoBox(RuntimeError):
    """This machine can make no box; the text says why and what to do."""


@dataclass(frozen=True)
class Box:
    """A way to shut a fork in.

    Attributes:
        name: `bubblewrap`: an outer wall by bubblewrap, an inner one for each fork; `namespaces`:
            the inner one alone, where bubblewrap is not installed; `none`: nothing but limits.
    """

    name: str

    @property
    def shuts_in(self) -> bool:
        """Whether a fork sees only what it is shown."""
        return self.name != "none"

    @property
    def host(self) -> str:
        """Where the machine's files show to the warm process."""
        return HOST if self.shuts_in else ""

    def command(self, base: dict[str, str], env: dict[str, str]) -> list[str]:
        """Returns what stands in front of the warm process's own command.

        Args:
            base: what every fork sees, path inside → path of the machine.
            env: the whole environment inside.
        """
        if self.name != "bubblewrap":
            return []
        command = [_bubblewrap(), "--as-pid-1", "--new-session", "--clearenv", "--cap-add", "ALL"]
        command += ["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-net"]
        if os.geteuid():
            command += ["--unshare-user", "--uid", "0", "--gid", "0"]
        command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]  # noqa: S108  its own
        command += system_links()
        for at, path in base.items():
            command += ["--ro-bind", path, at]
        for name, value in env.items():
            command += ["--setenv", name, value]
        return [*command, "--bind", "/", HOST, "--chdir", "/", "--"]


def find_box(*, unsafe_no_box: bool = False) -> Box:
    """Returns the best box that this process can make here; each is tried, with a fork in it.

    Args:
        unsafe_no_box: where there is none, go on with limits only. What is then run can read and
            write all that its caller can.

    Raises:
        NoBox: there is none, and `unsafe_no_box` was not said.
    """
    return _find_box(os.geteuid(), unsafe_no_box)


@lru_cache(maxsize=8)
def _find_box(_account: int, unsafe_no_box: bool) -> Box:
    problems = []
    for box in (Box("bubblewrap"), Box("namespaces")):
        problem = try_box(box)
        if not problem:
            return box
        problems.append(f"{box.name}: {problem}")
    if unsafe_no_box:
        return Box("none")
    raise NoBox(f"No box can be made here. {WHAT_TO_DO} ({'; '.join(problems)})")


def try_box(box: Box) -> str:
    """Makes a box with a fork in it that does nothing; returns what went wrong, if anything did."""
    from warmkernel.job import Job
    from warmkernel.process import WarmProcess, WarmTrouble

    if box.name == "bubblewrap" and not shutil.which("bwrap", path=_PATH):
        return "not installed"
    with tempfile.TemporaryDirectory(prefix="warm-") as folder:
        try:
            with WarmProcess(None, box=box) as warm, warm.fork(Job(Path(folder))):
                return ""
        except (WarmTrouble, OSError) as problem:
            return str(problem).strip().splitlines()[-1]


_PATH = "/usr/bin:/bin:/usr/local/bin"


def _bubblewrap() -> str:
    found = shutil.which("bwrap", path=_PATH)
    if found is None:
        raise NoBox(f"bubblewrap is not installed. {WHAT_TO_DO}")
    return found


def system_links() -> list[str]:
    """Returns bubblewrap's words for the old names of folders in /usr."""
    words = []
    for name in _LINKS:
        path = Path("/", name)
        if path.is_symlink():
            words += ["--symlink", str(path.readlink()), str(path)]
    return words


def base_of(environment: Path | None, packages: dict[str, Path]) -> dict[str, str]:
    """Returns what every fork sees: the system, a Python environment, and packages beside it.

    Args:
        environment: a virtual environment; None for this Python's base alone.
        packages: name → folder of packages that stand before the environment's own.
    """
    shown = {"/usr", *(f"/etc/{name}" for name in _ETC)}
    shown |= {f"/{name}" for name in _LINKS if not Path("/", name).is_symlink()}
    shown |= {str(root) for root in python_roots(environment)}
    base = {path: path for path in _outline(p for p in shown if Path(p).exists())}
    return {**base, **{f"{LIBRARY}/{name}": str(path) for name, path in packages.items()}}


def python_roots(environment: Path | None) -> list[Path]:
    """Returns the folders that hold an environment and the Python that it was made with."""
    if environment is None:
        return [Path(sys.base_prefix)]
    roots = [environment]
    config = environment / "pyvenv.cfg"
    for line in config.read_text(encoding="utf-8").splitlines() if config.exists() else []:
        key, _, value = line.partition("=")
        if key.strip() == "home":
            home = Path(value.strip())
            roots += [home.parent, home.resolve().parent]
    real = (environment / "bin" / "python").resolve()
    return [root for root in dict.fromkeys([*roots, real.parents[1]]) if root != Path("/")]


def _outline(paths: object) -> list[str]:
    kept: list[str] = []
    for path in sorted(set(paths)):  # type: ignore[call-overload]
        if not any(Path(path).is_relative_to(one) for one in kept):
            kept.append(path)
    return kept
