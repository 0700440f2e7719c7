"""Lessons come into her home at the server's start; what she has changed is never written over."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from latihan.lab.places import LESSONS_FOLDER, Places

_RECORD = "pelajaran.json"
_LISTING = "daftar.json"  # written by the build, beside the lessons


class Lesson(NamedTuple):
    """One line of the list of lessons: a lesson, or a test before or after its track.

    Attributes:
        title: as the catalogue has it.
        track: the same.
        path: of a lesson, from the root of what JupyterLab shows; empty for a test.
        assignment: of a test; empty for a lesson.
    """

    title: str
    track: str
    path: str = ""
    assignment: str = ""

    @property
    def exercise(self) -> str:
        """The assignment that the school's plan speaks of.

        >>> Lesson("Menghitung HPP", "Pembukuan", "pelajaran/pembukuan/03_hpp.ipynb").exercise
        'pembukuan_03_hpp'
        """
        steps = self.path.removesuffix(".ipynb").split("/")[1:]
        return self.assignment or "_".join(steps)


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
    for source in sorted(path for path in places.lessons.glob("*/**/*") if path.is_file()):
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
    """List what she can open, in the catalogue's order."""
    try:
        rows = json.loads((places.lessons / _LISTING).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [_lesson(row) for row in rows]


def _lesson(row: dict[str, str]) -> Lesson:
    path = row.get("path", "")
    return Lesson(
        row["title"],
        row["track"],
        f"{LESSONS_FOLDER}/{path}" if path else "",
        row.get("assignment", ""),
    )


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


def _digest(content: bytes) -> str:
    """Return SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()
