"""nbgrader's configuration of a course of ours: boxed execution, own folders in the exchange, lean feedback."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)
from traitlets.config import Config

from graders.exchange import CollectOwn, ReleaseOwnFeedback
from graders.execute import BoxedExecute
from graders.feedback import FeedbackExporter, GetGradesAndWaiting
from graders.repair import Repair


@dataclass(frozen=True)
class Course:
    """The folders that grading needs to know."""

    root: Path
    exchange: Path
    variants: Path
    trainee_env: Path
    course_id: str = "lapak"

    @property
    def db_url(self) -> str:
        """The gradebook's address."""
        return f"sqlite:///{self.root / 'gradebook.db'}"


def course_config(course: Course) -> Config:
    """Returns the configuration that every nbgrader program of the school's side runs with."""
    c = Config()
    c.CourseDirectory.root = str(course.root)
    c.CourseDirectory.course_id = course.course_id
    c.CourseDirectory.db_url = course.db_url
    c.Exchange.root = str(course.exchange)
    c.Exchange.path_includes_course = True
    c.ExchangeFactory.collect = CollectOwn
    c.ExchangeCollect.check_owner = False  # the folder says who it is; names of accounts differ
    c.ExchangeFactory.release_feedback = ReleaseOwnFeedback
    c.ClearSolutions.code_stub = {"python": ""}  # the line `name = ...` is the blank
    c.ClearSolutions.text_stub = "Tulis jawaban Anda di sini."
    c.IncludeHeaderFooter.header = c.IncludeHeaderFooter.footer = ""
    c.Repair.release_directory = str(course.root / "release")
    c.BoxedExecute.trainee_env = str(course.trainee_env)
    c.BoxedExecute.variants_dir = str(course.variants)
    c.Autograde.sanitize_preprocessors = [
        Repair,
        ClearOutput,
        DeduplicateIds,
        OverwriteKernelspec,
        OverwriteCells,
        CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        BoxedExecute,
        LimitOutput,
        SaveAutoGrades,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    c.GenerateFeedback.exporter_class = FeedbackExporter
    c.GenerateFeedback.preprocessors = [GetGradesAndWaiting]
    c.HTMLExporter.sanitize_html = True
    return c


def config_file(course: Course) -> str:
    """Returns the text of `nbgrader_config.py` for formgrader and nbgrader's own commands."""
    return f'''"""Written by `lapak build`: what grades this course. Changes here are overwritten."""

from pathlib import Path

from graders.course import Course, course_config

c = get_config()
c.merge(
    course_config(
        Course(
            root=Path({str(course.root)!r}),
            exchange=Path({str(course.exchange)!r}),
            variants=Path({str(course.variants)!r}),
            trainee_env=Path({str(course.trainee_env)!r}),
            course_id={course.course_id!r},
        )
    )
)
'''
