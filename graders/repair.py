"""Puts a submitted notebook back on the released one: her answers are kept, everything else is ours.

A cell that was deleted, edited although locked, copied, moved or renamed costs nobody a score and
never stops a batch. Cells that she added stay behind the cell they followed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from graders.submitted import new_cell

MAX_EXTRA_CELLS = 200


def grade_id(cell: NotebookNode) -> str | None:
    """Returns nbgrader's id of a cell, or None."""
    settings = cell.get("metadata", {}).get("nbgrader")
    found = settings.get("grade_id") if isinstance(settings, dict) else None
    return found if isinstance(found, str) else None


def is_answer(cell: NotebookNode) -> bool:
    """Whether the trainee writes in this cell."""
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def repair(submitted: NotebookNode, released: NotebookNode) -> tuple[NotebookNode, list[str]]:
    """Returns the released notebook with her answers in it, and what had to be repaired."""
    known = {name: cell for cell in released.cells if (name := grade_id(cell))}
    hers: dict[str, str] = {}
    extras: dict[str, list[NotebookNode]] = {}
    report, after = [], ""
    for cell in submitted.cells:
        name = grade_id(cell) or ""
        if name in hers:
            report.append(f"{name}: copy ignored")
        elif name in known:
            hers[name], after = str(cell.source), name
            if not is_answer(known[name]) and hers[name] != known[name].source:
                report.append(f"{name}: locked cell restored")
        elif not _is_ours(cell, released):
            extras.setdefault(after, []).append(new_cell(cell.cell_type, str(cell.source)))
    report += [f"{name}: deleted cell restored" for name in known if name not in hers]
    return _rebuild(released, hers, extras), report


def _rebuild(
    released: NotebookNode, hers: dict[str, str], extras: dict[str, list[NotebookNode]]
) -> NotebookNode:
    whole = nbformat.from_dict({**released, "cells": extras.get("", [])[:MAX_EXTRA_CELLS]})
    for cell in released.cells:
        kept, name = nbformat.from_dict(dict(cell)), grade_id(cell) or ""
        if name in hers and is_answer(cell):
            kept.source = hers[name]
        own = extras.get(name, [])[:MAX_EXTRA_CELLS] if name else []
        whole.cells += [kept, *own]
    assert isinstance(whole, NotebookNode)
    return whole


def _is_ours(cell: NotebookNode, released: NotebookNode) -> bool:
    """Whether an unmarked cell is one of the released, unmarked ones (titles and questions)."""
    return any(c.source == cell.source and c.cell_type == cell.cell_type for c in released.cells)


class Repair(NbGraderPreprocessor):
    """nbgrader's preprocessor around `repair`; first in `Autograde.sanitize_preprocessors`."""

    release_directory = Unicode(help="Where the released assignments lie").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Replaces the submitted notebook by the repaired one."""
        ids = resources["nbgrader"]
        path = Path(self.release_directory) / ids["assignment"] / f"{ids['notebook']}.ipynb"
        whole, report = repair(nb, nbformat.read(path, as_version=4))
        for line in report:
            self.log.warning("%s: %s", ids["student"], line)
        return whole, resources
