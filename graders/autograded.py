"""The autograded folder of a submission: made beside its place and put there by renaming."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath


def plain_files(folder: Path, ignore: Iterable[str]) -> dict[str, Path]:
    """Returns the files below a folder by relative name: no notebooks, no links, nothing ignored.

    A link is never followed: it could show the grader's own files to the one who submitted it.

    Args:
        folder: where to look; it need not exist.
        ignore: names and patterns, as in nbgrader's `CourseDirectory.ignore`.
    """
    patterns = tuple(ignore)
    found = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _matches(name, patterns)]
        for name in names:
            path = Path(parent, name)
            if path.is_symlink() or not path.is_file() or path.suffix == ".ipynb":
                continue
            if not _matches(name, patterns):
                found[path.relative_to(folder).as_posix()] = path
    return dict(sorted(found.items()))


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def draft(
    target: Path,
    copied: Mapping[str, Path],
    written: Mapping[str, bytes],
    notebooks: Mapping[str, str],
    mode: int,
) -> None:
    """Makes an autograded folder, hidden beside its place.

    Args:
        target: its place, `autograded/<student>/<assignment>`.
        copied: submitted files and the course's own, by relative name.
        written: what the notebooks wrote while they ran; names that are already taken are left out.
        notebooks: the texts of graded notebooks by file name.
        mode: permissions of every file.
    """
    discard(target)
    folder = _beside(target, "new")
    for name, source in copied.items():
        shutil.copyfile(source, _place(folder, name))
    for name, data in written.items():
        taken = name in copied or name in notebooks or name == "timestamp.txt"
        if _is_inside(name) and not taken:
            _place(folder, name).write_bytes(data)
    for name, text in notebooks.items():
        _place(folder, name).write_text(text, encoding="utf-8")
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(mode)


def publish(target: Path) -> None:
    """Puts the draft in its place; at no moment does a reader meet half of one."""
    if target.exists():
        target.rename(_beside(target, "old"))
    _beside(target, "new").rename(target)
    shutil.rmtree(_beside(target, "old"), ignore_errors=True)


def discard(target: Path) -> None:
    """Removes drafts, those that a killed batch has left too."""
    for end in ("new", "old"):
        shutil.rmtree(_beside(target, end), ignore_errors=True)


def _beside(target: Path, end: str) -> Path:
    return target.with_name(f".{target.name}.{end}")


def _place(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _is_inside(name: str) -> bool:
    """Whether a name that came out of a box stays in the folder it is written to."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts
