"""Between the gradebook and the tries: the best scores go into it, what mentors wrote comes out."""

from __future__ import annotations

from datetime import UTC, datetime

from nbgrader.api import MissingEntry, SubmittedAssignment
from sqlalchemy import delete
from sqlalchemy.orm import Session

from academy.progress.models import Answers, Review
from graders.gradebook import OpenGradebook


def set_scores(book: OpenGradebook, assignment: str, student: str, answers: Answers) -> None:
    """Give the graded cells of a submission the scores of her best try; a mentor's scores stay.

    Args:
        book: in a transaction.
        assignment: such as `pembukuan_03_hpp`.
        student: whose.
        answers: of the best try.
    """
    submission = _submission(book, assignment, student)
    for notebook in submission.notebooks if submission else ():
        for grade in notebook.grades:
            if grade.name in answers:
                grade.auto_score = answers[grade.name][0]


def read(book: OpenGradebook, session: Session, assignment: str, student: str) -> None:
    """Copy what a mentor gives by hand, and what she wrote, from the gradebook.

    Args:
        book: in a transaction.
        session: of the database of tries, writing.
        assignment: such as `pembukuan_03_hpp`.
        student: whose.
    """
    hers = (Review.user_name == student, Review.assignment == assignment)
    session.execute(delete(Review).where(*hers))
    submission = _submission(book, assignment, student)
    session.add_all(_reviews(submission) if submission else ())


def _reviews(submission: SubmittedAssignment) -> list[Review]:
    found: dict[str, Review] = {}

    def review(cell: str) -> Review:
        return found.setdefault(
            cell,
            Review(
                user_name=submission.student_id,
                assignment=submission.name,
                cell=cell,
                points=0.0,
                comment="",
                changed=datetime.now(UTC).replace(tzinfo=None),
            ),
        )

    for notebook in submission.notebooks:
        for grade in notebook.grades:
            if grade.needs_manual_grade or grade.manual_score is not None:
                its = review(grade.name)
                its.points = float(grade.max_score)
                its.score = None if grade.needs_manual_grade else float(grade.manual_score)
        for comment in notebook.comments:
            if text := (comment.manual_comment or "").strip():
                review(comment.name).comment = text
    return list(found.values())


def _submission(book: OpenGradebook, assignment: str, student: str) -> SubmittedAssignment | None:
    try:
        return book.find_submission(assignment, student)
    except MissingEntry:
        return None
