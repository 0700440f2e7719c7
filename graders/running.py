"""Runs a notebook's cells in a fork, one after the other, and says what did not run to its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import nbformat
from nbformat import NotebookNode

from warmkernel.job import CellRun

SKIP = "skip-execution"  # the tag that nbclient honours


class Fork(Protocol):
    """What is asked of a fork of a warm process."""

    def run(self, source: str) -> CellRun:
        """Runs one cell."""
        ...

    def value(self, name: str) -> Any:
        """Returns what the job's reader says of a name."""
        ...


@dataclass
class Ran:
    """The runs by index of their cells, the values that were asked for, and what fell over."""

    runs: dict[int, CellRun] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    stopped: list[str] = field(default_factory=list)

    def reached(self, index: int) -> bool:
        """Whether a cell ran to its end, even if that end was an error."""
        return index in self.runs and self.runs[index].status in ("ok", "error")

    def outputs(self, index: int) -> list[NotebookNode]:
        """Returns the well-formed outputs of a cell; they are final when all cells have run."""
        run = self.runs.get(index)
        return [out for raw in run.outputs if (out := well_formed(raw))] if run else []


def is_run(cell: NotebookNode) -> bool:
    """Whether nbclient would run a cell."""
    tags = cell.metadata.get("tags")
    skipped = isinstance(tags, list) and SKIP in tags
    return cell.cell_type == "code" and bool(cell.source.strip()) and not skipped


def run_cells(
    cells: Sequence[NotebookNode], fork: Fork, asked: Mapping[int, str] | None = None
) -> Ran:
    """Runs the cells of a notebook.

    Args:
        cells: all cells of the notebook.
        fork: where they run.
        asked: names whose values are read after a cell, by its index.

    Returns:
        What came out. After the fork has died nothing more is run.
    """
    ran = Ran()
    for index, cell in enumerate(cells):
        if not is_run(cell):
            continue
        run = ran.runs[index] = fork.run(cell.source)
        if run.status in ("timeout", "flood", "died"):
            ran.stopped.append(f"cell {index + 1}: {run.reason or run.status}")
        if run.status == "died":
            break
        if asked and index in asked:
            ran.values[asked[index]] = fork.value(asked[index])
    return ran


def well_formed(raw: Any) -> NotebookNode | None:
    """Rebuilds an output from what came out of the box; None where it is none.

    >>> well_formed({"output_type": "stream", "name": "stdout", "text": "a", "more": 1})
    {'output_type': 'stream', 'name': 'stdout', 'text': 'a'}
    >>> well_formed({"output_type": "stream", "name": 7, "text": []}) is None
    True
    """
    kind = raw.get("output_type") if isinstance(raw, dict) else None
    parts: dict[str, Any] | None = None
    if kind == "stream":
        parts = _texts(raw, "name", "text")
        if parts and parts["name"] not in ("stdout", "stderr"):
            return None
    elif kind == "error":
        parts = _texts(raw, "ename", "evalue")
        if parts:
            lines = raw.get("traceback")
            parts["traceback"] = (
                [x for x in lines if isinstance(x, str)] if isinstance(lines, list) else []
            )
    elif kind in ("display_data", "execute_result"):
        parts = _shown(raw)
    if parts is None:
        return None
    output = nbformat.from_dict({"output_type": kind, **parts})
    assert isinstance(output, NotebookNode)
    return output


def _texts(raw: dict[str, Any], *names: str) -> dict[str, Any] | None:
    found = {name: raw.get(name) for name in names}
    return found if all(isinstance(text, str) for text in found.values()) else None


def _shown(raw: dict[str, Any]) -> dict[str, Any] | None:
    data, metadata, count = raw.get("data"), raw.get("metadata"), raw.get("execution_count")
    if not isinstance(data, dict):
        return None
    kept = {
        kind: value
        for kind, value in data.items()
        if isinstance(value, str) or (kind.endswith("json") and value is not None)
    }
    parts: dict[str, Any] = {
        "data": kept,
        "metadata": metadata if isinstance(metadata, dict) else {},
    }
    if raw["output_type"] == "execute_result":
        parts["execution_count"] = count if type(count) is int else None
    return parts
