"""What all tests share: the clone, places to work in, an account without rights, and CI's rule."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect

CLONE = Path(__file__).resolve().parents[1]
SHARED = CLONE.parent / "shared"

# The one reason for which a test may be skipped in CI: material that is not part of the clone.
NO_SHARED = "../shared is not here"
PLAIN_USER = "ujilapak"  # followed by the number of the process that made it

# A busy machine is slow, and no test is about speed.
expect.set_options(timeout=60_000)
settings.register_profile(
    "lapak",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,  # there the same change must fail twice, or not at all
)
settings.load_profile("lapak")


@pytest.fixture(scope="session")
def clone() -> Path:
    """This checkout."""
    return CLONE


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the clone; a test that asks for it is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip(NO_SHARED)
    return SHARED


@pytest.fixture
def words(tmp_path: Path) -> Iterator[None]:
    """The catalogues of the tools' languages, made ready."""
    from academy.translations import compile_catalogues
    from usaha import language

    before = language._folders[0]
    compile_catalogues(CLONE, tmp_path)
    language.find_words(tmp_path)
    yield
    language.find_words(before)


@pytest.fixture(scope="session")
def trainee_env() -> Path:
    """The trainee environment, made where it is missing or out of date."""
    from academy.environment import ensure_trainee_env
    from deployment.local.school import School

    school = School.from_environment()
    return school.other_trainee_env or ensure_trainee_env(school.clone, school.env_root, print)


@pytest.fixture(scope="session")
def run_id() -> str:
    """A mark of this run, by which `.ci/run` finds what was left behind."""
    return os.environ.get("LAPAK_RUN") or f"run-{os.getpid()}"


@pytest.fixture(scope="session")
def work(run_id: str) -> Iterator[Path]:
    """A folder that every account can enter (pytest's own are closed), removed at the end."""
    folder = Path("/tmp") / f"lapak-{run_id}{os.environ.get('PYTEST_XDIST_WORKER', '')}"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def copy_clone(target: Path, owner: pwd.struct_passwd | None = None) -> Path:
    """Copy the sources as a fresh clone would hold them: no environments, no state, no caches."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(CLONE, target, symlinks=True, ignore=_not_cloned)
    if owner:
        for path in (target, *target.rglob("*")):
            os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)
    return target


@pytest.fixture(scope="session")
def fresh_clone() -> Callable[..., Path]:
    """Copies the sources into a folder of its own, for an owner if one is named."""
    return copy_clone


def _not_cloned(folder: str, names: list[str]) -> set[str]:
    top = {".git", "build", "hub-data"} if Path(folder) == CLONE else set()
    return {n for n in names if n in top or n == "__pycache__" or n.endswith("_cache")}


@pytest.fixture
def free_port() -> int:
    """The first of seven neighbouring ports on which nobody listens."""
    from tests.ports import seven_free  # here, because the house of a test has this file alone

    return seven_free()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser without a window, closed when the file's last test is done."""
    from tests.chromium import launched  # here, as above

    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def plain_user() -> Iterator[pwd.struct_passwd]:
    """An account without any rights, with a home, made for this run and removed after it."""
    if os.geteuid() != 0:  # then we are one ourselves
        yield pwd.getpwuid(os.geteuid())
        return
    for account in pwd.getpwall():
        if _left_behind(account.pw_name):
            _remove(account.pw_name)
    name = f"{PLAIN_USER}{os.getpid()}"  # two runs at once must not meet in one account
    subprocess.run(["useradd", "--create-home", "--shell", "/bin/sh", name], check=True)
    try:
        yield pwd.getpwnam(name)
    finally:
        _remove(name)


def _left_behind(account: str) -> bool:
    """Whether a run that is no longer there made this account."""
    number = account.removeprefix(PLAIN_USER)
    return account != number and number.isdecimal() and not Path("/proc", number).exists()


def _remove(account: str) -> None:
    try:
        uid = pwd.getpwnam(account).pw_uid
    except KeyError:
        return
    for status in Path("/proc").glob("[0-9]*"):
        try:
            if status.stat().st_uid == uid:
                os.kill(int(status.name), 9)
        except (FileNotFoundError, ProcessLookupError):
            continue
    subprocess.run(["userdel", "--remove", account], check=True, capture_output=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what only root can try; CI, which runs as root, may not."""
    if item.get_closest_marker("root") and os.geteuid() != 0:
        pytest.skip("needs root")


# ---- several at a time: a file's tests stay together, and so do those of one school -----------
@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand out whole files, and the tests of a running school as one."""
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file, _, test = nodeid.partition("::")
            if file.startswith("tests/browser/"):
                return "a plain user's school" if "[user" in test else "root's school"
            return file

    return Together(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest, so that none is left alone at the end."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: (_is_in_a_school(item), _is_slow(item)), reverse=True)


def _is_in_a_school(item: pytest.Item) -> bool:
    return item.path.parent == CLONE / "tests/browser"


def _is_slow(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is not None


# ---- CI's rule: a skipped test is a failed run, unless only ../shared was missing ------------
def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    where = report.longrepr
    return str(where[2] if isinstance(where, tuple) else where).removeprefix("Skipped: ")


def _skipped(terminal: pytest.TerminalReporter) -> list[tuple[str, str]]:
    return [(r.nodeid, _reason(r)) for r in terminal.stats.get("skipped", [])]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List what CI did not run, and why."""
    if os.environ.get("CI") != "true":
        return
    skipped = _skipped(terminalreporter)
    terminalreporter.section(f"tests not run: {len(skipped)}")
    for node, reason in skipped:
        terminalreporter.write_line(f"{node}: {reason}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Turn the run red in CI when a test was skipped for a reason of its own."""
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") != "true" or terminal is None or exitstatus != pytest.ExitCode.OK:
        return
    if any(reason != NO_SHARED for _, reason in _skipped(terminal)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
