"""What a phone calculates without a line is what Python calculates, on 10,000 inputs for each tool."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from academy.client import CALCULATORS, build_client
from academy.environment import ensure_proxy
from academy.translations import compile_catalogues, offered
from tests.voila_apps.side_by_side import compare

INPUTS, IN_ENGLISH = 10_000, 1_000


@pytest.fixture(scope="module")
def apps(clone: Path, trainee_env: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built scripts in `statik/` and what they say in `bahasa/`."""
    folder = tmp_path_factory.mktemp("hitung")
    build_client(clone, trainee_env.parent, folder / "statik", lambda _: None)
    compile_catalogues(clone, folder / "bahasa")
    return folder


@pytest.fixture(scope="module")
def node(clone: Path, trainee_env: Path) -> str:
    """The program that runs the phone's script."""
    return str(ensure_proxy(clone, trainee_env.parent, lambda _: None)[0])


@pytest.mark.parametrize("tool", CALCULATORS)
def test_the_phone_shows_what_python_shows(tool: str, apps: Path, node: str) -> None:
    """Every word, number, chart and mark of a mistake, after each step of 10,000 inputs."""
    compare(tool, apps, node, INPUTS)


def test_so_it_does_in_english(clone: Path, apps: Path, node: str) -> None:
    """In a process of its own, as the service has one; numbers typed in both ways, 1,000 a tool."""
    tools = [tool for tool in CALCULATORS if "en" in offered(clone, tool)]
    assert tools
    words = [sys.executable, "-m", "tests.voila_apps.side_by_side"]
    ran = subprocess.run(
        [*words, str(apps), node, str(IN_ENGLISH), *tools],
        cwd=clone,
        env=os.environ | {"LAPAK_LANGUAGE": "en"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
