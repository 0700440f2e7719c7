"""What a phone calculates without a line is what Python calculates, on 10,000 inputs for each tool."""

from __future__ import annotations

import functools
import itertools
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import IO, Any

import comm
import pytest
from ipywidgets import Widget

from academy.client import CALCULATORS, build_client
from academy.environment import ensure_proxy
from tests.voila_apps.inputs import Edit, steps
from usaha.dates import today
from usaha.money import parse_number
from voila_apps.template.assets import Assets

INPUTS = 10_000
FILLED = ("Text", "Dropdown", "FloatSlider")
# Reads edits line by line and says what the page would show of them.
ASK = """
const { start } = await import(process.argv[1]);
const ask = start(process.argv[2], process.argv[3]);
let rest = "";
for await (const part of process.stdin.setEncoding("utf8")) {
  const lines = (rest + part).split("\\n");
  rest = lines.pop();
  process.stdout.write(lines.map((line) => JSON.stringify(ask(JSON.parse(line))) + "\\n").join(""));
}
"""


@pytest.fixture(scope="module")
def statik(clone: Path, trainee_env: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built scripts."""
    folder = tmp_path_factory.mktemp("hitung") / "statik"
    build_client(clone, trainee_env.parent, folder, lambda _: None)
    return folder


class Phone:
    """A tool in Node, as the page has it: what it shows by the widget's id."""

    def __init__(self, node: str, script: Path, tool: str) -> None:
        words = [node, "--input-type=module", "-e", ASK, "--", str(script), tool, f"{today()}"]
        self._process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.shown: dict[str, Any] = {}

    def ask(self, edits: list[Edit]) -> None:
        """Hand edits over; the answer is read later, so that both calculate at once."""
        _pipe(self._process.stdin).write(json.dumps(edits) + "\n")
        _pipe(self._process.stdin).flush()

    def hear(self) -> dict[str, Any]:
        """Read the next answer; give all that is shown then."""
        line = _pipe(self._process.stdout).readline()
        assert line, "the script ended"
        for frame in json.loads(line):
            if frame["kind"] == "look":
                self.shown[f"{frame['id']} style"] = frame["style"]
            else:
                value = frame["html"] if frame["kind"] == "show" else frame["state"]
                self.shown[frame["id"]] = value
        return self.shown

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe
    return pipe


@pytest.fixture
def numbered(
    monkeypatch: pytest.MonkeyPatch, open_tool: Callable[[str], dict[str, Any]]
) -> Callable[[str], dict[str, Any]]:
    """Runs a tool with its widgets numbered as the service does; gives them by their ids."""
    made: list[Any] = []

    def run(tool: str) -> dict[str, Any]:
        make, numbers = comm.create_comm, itertools.count(1)

        def create(*words: Any, **named: Any) -> Any:
            return make(*words, **named | {"comm_id": f"{tool}-{next(numbers)}"})

        monkeypatch.setattr(comm, "create_comm", create)
        monkeypatch.setattr(Widget, "_widget_construction_callback", made.append)
        open_tool(tool)
        return {widget.model_id: widget for widget in made}

    return run


def _shown(widgets: dict[str, Any]) -> dict[str, Any]:
    """Give what the page would show, as Python's widgets hold it."""
    found: dict[str, Any] = {}
    for name, widget in widgets.items():
        kind = type(widget).__name__
        if kind == "HTML":
            classes = " ".join(("w", *widget._dom_classes))
            found[name] = f'<div class="{classes}" data-w="{name}" id="{name}">{widget.value}</div>'
        elif kind in FILLED:
            key = "index" if kind == "Dropdown" else "value"
            found[name] = {key: getattr(widget, key)}
            if widget.layout.display:
                found[f"{name} style"] = f"display:{widget.layout.display}"
    return found


@pytest.mark.parametrize("tool", CALCULATORS)
def test_the_phone_shows_what_python_shows(
    tool: str,
    numbered: Callable[[str], dict[str, Any]],
    statik: Path,
    clone: Path,
    trainee_env: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every word, number, chart and mark of a mistake, after each step of 10,000 inputs."""
    # Every field is read anew at each step: Python remembers what it has read before.
    monkeypatch.setattr("usaha.money.parse_number", functools.cache(parse_number))
    widgets = numbered(tool)
    node = ensure_proxy(clone, trainee_env.parent, lambda _: None)[0]
    phone = Phone(node, statik / Assets.read(statik.parent).offline[tool], tool)
    filled = {name: each for name, each in widgets.items() if type(each).__name__ in FILLED}
    try:
        phone.ask([])
        assert phone.hear() == _shown(widgets)
        for edits in steps(filled, Random(tool), INPUTS):
            phone.ask(edits)
            for name, state in edits:
                filled[name].set_state(state)
            told, known = phone.hear(), _shown(widgets)
            wrong = [name for name in known if told.get(name) != known[name]]
            assert not wrong, f"{edits}\n{told.get(wrong[0])}\n{known[wrong[0]]}"
    finally:
        phone.end()
