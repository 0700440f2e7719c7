"""Runs the cells of a notebook and writes what they show, and the answers, as lines of JSON.

Runs inside the grading box, under the trainee environment: `python -m latihan.replay FD < request`.
The request is `{"cells": [{"index", "source", "answer"}], "timeout": seconds}`; each cell gives one
line `{"index", "outputs", "answer"}` on the file descriptor FD. What a trainee's code writes there
itself is at best another value of hers: the school judges values, never verdicts.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import sys
from typing import Any

from latihan.answers import Plain, to_plain

MAX_STREAM = 20_000
MAX_IMAGE = 400_000
MISSING: Plain = {"kind": "missing", "text": ""}


class CellTimeout(BaseException):
    """A cell took longer than its limit."""


def make_shell() -> Any:
    """Returns an IPython shell without history, plots inline, errors told in Indonesian."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config)
    # No windows, and results stand alone, without "Out[1]: ".
    vars(shell).update(enable_gui=lambda _gui=None: None)
    vars(shell.displayhook).update(write_output_prompt=lambda: None)
    shell.run_line_magic("load_ext", "latihan")
    return shell


def run_cell(shell: Any, source: str, timeout: int) -> list[dict[str, Any]]:
    """Runs one cell and returns its outputs in the notebook format; it never raises.

    Only text and PNG pictures are kept: what a mentor opens must hold no script of a trainee's.
    """
    from IPython.utils.capture import capture_output

    def on_alarm(*_: object) -> None:
        raise CellTimeout

    signal.signal(signal.SIGALRM, on_alarm)
    outputs: list[dict[str, Any]] = []
    with capture_output() as captured:
        signal.setitimer(signal.ITIMER_REAL, timeout)
        try:
            shell.run_cell(source, store_history=True)
        except BaseException as error:  # noqa: BLE001  whatever a trainee's cell raises, the next one still runs
            outputs.append(stream("stderr", f"Sel dihentikan: {type(error).__name__}\n"))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    for name, text in (("stdout", captured.stdout), ("stderr", captured.stderr)):
        if text:
            outputs.append(stream(name, text))
    outputs += [shown for rich in captured.outputs if (shown := display(rich.data))]
    return outputs


def stream(name: str, text: str) -> dict[str, Any]:
    """Returns a stream output, cut where it is too long."""
    if len(text) > MAX_STREAM:
        text = text[:MAX_STREAM] + "\n… (dipotong)\n"
    return {"output_type": "stream", "name": name, "text": text}


def display(data: dict[str, Any]) -> dict[str, Any] | None:
    """Returns a display output with text and picture only, or None where it holds neither."""
    kept: dict[str, str] = {}
    if isinstance(text := data.get("text/plain"), str):
        kept["text/plain"] = text[:MAX_STREAM]
    png = data.get("image/png")
    if isinstance(png, bytes):
        png = base64.b64encode(png).decode()
    if isinstance(png, str) and len(png) <= MAX_IMAGE:
        kept["image/png"] = png
    return {"output_type": "display_data", "data": kept, "metadata": {}} if kept else None


def main() -> None:
    """Reads the request from standard input and writes a line for each cell."""
    request = json.load(sys.stdin)
    out = os.fdopen(int(sys.argv[1]), "w", encoding="utf-8")
    shell = make_shell()
    for cell in request["cells"]:
        outputs = run_cell(shell, cell["source"], int(request["timeout"]))
        answer = None
        if name := cell.get("answer"):
            names = shell.user_ns
            answer = to_plain(names[name]) if name in names else MISSING
        out.write(json.dumps({"index": cell["index"], "outputs": outputs, "answer": answer}) + "\n")
        out.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
