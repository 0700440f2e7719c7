"""Courses that we grade: our school's, with its own nbgrader configuration, and anybody's ordinary one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    GetGrades,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)
from traitlets import Bool, Dict, List, Unicode
from traitlets.config import Config, Configurable
from traitlets.config.loader import PyFileConfigLoader

from graders.exchange import CollectOwn, ReleaseOwnFeedback
from graders.execute import BoxedExecute
from graders.feedback import FeedbackExporter, GetGradesAndWaiting
from graders.ordinary.feedback import StripHiddenTests
from graders.repair import Repair

CONFIG_FILE = "nbgrader_config.py"
IMPORTS = ("pandas", "matplotlib.pyplot")
FEEDBACK = [GetGrades, CSSHTMLHeaderPreprocessor, StripHiddenTests]  # nbgrader's own, and the last


@dataclass(frozen=True)
class Course:
    """The folders that grading needs to know."""

    root: Path
    exchange: Path
    variants: Path
    trainee_env: Path
    course_id: str = "lapak"
    db: str = ""

    @property
    def db_url(self) -> str:
        """The gradebook's address: SQLite in the course's folder unless another was named."""
        return self.db or f"sqlite:///{self.root / 'gradebook.db'}"

    @property
    def salt(self) -> Path:
        """The school's secret, from which shops are drawn."""
        return self.variants.parent / "salt"

    def config(self) -> Config:
        """Returns what nbgrader's programs run with."""
        return course_config(self)


@dataclass(frozen=True)
class OrdinaryCourse:
    """Any nbgrader course: a folder with `source`, `submitted`, a gradebook, perhaps a configuration."""

    root: Path
    trainee_env: Path
    db: str = ""
    variants: ClassVar[None] = None  # nobody was issued a shop

    def config(self) -> Config:
        """Returns the course's own `nbgrader_config.py`, where it has one.

        Raises:
            Exception: whatever that file raises.
        """
        c = Config()
        if (self.root / CONFIG_FILE).exists():
            c.merge(PyFileConfigLoader(CONFIG_FILE, path=str(self.root)).load_config())
        if "root" not in c.CourseDirectory:
            c.CourseDirectory.root = str(self.root)
        if self.db:
            c.CourseDirectory.db_url = self.db
        if "preprocessors" not in c.GenerateFeedback:
            c.GenerateFeedback.preprocessors = FEEDBACK
        return c


class Grading(Configurable):
    """What `lapak grade` reads from `nbgrader_config.py` beside nbgrader's own settings."""

    imports = List(
        Unicode(), list(IMPORTS), help="Modules that the warm process has imported before it forks"
    ).tag(config=True)
    limits = Dict({}, help="Limits that differ from warmkernel.Limits").tag(config=True)
    repair = Bool(True, help="Put right what would fail a submission").tag(config=True)
    keep_earned = Bool(True, help="What falls over costs its cell only").tag(config=True)
    forgive_warnings = Bool(True, help="A warning on stderr costs nothing").tag(config=True)


def course_config(course: Course) -> Config:
    """Returns the configuration that every nbgrader program of the school's side runs with."""
    c = Config()
    c.CourseDirectory.root = str(course.root)
    c.CourseDirectory.course_id = course.course_id
    c.CourseDirectory.db_url = course.db_url
    c.Exchange.root = str(course.exchange)
    c.Exchange.path_includes_course = True
    c.ExchangeFactory.collect = CollectOwn
    c.CollectOwn.variants_dir = str(course.variants)
    c.ExchangeCollect.check_owner = False  # the folder says who it is; names of accounts differ
    c.ExchangeFactory.release_feedback = ReleaseOwnFeedback
    c.ClearSolutions.code_stub = {"python": ""}  # the line `name = ...` is the blank
    c.ClearSolutions.text_stub = "Tulis jawaban Anda di sini."
    c.IncludeHeaderFooter.header = c.IncludeHeaderFooter.footer = ""
    c.Grading.imports = [*IMPORTS, "latihan"]
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
            db={course.db!r},
        )
    )
)
'''
