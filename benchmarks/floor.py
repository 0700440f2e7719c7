"""The floor: the cells of graded notebooks, run in one warm IPython without a fork, a box or a record.

Runs under the trainee environment's Python: `python floor.py NOTEBOOK…` prints seconds a notebook.
"""

import json
import sys
import time
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output


class Shell(InteractiveShell):
    """An IPython without a window system, as in a notebook."""

    def enable_gui(self, gui: str | None = None) -> None:
        """Has none to enable."""


def run(shell: InteractiveShell, path: str) -> float:
    """Returns the seconds that the code cells of a notebook take."""
    cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    shell.reset()
    started = time.perf_counter()
    for source in sources:
        with capture_output():
            shell.run_cell(source, store_history=True)
    return time.perf_counter() - started


def main() -> None:
    """Runs all, and the first one twice: the first time warms up."""
    shell = Shell.instance()
    assert plt, pd  # warm: what notebooks import is there before the clock starts
    shell.run_line_magic("matplotlib", "inline")
    run(shell, sys.argv[1])
    seconds = [run(shell, path) for path in sys.argv[1:]]
    sys.stdout.write(f"{sum(seconds) / len(seconds):.4f}\n")


if __name__ == "__main__":
    main()
