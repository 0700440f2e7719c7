"""The feedback page: each answer with its hint and points, in a few KB that a phone reads at once."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.preprocessors import GetGrades
from nbgrader.utils import is_grade, is_solution
from traitlets import default

from latihan.variants import load_unit
from usaha.money import format_number


@dataclass(frozen=True)
class Step:
    """One graded answer as the page shows it."""

    title: str
    answer: str
    hint: str
    score: str
    points: str
    state: str
    comment: str


class GetGradesAndWaiting(GetGrades):
    """nbgrader's `GetGrades`, which also marks what a mentor has yet to look at."""

    def _get_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._get_score(cell, resources)
        grade = self.gradebook.find_grade(*self._address(cell))
        cell.metadata.nbgrader["waiting"] = bool(grade.needs_manual_grade)

    def _get_comment(self, cell: NotebookNode, resources: Any) -> None:
        super()._get_comment(cell, resources)
        # Only what the mentor wrote: nbgrader itself puts "No response." at each blank.
        comment = self.gradebook.find_comment(*self._address(cell))
        cell.metadata.nbgrader["comment"] = comment.manual_comment

    def _address(self, cell: NotebookNode) -> tuple[str, str, str, str]:
        grade_id = str(cell.metadata.nbgrader["grade_id"])
        return grade_id, self.notebook_id, self.assignment_id, self.student_id


class FeedbackExporter(Exporter):
    """Exports an autograded notebook, with the grades put in, as a page in Indonesian."""

    export_from_notebook = "Umpan balik Lapak"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]  # a page is text
        self, nb: NotebookNode, resources: Any = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """Returns the page and the resources."""
        nb, resources = super().from_notebook_node(nb, resources, **kwargs)
        ids = resources["nbgrader"]
        steps = feedback_steps(nb, ids["assignment"])
        template = files("graders").joinpath("feedback.html.j2").read_text(encoding="utf-8")
        page = (
            Environment(autoescape=True)
            .from_string(template)
            .render(
                title=load_unit(ids["assignment"]).title,
                assignment=ids["assignment"],
                score=format_number(round(ids["score"], 2)),
                points=format_number(ids["max_score"]),
                waiting=any(step.state == "menunggu" for step in steps),
                steps=steps,
            )
        )
        return page, resources


def feedback_steps(nb: NotebookNode, assignment: str) -> list[Step]:
    """Returns what the page says, in the order of the notebook."""
    unit, steps, answer = load_unit(assignment), [], None
    for cell in nb.cells:
        if is_grade(cell):
            question = unit.question(cell.metadata.nbgrader["grade_id"])
            title = question.label if question else "penjelasan Anda"
            steps.append(_step(title, cell, cell if is_solution(cell) else answer))
        if is_solution(cell):
            answer = cell
    return steps


def _step(title: str, graded: NotebookNode, answer: NotebookNode | None) -> Step:
    settings = graded.metadata.nbgrader
    score, points = settings.get("score"), float(settings["points"])
    waits = bool(settings.get("waiting"))
    texts = [out.text for out in graded.get("outputs", []) if out.output_type == "stream"]
    state = "menunggu" if waits else "benar" if score == points else "perbaiki"
    return Step(
        title=title[:1].upper() + title[1:],
        answer=str(answer.source).strip() if answer is not None else "",
        hint="".join(texts).strip(),
        score="…" if waits else format_number(round(float(score or 0), 2)),
        points=format_number(points),
        state=state,
        comment=str((answer.metadata.nbgrader.get("comment") if answer is not None else "") or ""),
    )
