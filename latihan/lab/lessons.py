"""Lessons come into her home at the server's start; what she has changed is never written over."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from latihan.lab.places import LESSONS_FOLDER, Places

_RECORD = "pelajaran.json"


class Lesson(NamedTuple):
    """One lesson as the list of lessons shows it.

    Attributes:
        path: from the root of what JupyterLab shows.
        title: the first heading.
        track: name of the folder, for a person.
    """

    path: str
    title: str
    track: str


def lay_out(places: Places, trust: Callable[[Path], None]) -> list[Path]:
    """Copy lessons that are missing or that she has left as they came.

    Args:
        places: where lessons come from and go to.
        trust: called with each copied notebook, so that its outputs show.

    Returns:
        The files that were written.
    """
    record_file = places.state / _RECORD
    record = _read_record(record_file)
    written = []
    for source in sorted(path for path in places.lessons.rglob("*") if path.is_file()):
        name = source.relative_to(places.lessons).as_posix()
        target = places.home / LESSONS_FOLDER / name
        if _wants(source, target, record.get(name)):
            _copy(source, target)
            written.append(target)
            if target.suffix == ".ipynb":
                trust(target)
            record[name] = {"file": _digest(source.read_bytes()), "text": fingerprint(source)}
    if written:
        _write(record_file, json.dumps(record, indent=1))
    return written


def fingerprint(path: Path) -> str:
    """Digest what a person can have changed: of a notebook the cells' text, never the outputs.

    Args:
        path: any file.

    Returns:
        SHA-256 in hex.
    """
    content = path.read_bytes()
    if path.suffix != ".ipynb":
        return _digest(content)
    try:
        cells = json.loads(content)["cells"]
        text = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
    except (ValueError, KeyError, TypeError):
        return _digest(content)
    return _digest(json.dumps(text).encode())


def catalogue(places: Places) -> list[Lesson]:
    """List the lessons in her home in the order of their folders and numbers."""
    folder = places.home / LESSONS_FOLDER
    notebooks = sorted(p for p in folder.glob("*/*.ipynb") if not p.parent.name.startswith("."))
    return [
        Lesson(
            path.relative_to(places.home).as_posix(), _title(path), path.parent.name.capitalize()
        )
        for path in notebooks
    ]


def _wants(source: Path, target: Path, known: dict[str, str] | None) -> bool:
    """Tell whether a lesson is to be copied."""
    if not target.exists():
        return True
    if known is None:
        return False
    changed_by_author = known["file"] != _digest(source.read_bytes())
    return changed_by_author and fingerprint(target) == known["text"]


def _copy(source: Path, target: Path) -> None:
    """Copy a file in one step, writable for her whatever the original's mode is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.baru")
    shutil.copyfile(source, draft)
    draft.replace(target)


def _write(path: Path, text: str) -> None:
    """Write a small file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".baru")
    draft.write_text(text, "utf-8")
    draft.replace(path)


def _read_record(path: Path) -> dict[str, Any]:
    """Read what was delivered; a lost or broken record only means that nothing is replaced."""
    try:
        record = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _title(path: Path) -> str:
    """Return the first heading of a notebook, or its file name."""
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        lines = [
            line
            for cell in cells
            if cell["cell_type"] == "markdown"
            for line in "".join(cell["source"]).splitlines()
        ]
    except (OSError, ValueError, KeyError, TypeError):
        lines = []
    headings = [line.lstrip("#").strip() for line in lines if line.startswith("#")]
    return headings[0] if headings else path.stem


def _digest(content: bytes) -> str:
    """Return SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()
