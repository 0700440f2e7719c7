"""A submitted notebook, from text that may hold anything to one that holds nothing unexpected."""

from __future__ import annotations

import json
import re
import secrets
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

MAX_NOTEBOOK = 20 << 20  # characters; nobody writes that much
MAX_PARTS = 3_000_000  # values in the file: two bytes of text can become sixty of memory
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
KINDS = ("code", "markdown", "raw")


class BrokenNotebook(ValueError):
    """It is not a notebook that can be graded; the message says why."""


def read_text(path: Path) -> str:
    """Returns a notebook's text; of one that is too large only as much as shows that it is."""
    with path.open("rb") as file:
        return file.read(MAX_NOTEBOOK + 1).decode("utf-8", "replace")


def parse(text: str) -> NotebookNode:
    """Reads a notebook without trusting its form: no outputs, texts that are texts, one id a cell.

    Args:
        text: the file as it was handed in.

    Returns:
        A notebook in format 4. Cells keep their metadata as it is, `nbgrader`'s too.

    Raises:
        BrokenNotebook: it is too large, not JSON, or no notebook.

    >>> parse('{"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "raw", "source": ["a", "b"]}]}').cells[0].source
    'ab'
    >>> parse("[]")
    Traceback (most recent call last):
    graders.submitted.BrokenNotebook: the file is not a notebook
    """
    if len(text) > MAX_NOTEBOOK:
        raise BrokenNotebook(f"the notebook is larger than {MAX_NOTEBOOK >> 20} MB")
    if sum(map(text.count, ",[{")) > MAX_PARTS:
        raise BrokenNotebook("the notebook holds too many values")
    try:
        raw = json.loads(text)
        if isinstance(raw, dict) and raw.get("nbformat") in (1, 2, 3):
            raw = nbformat.convert(nbformat.reader.reads(text), 4)
        return _rebuilt(raw)
    except BrokenNotebook:
        raise
    except RecursionError:
        raise BrokenNotebook("the notebook is nested too deeply") from None
    except Exception as problem:  # an old format's converter meets whatever a file holds
        raise BrokenNotebook("the file is not a notebook") from problem


def write(notebook: NotebookNode) -> str:
    """Returns a notebook as text that any file can hold, without half characters."""
    text = nbformat.v4.writes(notebook)
    return str(text).encode("utf-8", "replace").decode("utf-8") + "\n"


def new_cell(kind: str, source: str, metadata: Any = None) -> NotebookNode:
    """Returns a cell of a kind. Unlike nbformat's makers it takes any metadata: a file may hold any."""
    node = {
        "cell_type": kind,
        "id": secrets.token_hex(4),
        "metadata": metadata or {},
        "source": source,
    }
    if kind == "code":
        node.update(execution_count=None, outputs=[])
    return _node(node)


def new_notebook(cells: list[NotebookNode], metadata: Any = None) -> NotebookNode:
    """Returns a notebook; as with cells, its metadata may be any."""
    return _node({"cells": cells, "metadata": metadata or {}, "nbformat": 4, "nbformat_minor": 5})


def _rebuilt(raw: Any) -> NotebookNode:
    if not isinstance(raw, dict) or not isinstance(raw.get("cells"), list):
        raise BrokenNotebook("the file is not a notebook")
    ids: set[str] = set()
    cells = [_cell(cell, ids) for cell in raw["cells"] if isinstance(cell, dict)]
    return new_notebook(cells, _node(raw.get("metadata")))


def _cell(raw: dict[str, Any], ids: set[str]) -> NotebookNode:
    kind, own = raw.get("cell_type"), raw.get("id")
    cell = new_cell(
        kind if kind in KINDS else "raw", _text(raw.get("source")), _node(raw.get("metadata"))
    )
    if isinstance(own, str) and CELL_ID.fullmatch(own) and own not in ids:
        cell.id = own
    ids.add(cell.id)
    if cell.cell_type != "code" and isinstance(raw.get("attachments"), dict):
        whole = {name: _node(kinds) for name, kinds in raw["attachments"].items()}
        cell.attachments = _node(whole)
    return cell


def _text(source: Any) -> str:
    """Returns a source, which the format also allows as a list of lines, without half characters."""
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return source.encode("utf-8", "replace").decode("utf-8") if isinstance(source, str) else ""


def _node(value: Any) -> NotebookNode:
    node = nbformat.from_dict(value if isinstance(value, dict) else {})
    assert isinstance(node, NotebookNode)
    return node
