"""Notebooks made from the text sources that authors write."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


class BuildError(RuntimeError):
    """A lesson or an exercise cannot be built; the message says which file and cell, and why."""


def read_source(path: Path) -> NotebookNode:
    """Reads a lesson (MyST Markdown) or an exercise (py:percent) as a notebook.

    The notebook carries the school's kernel and cell ids that stay the same from build to build.

    Raises:
        BuildError: the file is missing or is not such a text.
    """
    try:
        text = path.read_text(encoding="utf-8")
        notebook: NotebookNode = jupytext.reads(text, fmt=_format_of(path))
    except OSError as error:
        raise BuildError(f"{path} cannot be read: {error.strerror}") from None
    except Exception as error:  # whatever the parser stumbles over belongs to this file
        raise BuildError(f"{path} is not a notebook in text form: {error}") from error
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNELSPEC})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for at, cell in enumerate(notebook.cells, start=1):
        cell["id"] = f"{path.stem}-{at:03d}"
    return notebook


def tags_of(cell: NotebookNode) -> frozenset[str]:
    """Gives a cell's tags.

    >>> sorted(tags_of(nbformat.v4.new_code_cell(metadata={"tags": ["gap"]})))
    ['gap']
    """
    return frozenset(cell.metadata.get("tags", ()))


def without(notebook: NotebookNode, tag: str) -> NotebookNode:
    """Gives a copy of a notebook that lacks the cells with this tag."""
    kept = [cell for cell in notebook.cells if tag not in tags_of(cell)]
    copied: NotebookNode = nbformat.from_dict({**notebook, "cells": kept})
    return copied


def write_notebook(notebook: NotebookNode, path: Path) -> Path:
    """Writes a notebook that has been checked against the notebook format.

    Raises:
        BuildError: the notebook breaks the format.
    """
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise BuildError(f"{path.name}: {error}") from None
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


def _format_of(path: Path) -> str:
    return "md:myst" if path.suffix == ".md" else "py:percent"
