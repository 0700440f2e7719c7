"""Which submissions could not be graded, and until when they are counted."""

from __future__ import annotations

from pathlib import Path

from graders.batch_report import Graded
from graders.failures import failed, note

from .conftest import Classroom


def test_counted_once_until_it_is_graded(tmp_path: Path) -> None:
    """However often it is tried; the other one's success changes nothing of it."""
    for _ in range(2):
        note(tmp_path, "hpp", Graded("ani", error="cannot be read"))
    note(tmp_path, "hpp", Graded("budi", 3, 4))
    assert failed(tmp_path) == 1
    note(tmp_path, "hpp", Graded("ani", 3, 4))
    assert failed(tmp_path) == 0


def test_in_a_course(classroom: Classroom) -> None:
    """A submission that is no notebook, and the good one that she sends after it."""
    course = classroom.course.root
    submission = classroom.submit_solution("ani")
    notebook = next(submission.glob("*.ipynb"))
    good = notebook.read_text(encoding="utf-8")
    notebook.write_text("bukan notebook", encoding="utf-8")
    assert classroom.grade("ani")["ani"].error
    assert failed(course) == 1
    (course / "submitted" / "ani" / "pembukuan_03_hpp" / notebook.name).write_text(good, "utf-8")
    again = classroom.runner.grade("pembukuan_03_hpp", ["ani"], force=True)
    assert [result.error for result in again] == [""]
    assert failed(course) == 0
