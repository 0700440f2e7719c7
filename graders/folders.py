"""What lies in a course's folders: who has submitted what, and the tasks that grading it makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc
from traitlets.config import Config

from graders import shops
from graders.autograded import plain_files
from graders.checks import load_key
from graders.course import Course, Grading, OrdinaryCourse
from graders.gradebook import Released
from graders.submitted import read_text
from graders.task import Rules, Task
from warmkernel import Limits


class Folders:
    """A course's folders, named as its nbgrader configuration names them."""

    def __init__(self, course: Course | OrdinaryCourse) -> None:
        self.config: Config = course.config()
        self.course = course
        self.coursedir = CourseDirectory(config=self.config)
        self.grading = Grading(config=self.config)
        self.autograde = Autograde(self.coursedir, config=self.config)

    def students(self, assignment: str) -> list[str]:
        """Returns who has submitted an assignment, sorted."""
        step = self.coursedir.submitted_directory
        pattern = re.compile(
            self.coursedir.format_path(step, "(?P<student>[^/]+)", assignment, escape=True)
        )
        excluded = self.coursedir.student_id_exclude.split(",")
        found = Path("/").glob(self.coursedir.format_path(step, "*", assignment).lstrip("/"))
        names = (match["student"] for path in found if (match := pattern.fullmatch(str(path))))
        return sorted(name for name in names if name not in excluded and not name.startswith("."))

    def submission(self, assignment: str, student: str) -> Submission:
        """Returns where a submission lies and where what becomes of it goes."""
        steps = (self.coursedir.submitted_directory, self.coursedir.autograded_directory)
        paths = (Path(self.coursedir.format_path(step, student, assignment)) for step in steps)
        submitted, autograded = paths
        return Submission(assignment, student, submitted, autograded, timestamp_in(submitted))

    def assignments(self) -> list[str]:
        """Returns the assignments that the course has a source of, sorted."""
        folder = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", "x")).parent
        return sorted(path.name for path in folder.glob("[!.]*") if path.is_dir())

    def files(self, submission: Submission) -> dict[str, Path]:
        """Returns the files that go with a submission; the course's own replace hers."""
        ignore = self.coursedir.ignore
        kept = self.autograde.exclude_overwriting.get(submission.assignment, [])
        ours = {n: p for n, p in self._source_files(submission.assignment).items() if n not in kept}
        return {**plain_files(submission.submitted, ignore), **ours}

    def _source_files(self, assignment: str) -> dict[str, Path]:
        step = self.coursedir.source_directory
        return plain_files(
            Path(self.coursedir.format_path(step, ".", assignment)), self.coursedir.ignore
        )

    def released_text(self, assignment: str, notebook: str) -> str:
        """Returns the notebook that trainees fetched; empty where the course keeps none."""
        step = self.coursedir.release_directory
        path = Path(self.coursedir.format_path(step, ".", assignment), f"{notebook}.ipynb")
        return path.read_text(encoding="utf-8") if path.exists() else ""


@dataclass(frozen=True)
class Submission:
    """One trainee's submission of one assignment.

    Attributes:
        assignment: of which.
        student: whose.
        submitted: the folder that was handed in.
        autograded: the folder that its graded form goes to.
        timestamp: when it was handed in (UTC), where that was written down. Read before all else: what
            is collected while we grade counts as not graded.
    """

    assignment: str
    student: str
    submitted: Path
    autograded: Path
    timestamp: datetime | None

    @cached_property
    def notebooks(self) -> dict[str, Path]:
        """The submitted notebooks by name; links are none."""
        found = sorted(self.submitted.glob("*.ipynb"))
        return {p.stem: p for p in found if p.is_file() and not p.is_symlink()}

    def is_graded(self, recorded: Mapping[str, datetime | None]) -> bool:
        """Whether this very submission has been graded to the end.

        Args:
            recorded: who is in the gradebook, and with a submission of when.
        """
        return (
            self.student in recorded
            and recorded[self.student] == self.timestamp
            and self.autograded.is_dir()
            and timestamp_in(self.autograded) == self.timestamp
        )


def timestamp_in(folder: Path) -> datetime | None:
    """Returns the time in a submission's `timestamp.txt`; None where there is none to be read."""
    try:
        when = parse_utc((folder / "timestamp.txt").read_text().strip())
    except (OSError, ValueError, OverflowError):
        return None
    return when if isinstance(when, datetime) else None


class Tasks:
    """Makes the tasks of an assignment; what all of them share is read once."""

    def __init__(self, folders: Folders, assignment: str, released: Mapping[str, Released]) -> None:
        self.folders = folders
        self.assignment = assignment
        self.released = released
        grading, variants = folders.grading, folders.course.variants
        self.limits = replace(Limits(), **_timeout(folders.config), **grading.limits)
        self.rules = Rules(
            repair=grading.repair,
            keep_earned=grading.keep_earned,
            forgive_warnings=grading.forgive_warnings,
        )
        is_ours = variants is not None and load_key(assignment) is not None
        self.key = assignment if is_ours else ""
        self.texts = {name: folders.released_text(assignment, name) for name in released}
        self.records = shops.of_everybody(variants, assignment) if variants and is_ours else {}

    def of(self, submission: Submission) -> list[Task]:
        """Returns a task for each notebook that belongs to the assignment."""
        files = {n: p.read_bytes() for n, p in self.folders.files(submission).items()}
        student = submission.student
        variant = self.shop_of(submission)
        return [
            Task(
                assignment=self.assignment,
                student=student,
                notebook=name,
                submitted=read_text(path),
                released=self.texts[name],
                key=self.key,
                variant=variant,
                others=shops.seeds_of_others(self.records, student),
                earlier=shops.seeds_before(self.records.get(student), variant),
                cells=self.released[name].cells,
                kernelspec=self.released[name].kernelspec,
                files=files,
                limits=self.limits,
                rules=self.rules,
            )
            for name, path in submission.notebooks.items()
            if name in self.released
        ]

    def shop_of(self, submission: Submission) -> dict[str, Any] | None:
        """Returns the shop that a submission is for: the one noted beside it, else the one in force."""
        noted = shops.beside(submission.submitted) if self.key else {}
        record = self.records.get(submission.student)
        return noted or (record.model_dump(mode="json") if record else None)


def _timeout(config: Config) -> dict[str, Any]:
    """Returns the time that the course gives a cell, where it says so to nbgrader."""
    seconds = config.Execute.get("timeout") or config.ExecutePreprocessor.get("timeout")
    return {"cell_seconds": float(seconds)} if seconds else {}
