"""Scores of a graded submission into the gradebook, by nbgrader's own rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import nbformat
from nbgrader.api import SubmittedAssignment
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from traitlets.config import Config

from graders.folders import Submission
from graders.gradebook import OpenGradebook
from graders.task import Outcome


class Scores:
    """nbgrader's preprocessors that write scores, on a gradebook that is already open.

    Args:
        config: the course's nbgrader configuration; it may name a plugin for late submissions.
        create_student: whether a student whom the gradebook does not know is added.
    """

    def __init__(self, config: Config, create_student: bool) -> None:
        self.saver = SaveAutoGrades(config=config)
        self.late = AssignLatePenalties(config=config)
        self.late.init_plugin()
        self.create_student = create_student

    def write(
        self, book: OpenGradebook, submission: Submission, outcomes: Sequence[Outcome]
    ) -> None:
        """Writes what nbgrader reads from the graded notebooks; manual scores stay as they are.

        Raises:
            MissingEntry: the gradebook knows neither the student nor that it may add one.
            ValueError: nbgrader cannot make a score of what a cell shows.
        """
        assignment, student = submission.assignment, submission.student
        if self.create_student:
            book.update_or_create_student(student)
        when = {"timestamp": submission.timestamp} if submission.timestamp else {}
        book.db.flush()
        with book.db.no_autoflush:  # nbgrader looks things up while its rows are half made
            record = book.update_or_create_submission(assignment, student, **when)
        book.hold(assignment, student)
        for outcome in outcomes:
            self._save(book, outcome)
        graded = {outcome.notebook for outcome in outcomes}
        for notebook in record.notebooks:
            if notebook.name not in graded:
                for grade in book.grades_of(notebook.name, assignment, student):
                    grade.auto_score, grade.needs_manual_grade = 0, False  # as nbgrader does
        for notebook in record.notebooks:
            if notebook.name in graded:
                self._penalize(book, record, notebook)

    def _save(self, book: OpenGradebook, outcome: Outcome) -> None:
        notebook = nbformat.v4.reads(outcome.text)
        self.saver.gradebook = book
        self.saver.notebook_id = outcome.notebook
        self.saver.assignment_id, self.saver.student_id = outcome.assignment, outcome.student
        for index, cell in enumerate(notebook.cells):
            self.saver.preprocess_cell(cell, {}, index)

    def _penalize(self, book: OpenGradebook, record: SubmittedAssignment, notebook: Any) -> None:
        """Does what nbgrader's AssignLatePenalties does with a gradebook that it opens itself."""
        notebook.late_submission_penalty = None
        late = record.total_seconds_late
        if late > 0:
            book.db.flush()
            book.db.refresh(notebook, ["score"])
            penalty = self.late.plugin_inst.late_submission_penalty(
                record.student_id, notebook.score, late
            )
            if penalty is not None:
                notebook.late_submission_penalty = self.late._check_late_penalty(notebook, penalty)  # noqa: SLF001 (its limits)
