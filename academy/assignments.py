"""Exercises: py:percent sources become the notebooks that nbgrader makes its release from."""

from __future__ import annotations

import shutil
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.nbgraderformat import MetadataValidator, ValidationError
from nbgrader.nbgraderformat.common import SchemaMismatchError

from academy.catalog import Exercise, load_catalog
from academy.figures import with_figures
from academy.notebooks import BuildError, read_source, write_notebook


def build_source(root: Path, out: Path) -> list[Path]:
    """Writes `out/source/<assignment>/<unit>.ipynb`, solutions inside, for every unit and test.

    Args:
        root: the clone's folder.
        out: folder for everything generated, e.g. `build/`. Its `source/` is replaced as a whole.

    Returns:
        The files written.

    Raises:
        BuildError: an exercise breaks nbgrader's format, or its points are not the catalogue's.
    """
    made = {
        Path(each.assignment) / f"{each.name}.ipynb": read_assignment(root, each)
        for each in load_catalog(root).exercises
    }
    folder = out / "source"
    shutil.rmtree(folder, ignore_errors=True)
    return [write_notebook(notebook, folder / name) for name, notebook in made.items()]


def read_assignment(root: Path, exercise: Exercise) -> NotebookNode:
    """Reads one exercise and checks it.

    Raises:
        BuildError: as `build_source`.
    """
    path = root / "assignments" / exercise.assignment / f"{exercise.name}.py"
    notebook = with_figures(read_source(path))
    try:
        MetadataValidator().validate_nb(notebook)
    except (ValidationError, SchemaMismatchError) as error:
        reason = str(error).splitlines()[0]
        raise BuildError(f"{path}: not valid for nbgrader: {reason}") from None
    promised = {**exercise.points, **exercise.rubric}
    if (found := points_of(notebook)) != promised:
        raise BuildError(f"{path}: points are {found}, but the catalogue says {promised}")
    return notebook


def points_of(notebook: NotebookNode) -> dict[str, int]:
    """Gives the points of each graded cell by its grade id, in the notebook's order."""
    graded = (cell.metadata.get("nbgrader", {}) for cell in notebook.cells)
    return {meta["grade_id"]: meta["points"] for meta in graded if meta.get("grade")}
