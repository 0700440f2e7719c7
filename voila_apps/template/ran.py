"""A notebook that has been run once, for all visitors: its cells, outputs and widgets."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import nbformat

from usaha.language import _, speaking
from warmkernel import CellRun

# What a tool calculates with, besides its own notebook: the rules table is among it.
CODE = ("usaha", "voila_apps")
VALUES, REPLAY, KERNEL = "values", "replay", "kernel"


@dataclass(frozen=True)
class RanNotebook:
    """What a page shows before anybody has typed.

    Attributes:
        name: the tool's, as in its address.
        title: what the page is called.
        language: that its page speaks, as HTML names it.
        languages: all that there is a page in.
        cells: of the notebook, with the outputs of this run.
        widgets: by id, as in `application/vnd.jupyter.widget-state+json` version 2.
        base_url: where the service's addresses begin, with a slash at both ends.
        digest: of all that it was made from; another one is another page.
        state: what it declares of its state: `values` of its fields, `replay` (it has a Memory), or
            nothing: then it lies in its `kernel`, which is kept.
    """

    name: str
    title: str
    language: str
    cells: list[Any]
    widgets: dict[str, Any]
    base_url: str
    digest: str
    languages: tuple[str, ...] = ()
    state: str = KERNEL

    @property
    def others(self) -> list[str]:
        """The languages that its page can be changed to."""
        return [language for language in self.languages if language != self.language]

    @property
    def stem(self) -> str:
        """The name of its notebook, which is that of its page in Indonesian."""
        return self.name.partition(".")[0]


def ran_notebook(
    path: Path,
    runs: Iterable[CellRun],
    widgets: dict[str, Any],
    base_url: str,
    digest: str,
    language: str = "",
) -> RanNotebook:
    """Puts what each code cell showed into the notebook.

    Args:
        path: the notebook; its metadata may give `title`, `state`, `language` and `languages`.
        runs: of its code cells, in their order.
        widgets: their states by id.
        base_url: as `RanNotebook`.
        digest: as `RanNotebook`.
        language: another one than the notebook's own, out of `languages`.

    Raises:
        KeyError: there is no page in that language.
    """
    notebook = nbformat.read(path, as_version=4)
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    for cell, run in zip(code, runs, strict=False):
        cell.outputs = [nbformat.from_dict(output) for output in run.outputs]
    metadata, name = notebook.metadata, path.stem
    title = metadata.get("title") or name.replace("_", " ").title()
    own = metadata.get("language") or "id"
    languages = tuple(metadata.get("languages", (own,)))
    if language and language not in languages:
        raise KeyError(language)
    if language and language != own:
        name, own = f"{name}.{language}", language
    with speaking(own):
        title = _(title)
    declared = metadata.get("state")
    state = declared if declared in (VALUES, REPLAY) else KERNEL
    cells = notebook.cells
    return RanNotebook(name, title, own, cells, widgets, base_url, digest, languages, state)


def languages(path: Path) -> tuple[str, ...]:
    """Gives the languages that a notebook has a page in, as its metadata says."""
    return tuple(nbformat.read(path, as_version=4).metadata.get("languages", ()))


def packages() -> list[Path]:
    """Gives the folders of the packages that tools calculate with, as they are found here.

    Example:
        >>> [folder.name for folder in packages()]
        ['usaha', 'voila_apps']
    """
    found = [importlib.util.find_spec(name) for name in CODE]
    return [Path(spec.origin).parent for spec in found if spec and spec.origin]


def installed() -> str:
    """Gives every installed distribution with its version: another one may calculate otherwise."""
    return " ".join(sorted(f"{each.name}={each.version}" for each in distributions()))


def stamp(files: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Tells cheaply whether files have changed: their names, times and sizes; folders in full."""
    found = ((path, path.stat()) for path in _files(files))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)


def digest(files: Iterable[Path], more: str = "") -> str:
    """Gives the digest of files' contents, folders in full, and of a text.

    Returns:
        32 hexadecimal digits.
    """
    total = hashlib.sha256(more.encode())
    for path in _files(files):
        content = path.read_bytes()
        total.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return total.hexdigest()[:32]


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (each for each in inside if each.is_file() and each.suffix != ".pyc")
