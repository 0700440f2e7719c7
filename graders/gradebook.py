"""nbgrader's gradebook as the coordinator writes it: opened once a batch, one transaction a submission."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from graders.task import SourceCell

BUSY_SECONDS = 30


@dataclass(frozen=True)
class Released:
    """What the gradebook holds of a notebook since the assignment was made."""

    kernelspec: dict[str, Any]
    cells: tuple[SourceCell, ...]


class HeldSession(Session):
    """A session whose commits wait: nbgrader commits after each cell, we after each submission."""

    def commit(self) -> None:
        """Does nothing yet: queries see what was changed all the same, and nobody else does."""

    def commit_all(self) -> None:
        """Ends the transaction."""
        super().commit()


class OpenGradebook(Gradebook):
    """A gradebook that stays open; inside `transaction()` all of nbgrader's methods are one commit.

    Args:
        db_url: SQLite or PostgreSQL, as SQLAlchemy writes addresses: `postgresql://host/name`.
        course_id: as in nbgrader's configuration.
    """

    def __init__(self, db_url: str, course_id: str) -> None:
        super().__init__(db_url, course_id)
        super().close()  # what nbgrader opened knows nothing of the settings below
        if self.engine.dialect.name == "sqlite":
            _settle_sqlite(self.engine)
        self.db: HeldSession = HeldSession(self.engine)
        self._cells: dict[tuple[type, str, str, str], dict[str, Any]] = {}

    def close(self) -> None:
        """Ends what is open and lets the database go."""
        self.db.close()
        self.engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written together or not at all."""
        try:
            yield
            self.db.commit_all()
        except BaseException:
            self.db.rollback()
            raise
        finally:
            self.db.close()  # the next one sees what formgrader has written meanwhile
            self._cells.clear()

    def hold(self, assignment: str, student: str) -> None:
        """Reads a submission's grades and comments at once, for `find_grade` and `find_comment`.

        On PostgreSQL the grades are locked, as SQLite's whole file is: a mentor's score that arrives
        now waits for the end of the transaction and is written after it.
        """
        for kind in (Grade, Comment):
            rows = self.db.execute(
                select(Notebook.name, BaseCell.name, kind)
                .join(SubmittedNotebook, SubmittedNotebook.id == kind.notebook_id)
                .join(SubmittedAssignment)
                .join(Assignment)
                .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
                .join(BaseCell, BaseCell.id == kind.cell_id)
                .where(Assignment.name == assignment, SubmittedAssignment.student_id == student)
                .with_for_update(of=kind)
            )
            for notebook, cell, row in rows:
                self._cells.setdefault((kind, notebook, assignment, student), {})[cell] = row

    def find_grade(self, grade_cell: str, notebook: str, assignment: str, student: str) -> Grade:
        """Finds a grade among those that are held."""
        return self._held((Grade, notebook, assignment, student), grade_cell)

    def find_comment(
        self, solution_cell: str, notebook: str, assignment: str, student: str
    ) -> Comment:
        """Finds a comment among those that are held."""
        return self._held((Comment, notebook, assignment, student), solution_cell)

    def _held(self, where: tuple[type, str, str, str], cell: str) -> Any:
        try:
            return self._cells[where][cell]
        except KeyError:
            raise MissingEntry(f"no cell {cell} in {where[1]} of {where[3]}") from None

    def grades_of(self, notebook: str, assignment: str, student: str) -> list[Grade]:
        """Returns the grades of a notebook among those that are held."""
        return list(self._cells.get((Grade, notebook, assignment, student), {}).values())

    def released(self, assignment: str) -> dict[str, Released]:
        """Returns the notebooks of an assignment, with their cells in order, by name.

        Raises:
            MissingEntry: the assignment was never made with this gradebook.
        """
        return {
            notebook.name: Released(
                json.loads(notebook.kernelspec or "{}"),
                tuple(_source_cell(notebook, cell) for cell in notebook.source_cells),
            )
            for notebook in self.find_assignment(assignment).notebooks
        }

    def total(self, assignment: str, student: str) -> tuple[float, float]:
        """Returns a submission's points, late penalty taken off, and out of how many."""
        penalty = SubmittedAssignment.late_submission_penalty
        score, points, late = self.db.execute(
            select(SubmittedAssignment.score, SubmittedAssignment.max_score, penalty)
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .where(Assignment.name == assignment, SubmittedAssignment.student_id == student)
        ).one()
        return float(score - (late or 0)), float(points)

    def submissions(self, assignment: str) -> dict[str, datetime | None]:
        """Returns who is in the gradebook with a submission, and when it was handed in (UTC)."""
        rows = self.db.execute(
            select(Student.id, SubmittedAssignment.timestamp)
            .join(SubmittedAssignment, SubmittedAssignment.student_id == Student.id)
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .where(Assignment.name == assignment)
        )
        return {student: when for student, when in rows}  # noqa: C416 (rows are not pairs to mypy)


def _source_cell(notebook: Notebook, cell: Any) -> SourceCell:
    graded = {c.name: c for c in notebook.grade_cells}
    tasks = {c.name: c for c in notebook.task_cells}
    marked = graded.get(cell.name) or tasks.get(cell.name)
    return SourceCell(
        name=cell.name,
        cell_type=cell.cell_type,
        source=cell.source or "",
        checksum=cell.checksum,
        locked=bool(cell.locked),
        grade=cell.name in graded,
        solution=any(c.name == cell.name for c in notebook.solution_cells),
        task=cell.name in tasks,
        points=float(marked.max_score or 0) if marked else 0.0,
    )


def _settle_sqlite(engine: Engine) -> None:
    """Readers never wait (WAL), writers take turns, and a transaction holds the pen from its start.

    Without the last, two that have read both want to write, and SQLite refuses one of them at once.
    """

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # sqlite3 would begin by itself, and late
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA journal_mode = WAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
