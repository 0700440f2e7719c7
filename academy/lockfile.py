"""What `uv.lock` pins, read without uv, so that pip and conda install the very same packages."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

from packaging.markers import Marker, default_environment
from packaging.version import Version

Lock = Mapping[str, Any]

PROJECT = "lapak"
_LINUX = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "x86_64",
    "platform_python_implementation": "CPython",
    "platform_system": "Linux",
    "sys_platform": "linux",
    "extra": "",
}
_BOUNDARY = re.compile(r"python_full_version [<>=!]+ '([\d.]+?)(?:\.\*)?'")
_HEAD = """\
# Generated from uv.lock: python -m academy.lockfile > environment.yml; a test compares the two.
# `conda env create -f environment.yml` makes the operator's environment, with the command `lapak`.
name: lapak
channels:
  - conda-forge
dependencies:
  - python {pythons}
  - pip
  - pip:
      - --editable .
"""


class Pin(NamedTuple):
    """One package at one version, with the digests of the files that may be installed."""

    name: str
    version: str
    hashes: tuple[str, ...]

    def __str__(self) -> str:
        """Give the requirement as pip reads it.

        Example:
            >>> str(Pin("pandas", "3.1.1", ()))
            'pandas==3.1.1'
        """
        return f"{self.name}=={self.version}"


def read(path: Path) -> Lock:
    """Read a `uv.lock`.

    Args:
        path: the lock file.

    Returns:
        Its tables as plain dictionaries.
    """
    return tomllib.loads(path.read_text(encoding="utf-8"))


def pins(
    lock: Lock, group: str | None = None, environment: Mapping[str, str] | None = None
) -> list[Pin]:
    """Give every package that one environment needs, each at its locked version.

    Args:
        lock: what `read` gave.
        group: a dependency group to install alone; without it, the project's own dependencies.
        environment: marker variables (PEP 508); without it, those of the running Python.

    Returns:
        Pins sorted by name, the project itself left out.

    Raises:
        KeyError: the lock has no such group.
    """
    here = environment or cast("Mapping[str, str]", default_environment())
    where = {**here, "extra": ""}
    project = next(package for package in lock["package"] if package["name"] == PROJECT)
    edges = project["dev-dependencies"][group] if group else project["dependencies"]
    found: dict[str, Pin] = {}
    asked: set[tuple[str, str | None]] = set()
    waiting = [edge for edge in edges if _applies(edge, where)]
    while waiting:
        edge = waiting.pop()
        package = _package(lock, edge)
        for extra in (None, *edge.get("extra", ())):
            if (package["name"], extra) not in asked:
                asked.add((package["name"], extra))
                waiting += [e for e in _dependencies(package, extra) if _applies(e, where)]
        found[package["name"]] = Pin(package["name"], package["version"], _hashes(package))
    return sorted(found.values())


def requirements(lock: Lock, group: str | None = None) -> str:
    """Write the pins of this machine as a requirements file with digests, for pip.

    Args:
        lock: what `read` gave.
        group: as in `pins`.

    Returns:
        The file's text; pip refuses a download whose digest is not in it.
    """
    lines = (
        " \\\n    ".join((str(pin), *(f"--hash={digest}" for digest in pin.hashes)))
        for pin in pins(lock, group)
    )
    return "\n".join(lines) + "\n"


def environment_yml(lock: Lock) -> str:
    """Write the operator's environment for conda: Python, and the locked packages through pip.

    Args:
        lock: what `read` gave.

    Returns:
        The text of `environment.yml`: Linux, every Python that the lock tells apart.
    """
    pythons = _pythons(lock)
    seen: dict[str, list[str]] = {}
    for python in pythons:
        for pin in pins(lock, environment=linux(python)):
            seen.setdefault(str(pin), []).append(python)
    lines = (f"      - {pin}{_marker(found, pythons)}\n" for pin, found in sorted(seen.items()))
    return _HEAD.format(pythons=f">={_minor(pythons[0])},<3.15") + "".join(lines)


def _applies(edge: Mapping[str, Any], where: Mapping[str, str]) -> bool:
    return "marker" not in edge or Marker(edge["marker"]).evaluate(dict(where))


def _package(lock: Lock, edge: Mapping[str, Any]) -> Mapping[str, Any]:
    """Find what an edge points to; an edge names the version only where there are several."""
    found = (
        package
        for package in lock["package"]
        if package["name"] == edge["name"] and edge.get("version") in (None, package["version"])
    )
    return next(found)


def _dependencies(package: Mapping[str, Any], extra: str | None) -> list[Mapping[str, Any]]:
    if extra:
        return list(package.get("optional-dependencies", {}).get(extra, ()))
    return list(package.get("dependencies", ()))


def _hashes(package: Mapping[str, Any]) -> tuple[str, ...]:
    files: Iterator[Mapping[str, Any]] = iter(
        [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else ())]
    )
    return tuple(sorted(file["hash"] for file in files))


def linux(python: str) -> dict[str, str]:
    """Give the marker variables of a Linux machine.

    Args:
        python: full version of its Python.

    Returns:
        What PEP 508 markers are evaluated with.

    Example:
        >>> linux("3.12.4")["python_version"]
        '3.12'
    """
    return {**_LINUX, "python_full_version": python, "python_version": _minor(python)}


def _minor(python: str) -> str:
    return ".".join(python.split(".")[:2])


def _pythons(lock: Lock) -> list[str]:
    """Give the lowest of each range of Pythons between which the lock tells apart."""
    markers = [edge.get("marker", "") for package in lock["package"] for edge in _edges(package)]
    lowest = str(lock["requires-python"]).removeprefix(">=")
    found = {lowest, *_BOUNDARY.findall(" ".join(markers))}
    full = {python if python.count(".") == 2 else f"{python}.0" for python in found}
    return sorted((p for p in full if Version(p) >= Version(lowest)), key=Version)


def _edges(package: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    extras = package.get("optional-dependencies", {}).values()
    return [*package.get("dependencies", ()), *(edge for extra in extras for edge in extra)]


def _marker(found: list[str], pythons: list[str]) -> str:
    """Say for which of `pythons`, a run of neighbours, a pin holds."""
    parts = []
    if found[0] != pythons[0]:
        parts.append(f"python_full_version >= '{found[0]}'")
    if found[-1] != pythons[-1]:
        after = pythons[pythons.index(found[-1]) + 1]
        parts.append(f"python_full_version < '{after}'")
    return " ; " + " and ".join(parts) if parts else ""


if __name__ == "__main__":  # python -m academy.lockfile > environment.yml
    sys.stdout.write(environment_yml(read(Path(__file__).parents[1] / "uv.lock")))
