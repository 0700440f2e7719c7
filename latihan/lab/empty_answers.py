"""Which answers of an exercise are still empty, read from the saved notebook without running it."""

import ast
from collections.abc import Iterator
from typing import Any, NamedTuple


class EmptyAnswer(NamedTuple):
    """One answer that still waits.

    Attributes:
        name: what she sees: the variable, or where there is none the heading above.
        cell: id of the cell, to scroll there; empty for notebooks older than nbformat 4.5.
    """

    name: str
    cell: str


def empty_answers(
    notebook: dict[str, Any], released: dict[str, Any] | None = None
) -> list[EmptyAnswer]:
    """List the answers that are still empty, in the order of the notebook.

    Args:
        notebook: the trainee's notebook, nbformat 4.
        released: the notebook as it was handed out; a text that equals it counts as empty.

    Returns:
        The empty answers; an answer cell with two blanks gives two.

    Example:
        >>> meta = {"nbgrader": {"solution": True, "grade_id": "biaya"}}
        >>> cell = {"cell_type": "code", "source": "biaya_bahan = ...", "metadata": meta, "id": "a1"}
        >>> empty_answers({"cells": [cell]})
        [EmptyAnswer(name='biaya_bahan', cell='a1')]
    """
    handed_out = {
        _grade_id(cell): _source(cell) for cell in _answer_cells(released or {"cells": []})
    }
    found = []
    heading = ""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown" and not _is_answer(cell):
            heading = _last_heading(_source(cell)) or heading
        if _is_answer(cell):
            names = _empty_in(cell, handed_out.get(_grade_id(cell), ""), heading)
            found += [EmptyAnswer(name, cell.get("id", "")) for name in names]
    return found


def _empty_in(cell: dict[str, Any], handed_out: str, heading: str) -> list[str]:
    """Name what is empty in one answer cell."""
    source = _source(cell)
    if cell["cell_type"] != "code":
        return [heading or _grade_id(cell)] if source in ("", handed_out) else []
    try:
        tree = ast.parse(source)
    except SyntaxError:
        # She has typed something that Python cannot read; `cek` tells her. Empty it is not.
        return []
    return (
        list(_blanks(tree, heading or _grade_id(cell)))
        if tree.body
        else [heading or _grade_id(cell)]
    )


def _blanks(tree: ast.Module, otherwise: str) -> Iterator[str]:
    """Yield a name for each statement that still holds an Ellipsis or nbgrader's own stub."""
    for statement in tree.body:
        if isinstance(statement, ast.Raise) or _has_ellipsis(statement):
            yield (
                ast.unparse(statement.targets[0])
                if isinstance(statement, ast.Assign)
                else otherwise
            )


def _has_ellipsis(statement: ast.stmt) -> bool:
    """Tell whether ``...`` stands anywhere in a statement."""
    return any(isinstance(node, ast.Constant) and node.value is ... for node in ast.walk(statement))


def _answer_cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the cells that nbgrader calls solutions."""
    return [cell for cell in notebook["cells"] if _is_answer(cell)]


def _is_answer(cell: dict[str, Any]) -> bool:
    """Tell whether a cell is for the trainee to fill in."""
    return bool(cell["metadata"].get("nbgrader", {}).get("solution"))


def _grade_id(cell: dict[str, Any]) -> str:
    """Return nbgrader's name of a cell."""
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", "jawaban"))


def _source(cell: dict[str, Any]) -> str:
    """Return a cell's text; on disk it may be a list of lines."""
    source = cell["source"]
    return (source if isinstance(source, str) else "".join(source)).strip()


def _last_heading(markdown: str) -> str:
    """Return the text of the last heading in a markdown cell."""
    headings = [line.lstrip("#").strip() for line in markdown.splitlines() if line.startswith("#")]
    return headings[-1] if headings else ""
