"""Keeps each graded submission as a try, and gives the gradebook the best of her tries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import nbformat
from nbgrader.utils import is_grade
from sqlalchemy import select
from sqlalchemy.orm import Session

from academy.progress import reviewing
from academy.progress.effort import minutes_worked
from academy.progress.models import Answers, Attempt
from academy.progress.store import Progress
from graders import shops
from graders.checks import load_key
from graders.coordinator import Coordinator
from graders.course import Course
from graders.folders import Submission, timestamp_in
from graders.gradebook import OpenGradebook
from graders.lock import alone

PATIENCE = 600.0  # seconds to wait for somebody's own `lapak grade`


class Keeper:
    """Keeps the tries of one course.

    Args:
        course: where graded work lies.
        progress: where tries are kept.
    """

    def __init__(self, course: Course, progress: Progress) -> None:
        self.course, self.progress = course, progress
        self.coordinator = Coordinator(course)

    def keep(self, assignment: str, students: Iterable[str]) -> None:
        """Keep what was just graded, and what mentors have said since; harmless when repeated.

        Args:
            assignment: such as `pembukuan_03_hpp`; one that is not ours is left alone.
            students: whose.

        Raises:
            graders.lock.Busy: somebody else has been grading the course for ten minutes.
        """
        if load_key(assignment) is None:
            return
        with (
            alone(self.course.root, PATIENCE),
            OpenGradebook(self.course.db_url, self.course.course_id) as book,
        ):
            for student in students:
                self._keep_one(book, assignment, student)

    def catch_up(self) -> int:
        """Keep what was graded while nobody kept it; returns how many submissions that were."""
        found = 0
        for assignment in self.coordinator.folders.assignments():
            missing = self._missing(assignment) if load_key(assignment) else []
            self.keep(assignment, missing)
            found += len(missing)
        return found

    def _missing(self, assignment: str) -> list[str]:
        with OpenGradebook(self.course.db_url, self.course.course_id) as book, book.transaction():
            graded = book.submissions(assignment)
        wanted = select(Attempt.user_name, Attempt.stamp)
        with self.progress.reading() as session:
            rows = session.execute(wanted.where(Attempt.assignment == assignment))
            kept = {(name, when) for name, when in rows}
        return [who for who, when in graded.items() if when and (who, when) not in kept]

    def _keep_one(self, book: OpenGradebook, assignment: str, student: str) -> None:
        submission = self.coordinator.folders.submission(assignment, student)
        shop = shops.beside(submission.autograded) or _in_force(self.course, submission)
        with self.progress.writing() as session:
            tried = answered(submission)
            stamp = timestamp_in(submission.autograded)
            if tried and stamp:
                _write(session, submission, stamp, tried, shop)
            with book.transaction():
                best = best_of(session, assignment, student)
                if best is not None:
                    reviewing.set_scores(book, assignment, student, best.answers)
                reviewing.read(book, session, assignment, student)
        if tried:
            shops.mark_judged(
                self.course.variants, student, assignment, int(shop.get("attempt", 1))
            )


def answered(submission: Submission) -> Answers:
    """Read from a graded submission what each answer earned, and what she was told."""
    found: Answers = {}
    for path in sorted(submission.autograded.glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type != "code" or not is_grade(cell):
                continue
            for output in cell.outputs:
                remark = output.get("metadata", {}).get("lapak", {}).get("remark")
                if remark:
                    earned = float(output.data["text/plain"])
                    settings = cell.metadata.nbgrader
                    found[str(settings.grade_id)] = (earned, float(settings.points), str(remark))
    return found


def best_of(session: Session, assignment: str, student: str) -> Attempt | None:
    """Give her best try of an assignment; of equal ones the latest."""
    session.flush()
    hers = (Attempt.user_name == student, Attempt.assignment == assignment)
    wanted = select(Attempt).where(*hers, Attempt.counts)
    order = (Attempt.score.desc(), Attempt.handed_in.desc())
    return session.scalars(wanted.order_by(*order)).first()


def _write(
    session: Session,
    submission: Submission,
    stamp: datetime,
    tried: Answers,
    shop: Mapping[str, Any],
) -> None:
    hers = (
        Attempt.user_name == submission.student,
        Attempt.assignment == submission.assignment,
    )
    known = list(session.scalars(select(Attempt).where(*hers)))
    attempt = next((one for one in known if one.stamp == stamp), None)
    if attempt is None:
        attempt = Attempt(
            user_name=submission.student,
            assignment=submission.assignment,
            number=len(known) + 1,
            shop=int(shop.get("attempt", 1)),
            counts=_is_a_try(shop, known),
            seed=str(shop.get("seed", "")),
            handed_in=_received(shop) or _collected(submission),
            stamp=stamp,
            minutes=_minutes(submission),
        )
        session.add(attempt)
    attempt.answers = tried
    attempt.score = sum(earned for earned, _, _ in tried.values())
    attempt.points = sum(points for _, points, _ in tried.values())
    attempt.graded = datetime.now(UTC).replace(tzinfo=None)


def _minutes(submission: Submission) -> int | None:
    """Count the minutes of a submission, unless a newer one lies there already."""
    if timestamp_in(submission.submitted) != timestamp_in(submission.autograded):
        return None
    found = [minutes_worked(path) for path in submission.notebooks.values()]
    counted = [minutes for minutes in found if minutes is not None]
    return sum(counted) if counted else None


def _is_a_try(shop: Mapping[str, Any], known: Iterable[Attempt]) -> bool:
    """Say whether a submission counts: not when one for the same shop had been judged before.

    What was on its way when that happened counts: she could not have read the feedback.
    """
    judged = [one.graded for one in known if one.shop == shop.get("attempt", 1) and one.counts]
    received = _received(shop)
    return not judged or (received is not None and received <= min(judged))


def _received(shop: Mapping[str, Any]) -> datetime | None:
    """Read when a submission was written by the school's clock, as was noted beside it."""
    if "received" not in shop:
        return None
    return datetime.fromisoformat(shop["received"]).astimezone(UTC).replace(tzinfo=None)


def _collected(submission: Submission) -> datetime:
    """Give when a submission came into the course: the change time of a copy, which nobody sets."""
    changed = submission.submitted.lstat().st_ctime
    return datetime.fromtimestamp(changed, UTC).replace(tzinfo=None)


def _in_force(course: Course, submission: Submission) -> Mapping[str, Any]:
    path = shops.path_of(course.variants, submission.student, submission.assignment)
    record = shops.read(path)
    return record.model_dump(mode="json") if record else {}
