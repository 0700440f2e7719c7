"""Takes hidden tests out of what trainees get back: their lines, and errors that quote them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests

from graders.ordinary.outputs import failure

ANSI = re.compile(r"\x1b\[[0-9;]*m")
FAILED_AT = re.compile(
    r"Cell In\[\d+\], line (\d+)"
)  # of the outermost frame: the test cell itself
HIDDEN = "a hidden test did not pass"
TELLING = 12  # characters; a shorter line may stand in any output by chance


class StripHiddenTests(ClearHiddenTests):
    """Goes into `GenerateFeedback.preprocessors`, after nbgrader's `GetGrades`.

    It knows the lines between which tests are hidden from `ClearHiddenTests`, whose settings it shares.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Takes the hidden lines out of a notebook, also where another cell shows what it has spied out."""
        found = [self.hidden_lines(str(cell.source)).values() for cell in nb.cells]
        nb, resources = super().preprocess(nb, resources)
        open_lines = {line.strip() for cell in nb.cells for line in cell.source.splitlines()}
        hidden = {line for lines in found for line in lines if len(line) >= TELLING} - open_lines
        for cell in nb.cells:
            if hidden and cell.cell_type == "code":
                cell.outputs = [out for out in cell.outputs if not _quotes(out, hidden)]
        return nb, resources

    def preprocess_cell(
        self,
        cell: NotebookNode,
        resources: dict[str, Any],
        cell_index: int,  # noqa: ARG002 (nbgrader's signature)
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Takes the hidden lines out of one cell, and out of its errors."""
        hidden = self.hidden_lines(str(cell.source))
        if not hidden:
            return cell, resources
        kept = [x for n, x in enumerate(cell.source.splitlines(), 1) if n not in hidden]
        cell.source = "\n".join(kept)
        if cell.cell_type == "code":
            cell.outputs = [told for out in cell.outputs if (told := _told(out, hidden))]
        return cell, resources

    def hidden_lines(self, source: str) -> dict[int, str]:
        """Returns the hidden lines by number, with the two that begin and end them."""
        found, inside = {}, False
        for number, line in enumerate(source.splitlines(), 1):
            inside = inside or self.begin_test_delimeter in line
            if inside:
                found[number] = line.strip()
            inside = inside and self.end_test_delimeter not in line
        return found


def _told(output: NotebookNode, hidden: dict[int, str]) -> NotebookNode | None:
    """Returns an output that quotes no hidden line: what a visible test says, of a hidden one nothing."""
    if not _quotes(output, [line for line in hidden.values() if line]):
        return output
    if output.output_type != "error":
        return None
    where = FAILED_AT.search(ANSI.sub("", "\n".join(output.traceback)))
    visible = where is not None and int(where[1]) not in hidden
    return failure(str(output.ename), str(output.evalue) if visible else HIDDEN)


def _quotes(output: NotebookNode, lines: Iterable[str]) -> bool:
    """Whether an output holds one of the lines, be it as text or inside of markup."""
    told = ANSI.sub("", json.dumps(output, ensure_ascii=False))
    return any(
        json.dumps(form, ensure_ascii=False)[1:-1] in told
        for line in lines
        for form in (line, escape(line))
    )
