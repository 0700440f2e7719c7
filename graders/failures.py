"""Which submissions could not be graded, as empty files in the course's folder: kept until one can be."""

from __future__ import annotations

from pathlib import Path

from graders.batch_report import Graded

FOLDER = ".gagal"


def note(course: Path, assignment: str, result: Graded) -> None:
    """Keeps in mind that a submission failed, or that it does no more.

    Args:
        course: the course's folder.
        assignment: of the submission.
        result: what became of it.
    """
    mark = course / FOLDER / result.student / assignment
    if result.error:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    else:
        mark.unlink(missing_ok=True)


def failed(course: Path) -> int:
    """Counts the submissions that could not be graded.

    Example:
        >>> failed(Path("/nowhere"))
        0
    """
    return sum(1 for _ in (course / FOLDER).glob("*/*"))
