"""A calculator filled in twice, in Python and in the phone's script: after each step both show the same."""

from __future__ import annotations

import functools
import itertools
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import IO, Any
from unittest.mock import patch

import comm
from ipywidgets import Widget

from tests.voila_apps.cells import run_cells
from tests.voila_apps.inputs import Edit, steps
from usaha.dates import today
from usaha.language import find_words, language
from usaha.money import parse_number
from voila_apps.template.assets import Assets

CLONE = Path(__file__).resolve().parents[2]
# Words that no tool goes without for long, and that nobody types in `inputs`.
INDONESIAN = re.compile(
    r"\b(Anda|yang|dan|atau|tidak|untuk|dari|dengan|belum|sudah|sampai|lebih|paling|satu|harga|biaya|"
    r"hari|bulan|tahun|untung|rugi|impas|batas|isi|tulis)\b",
    re.IGNORECASE,
)
NO_TEXT = re.compile(r'(?:class|id|href|download|data-(?:w|ke))="[^"]*"')
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


def compare(tool: str, apps: Path, node: str, inputs: int) -> None:
    """Fill a tool in step by step, in the language that this process speaks.

    Args:
        tool: its name.
        apps: the folder in which `statik/` was built.
        node: the program.
        inputs: how many values are filled in.

    Raises:
        AssertionError: both show something else, or Indonesian in another language; it names the
            edits and what is shown.
    """
    home = language() == "id"
    name = tool if home else f"{tool}.{language()}"
    widgets = _numbered(tool)
    filled = {at: each for at, each in widgets.items() if type(each).__name__ in FILLED}
    phone = Phone(node, apps / "statik" / Assets.read(apps).offline[name], name)
    # Every field is read anew at each step: Python remembers what it has read before.
    with patch("usaha.money.parse_number", functools.cache(parse_number)):
        try:
            for edits in itertools.chain([[]], steps(filled, Random(name), inputs, language())):
                phone.ask(edits)
                for at, state in edits:
                    filled[at].set_state(state)
                told, known = phone.hear(), _shown(widgets)
                assert edits or told.keys() == known.keys(), told.keys() ^ known.keys()
                wrong = [at for at in known if told.get(at) != known[at]]
                assert not wrong, f"{edits}\n{told.get(wrong[0])}\n{known[wrong[0]]}"
                left = [text for text in known.values() if not home and _is_indonesian(text)]
                assert not left, f"{edits}\n{INDONESIAN.findall(left[0])}\n{left[0]}"
        finally:
            phone.end()


def _numbered(tool: str) -> dict[str, Any]:
    """Run a tool with its widgets numbered as the service does; give them by their ids."""
    made: list[Any] = []
    make: Callable[..., Any] = comm.create_comm
    numbers = itertools.count(1)

    def create(*words: Any, **named: Any) -> Any:
        return make(*words, **named | {"comm_id": f"{tool}-{next(numbers)}"})

    with (
        patch.object(comm, "create_comm", create),
        patch.object(Widget, "_widget_construction_callback", made.append),
    ):
        run_cells(CLONE, tool)
    return {widget.model_id: widget for widget in made}


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


def _is_indonesian(shown: Any) -> bool:
    """Say whether a text, or the name of something for those who listen, was left Indonesian."""
    return isinstance(shown, str) and bool(INDONESIAN.search(NO_TEXT.sub("", shown)))


if __name__ == "__main__":  # a process that speaks what LAPAK_LANGUAGE says
    built, program, many, *tools = sys.argv[1:]
    find_words(Path(built) / "bahasa")
    for each in tools:
        try:
            compare(each, Path(built), program, int(many))
        except AssertionError as problem:
            sys.exit(f"{each}: {problem}")
