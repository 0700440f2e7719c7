"""Run the cells of a tool in this process, without the service."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jupytext


def run_cells(clone: Path, name: str) -> dict[str, Any]:
    """Run a tool's code cells one after the other; give the names that they left."""
    notebook = jupytext.read(clone / "voila_apps" / name / f"{name}.py", fmt="py:percent")
    names: dict[str, Any] = {"__name__": "__main__"}
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            exec(compile(cell.source, f"{name}[{number}]", "exec"), names)
    return names
