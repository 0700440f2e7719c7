"""`lapak test`: the plan, its verdict, CI's rule about skipped tests, and nothing left running."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from academy import testing
from academy.trouble import Trouble

RUN = """
import sys; from pathlib import Path; from academy import testing
sys.exit(testing.run(Path(sys.argv[1]), sys.argv[2:], print))
"""


@pytest.fixture
def house(clone: Path, tmp_path: Path) -> Path:
    """A small house with our conftest and our settings, and one test that passes."""
    (tmp_path / "tests").mkdir()
    shutil.copy(clone / "tests/conftest.py", tmp_path / "tests")
    shutil.copy(clone / "pyproject.toml", tmp_path)
    _test(tmp_path, "test_fine", "def test_fine(): pass")
    return tmp_path


def _test(house: Path, name: str, code: str) -> None:
    (house / f"tests/{name}.py").write_text(textwrap.dedent(code))


def _lapak_test(house: Path, *arguments: str, ci: bool) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "CI": "true" if ci else "", "PYTEST_ADDOPTS": "-p no:cacheprovider"}
    command = [sys.executable, "-c", RUN, str(house), *(arguments or ["tests"])]
    return subprocess.run(
        command, capture_output=True, text=True, env=variables, check=False, timeout=120
    )


def test_without_arguments_everything_is_checked() -> None:
    """Linter, formatter, types and all tests; with arguments only the tests named."""
    assert [name for name, _ in testing._plan([])] == ["ruff", "ruff format", "mypy", "pytest"]
    assert testing._plan(["-x"]) == [("pytest", ["pytest", "-ra", "-x"])]


@pytest.mark.parametrize(("code", "verdict"), [("assert True", 0), ("assert False", 1)])
def test_exit_code_is_the_verdict(house: Path, code: str, verdict: int) -> None:
    """Scripts can rely on it."""
    _test(house, "test_more", f"def test_more(): {code}")
    assert _lapak_test(house, ci=False).returncode == verdict


@pytest.mark.parametrize(
    ("reason", "ci", "verdict"),
    [
        ("../shared is not here", True, 0),
        ("no chromium", True, 1),
        ("no chromium", False, 0),
    ],
)
def test_a_skipped_test_fails_ci(house: Path, reason: str, ci: bool, verdict: int) -> None:
    """CI lists what it did not run; only missing material beside the clone is forgiven."""
    _test(house, "test_more", f"import pytest\ndef test_more(): pytest.skip({reason!r})")
    done = _lapak_test(house, ci=ci)
    assert done.returncode == verdict, done.stdout
    assert (f"test_more: {reason}" in done.stdout) == ci


def test_a_whole_module_left_out_fails_ci_too(house: Path) -> None:
    """A skip while collecting is a skip."""
    _test(house, "test_more", "import pytest\npytest.importorskip('no_such_module')")
    assert _lapak_test(house, ci=True).returncode == 1


def test_nothing_is_left_running(house: Path) -> None:
    """A test that forgets a server does not leave it on the machine."""
    _test(
        house,
        "test_more",
        """
        import subprocess
        def test_more():
            subprocess.run(["sh", "-c", "setsid sleep 83.07 >/dev/null 2>&1 &"], check=True)
        """,
    )
    assert _lapak_test(house, ci=False).returncode == 0
    assert [path for path in Path("/proc").glob("[0-9]*/cmdline") if b"83.07" in _read(path)] == []


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it ended while we looked
        return b""


def test_missing_tools_are_named(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an environment without them the sentence says which command brings them."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(Trouble, match=r"ruff.*\./lapak test"):
        testing.run(clone, [], print)
